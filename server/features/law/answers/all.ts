import { family } from './family';
import { harmTopics } from './harm';
import { inheritance } from './inheritance';
import { landTopics } from './land';
import { money } from './money';
import { neighbours } from './neighbours';
import { publicTopics } from './public';
import type { Topic } from './topic';
import { work } from './work';

/** Every topic with an answer of our own. To be read over by the district's lawyers; default, to be confirmed. */
export const topics: readonly Topic[] = [
  ...family,
  ...inheritance,
  ...neighbours,
  ...landTopics,
  ...work,
  ...harmTopics,
  ...money,
  ...publicTopics,
];

const byId = new Map(topics.map((topic) => [topic.id, topic]));

/** The topic of an id; undefined for any other text. */
export const topicOf = (id: string): Topic | undefined => byId.get(id);
