/** Changes of households: 立户、入户、分户、并户、迁户. */
export const moveKinds = ['REGISTER', 'JOIN', 'SPLIT', 'MERGE', 'RELOCATE'] as const;
export type MoveKind = (typeof moveKinds)[number];
export const moveStates = ['OPEN', 'DONE', 'REFUSED', 'WITHDRAWN'] as const;
export type MoveState = (typeof moveStates)[number];

const kindLabels: Readonly<Record<MoveKind, string>> = {
  ...{ REGISTER: '登记新户', JOIN: '入户', SPLIT: '分户', MERGE: '并户', RELOCATE: '迁户' },
};
const stateLabels: Readonly<Record<MoveState, string>> = {
  ...{ OPEN: '等确认', DONE: '办好了', REFUSED: '没有同意', WITHDRAWN: '撤回了' },
};

export const moveKindLabel = (kind: MoveKind): string => kindLabels[kind];
export const moveStateLabel = (state: MoveState): string => stateLabels[state];

/** Who has to agree before a change is carried out. Ids of people. */
export interface Family {
  readonly headId: string | null;
  /** The grown-ups of the household that is changed. */
  readonly adults: readonly string[];
}

/**
 * Those whose agreement a change needs, whoever asks for it. A split: the head and the grown-ups who go; where the family has agreed on a number of
 * points, all its grown-ups. A merge: the head of the household that takes the others in. Others need nobody but who asks and who decides.
 */
export function consentsNeeded(
  move: { readonly kind: MoveKind; readonly personIds: readonly string[]; readonly agreed: number | null },
  own: Family,
  otherHeadId: string | null,
): string[] {
  if (move.kind === 'MERGE') return otherHeadId ? [otherHeadId] : [];
  if (move.kind !== 'SPLIT') return [];
  if (move.agreed !== null) return [...own.adults];
  const going = own.adults.filter((adult) => move.personIds.includes(adult));
  return [...new Set([...(own.headId ? [own.headId] : []), ...going])];
}
