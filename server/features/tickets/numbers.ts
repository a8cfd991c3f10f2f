import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';

/** How many numbers one draw from the sequence gives (its INCREMENT). */
const block = 50;

interface Reserve {
  next: number;
  end: number;
}

const reserves = new Map<string, Reserve>();

/**
 * The next ticket number, `CP20261123-51`: the day of receipt (Asia/Shanghai) and a number that is unique in the district. Each process
 * draws blocks of 50 from the database, so gaps are normal and numbers of one day need not be in order of time.
 */
export async function nextNo({ db, districtId, now }: Pick<Ctx, 'db' | 'districtId' | 'now'>): Promise<string> {
  let reserve = reserves.get(districtId);
  if (!reserve || reserve.next >= reserve.end) {
    reserve = await draw(db);
    reserves.set(districtId, reserve);
  }
  const number = reserve.next;
  reserve.next += 1;
  return `CP${dayOf(now).replaceAll('-', '')}-${number}`;
}

async function draw(db: Ctx['db']): Promise<Reserve> {
  const [row] = await db.$queryRaw<{ start: bigint }[]>`SELECT nextval('ticket_no_seq') AS start`;
  const next = Number(row?.start ?? 0);
  return { next, end: next + block };
}
