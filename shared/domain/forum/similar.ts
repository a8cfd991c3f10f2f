import { textSimilarity } from '../tickets/duplicates';

/** How alike two topics must be to be offered, and how many are. Defaults, to be confirmed. */
const limits = { similarity: 0.18, shown: 3 } as const;

/** Topics that may be the same matter, best first; the words of title and body are compared. */
export function similarTopics<T extends { readonly title: string; readonly body: string }>(
  draft: { readonly title: string; readonly body: string },
  topics: readonly T[],
): T[] {
  return topics
    .map((topic) => ({ topic, likeness: likenessOf(draft, topic) }))
    .filter(({ likeness }) => likeness >= limits.similarity)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limits.shown)
    .map(({ topic }) => topic);
}

/** A title says more than a body: the higher of both likenesses counts. */
const likenessOf = (
  a: { readonly title: string; readonly body: string },
  b: { readonly title: string; readonly body: string },
): number => Math.max(textSimilarity(a.title, b.title), textSimilarity(`${a.title} ${a.body}`, `${b.title} ${b.body}`));
