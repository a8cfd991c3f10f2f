/** What a booking is about, as far as the duty to stand aside needs it. Names are compared as keys (hashes), never as text. */
export interface Matter {
  readonly villageCode: string;
  /** The other side is the village (its committee, its collective). */
  readonly isAgainstVillage: boolean;
  readonly otherPartyKeys: readonly string[];
}

/** What binds an advisor: the villages served, and the clients of the firm as keys. */
export interface Bonds {
  readonly servedVillages: readonly string[];
  readonly clientKeys: readonly string[];
}

/** Why an advisor must stand aside. */
export type Conflict = 'SERVES_THE_VILLAGE' | 'OTHER_SIDE_IS_CLIENT';

const conflictTexts: Readonly<Record<Conflict, string>> = {
  SERVES_THE_VILLAGE: '这件事的对方是其服务的村（社区），按规定要回避',
  OTHER_SIDE_IS_CLIENT: '对方是其所在律师事务所的当事人，按规定要回避',
};

/**
 * Why this advisor must stand aside in this matter, or undefined. Source: 律师法第三十九条 (no acting on both sides);
 * that the served village counts as a client is domain 6.6, to be confirmed.
 */
export function conflictOf(matter: Matter, { servedVillages, clientKeys }: Bonds): Conflict | undefined {
  if (matter.isAgainstVillage && servedVillages.includes(matter.villageCode)) return 'SERVES_THE_VILLAGE';
  return matter.otherPartyKeys.some((key) => clientKeys.includes(key)) ? 'OTHER_SIDE_IS_CLIENT' : undefined;
}

/** A conflict in a clause people read, without a name of the other side. */
export function conflictText(conflict: Conflict): string {
  return conflictTexts[conflict];
}
