import type { Output } from '#shared/contract';
import type { Reply } from '#shared/domain/chat/reply';
import { facetOf, facetText } from '#shared/domain/law/facets';
import type { Ctx } from '../../kernel/context';
import { askLaw, topicAnswer, topicType } from '../law/index';
import type { StoredCard } from './stored-card';

type Answer = Output<'laws.topic'>;
/** A message with its card, ready to be written. */
interface Answered {
  readonly text: string;
  readonly card: StoredCard;
}

type LawReply = Extract<Reply, { kind: 'law' }>;

const offers = [
  { label: '约律师', action: 'advisor' },
  { label: '打 12348', action: 'call', payload: { number: '12348' } },
];

/** The answer to a question about the law, with what it stands on; a question that goes on is read together with the one before. */
export async function lawAnswer(ctx: Ctx, { asked, before, topicId }: LawReply): Promise<Answered> {
  const tapped = topicId ? await topicAnswer(ctx, topicId) : undefined;
  if (tapped) return drawn(tapped, tapped.gist ?? '');
  return before ? goesOn(ctx, before, asked) : first(await askLaw(ctx, asked));
}

function first(answer: Answer): Answered {
  if (answer.gist) return drawn(answer, answer.gist);
  if (answer.articles.length > 0)
    return drawn(answer, '这个问题我没有现成的答案，怕说错。下面是最接近的条文，具体的请问律师。');
  return drawn(answer, '这个问题我没有现成的答案，怕说错耽误您。可以约村里的法律顾问，也可以打 12348，都不收钱。');
}

/** What it costs, where to go, what proves it, how long; or the next answer; or that the rest hangs on the case. */
async function goesOn(ctx: Ctx, before: string, asked: string): Promise<Answered> {
  const known = await askLaw(ctx, before);
  const facet = facetOf(asked);
  if (facet) return drawn(known, facetText(facet, topicType(known.topicId)));
  const alone = await askLaw(ctx, asked);
  if (alone.topicId && alone.topicId !== known.topicId) return drawn(alone, alone.gist ?? '');
  const together = await askLaw(ctx, `${asked}，${before}`);
  if (together.topicId && together.topicId !== known.topicId) return drawn(together, together.gist ?? '');
  return drawn(known, '这个要看您的具体情况，我说不准。下面的条文可以先看看，最好约律师当面问。');
}

const drawn = (answer: Answer, text: string): Answered => ({
  text: `${text}（仅供参考）`,
  card: {
    type: 'law',
    answer,
    options: [
      ...answer.related.slice(0, 3).map(({ topicId, title }) => ({
        label: title,
        action: 'law.topic',
        payload: { topic: topicId, label: title },
      })),
      ...offers,
    ],
  },
});
