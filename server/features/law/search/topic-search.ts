import { topics } from '../answers/all';
import type { Topic } from '../answers/topic';
import { termsOf } from './query';
import { createRanking } from './ranking';
import { charactersOf, pairsOf, plain } from './terms';

/** A topic a question may be about; `likeness` is the share of the question's weight that one of its own questions holds, about 0 to 1. */
export interface TopicFound {
  readonly topic: Topic;
  readonly likeness: number;
}

const rows = topics.flatMap((topic) => [topic.title, ...topic.asks].map((ask) => ({ topic, ask })));
const both = (text: string) => {
  const said = plain(text);
  return [...pairsOf(said), ...charactersOf(said)];
};
/** A question of a topic alone says much; all its questions together say what it is about. */
const asks = createRanking([{ texts: rows.map(({ ask }) => ask), split: both, weight: 1, k1: 0.4, b: 0.3 }]);
const whole = createRanking([
  { texts: topics.map(({ title, asks }) => [title, ...asks].join(' ')), split: both, weight: 1, k1: 0.8, b: 0.3 },
  { texts: topics.map(({ gist }) => gist), split: both, weight: 0.25, k1: 0.8, b: 0.5 },
]);
const placeOf = new Map(topics.map((topic, index) => [topic, index]));

/** The topics nearest to a question, the best first. */
export function findTopics(question: string, limit: number): TopicFound[] {
  const terms = termsOf(question);
  const askScores = new Float32Array(rows.length);
  const scores = new Float32Array(topics.length);
  asks.addTo(askScores, terms);
  whole.addTo(scores, terms);
  const best = new Float32Array(topics.length);
  for (const [index, { topic }] of rows.entries()) {
    const place = placeOf.get(topic) ?? 0;
    best[place] = Math.max(best[place] ?? 0, askScores[index] ?? 0);
  }
  const full = fullScore(terms);
  return topics
    .map((topic, index) => ({ topic, likeness: ((best[index] ?? 0) + (scores[index] ?? 0)) / (2 * full) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit);
}

/** In how many questions of topics a term stands. */
const holders = new Map<string, number>();
for (const { ask } of rows) for (const term of new Set(both(ask))) holders.set(term, (holders.get(term) ?? 0) + 1);
/** What a term counts for that no topic knows: a question full of them is about something else. */
const unknownRarity = 4;
/** From this weight on a term is the question's own and not a synonym put in. */
const own = 0.5;

/** What a question would score against a question that holds all its terms. */
function fullScore(terms: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [term, weight] of terms) {
    const held = holders.get(term);
    if (held) sum += weight * Math.log(1 + (rows.length - held + 0.5) / (held + 0.5));
    else if (weight >= own) sum += weight * unknownRarity;
  }
  return Math.max(sum, unknownRarity);
}
