import { bookEntry, type Movement } from '#server/features/points/index';
import { asSystem } from './desk';
import { make } from './make';

/** A movement as tests of the ledger name it; deeds find their rule and their reviewer here. */
export interface Moving {
  kind?: Movement['kind'];
  points?: number;
  source: string;
  text?: string;
  /** A rule it is booked by, instead of a year's first points. */
  ruleItemId?: string;
}

/** What deeds in the home village are booked by in a test. */
export interface Grounds {
  lessId: string;
  reviewerId: string;
}

/** Rules that take up to 50 points, and somebody who checks. */
export async function grounds(): Promise<Grounds> {
  const { items } = await make.ruleBook({ items: [{ points: -50, yearCap: 1000, isCharter: true }] });
  return { lessId: items[0]!.id, reviewerId: (await make.person()).id };
}

/** Books a movement as the desk itself; points that come are a year's first ones. */
export const bookPoints = ({ lessId, reviewerId }: Grounds, householdId: string, moving: Moving) =>
  asSystem((ctx) => {
    const { kind = 'AWARD', points = 5, source, text = '参加院坝清扫', ruleItemId } = moving;
    const common = { householdId, points, source, text };
    if (kind === 'DEDUCT' || (kind === 'AWARD' && ruleItemId))
      return bookEntry(ctx, { ...common, kind, ruleItemId: ruleItemId ?? lessId, reviewerId });
    return kind === 'AWARD' ? bookEntry(ctx, { ...common, kind, isBase: true }) : bookEntry(ctx, { ...common, kind });
  });
