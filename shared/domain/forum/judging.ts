/** All judgements of a topic together; percent are whole, 0 while nobody has judged. */
export interface Verdict {
  readonly count: number;
  readonly informed: number;
  readonly solved: number;
  readonly satisfied: number;
}

/** Redone when more than this part of at least so many say it is not solved. Defaults, to be confirmed. */
const redoShare = 0.5;
const redoFrom = 3;

/** What people said, counted. */
export function verdictOf(counts: { count: number; informed: number; solved: number; satisfied: number }): Verdict {
  const percent = (part: number) => (counts.count === 0 ? 0 : Math.round((part / counts.count) * 100));
  return {
    count: counts.count,
    informed: percent(counts.informed),
    solved: percent(counts.solved),
    satisfied: percent(counts.satisfied),
  };
}

/** What follows from the judgements at the end of their time: done, or to be carried out again because most say it is not solved. */
export function outcomeOf({ count, solved }: { count: number; solved: number }): 'conclude' | 'redo' {
  return count >= redoFrom && (count - solved) / count > redoShare ? 'redo' : 'conclude';
}
