import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';

/** The next number of a topic, `YS20261126-12`: the day (Asia/Shanghai) and a number that is unique in the district. */
export async function nextNo({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<string> {
  const [row] = await db.$queryRaw<{ number: bigint }[]>`SELECT nextval('topic_no_seq') AS number`;
  return `YS${dayOf(now).replaceAll('-', '')}-${row?.number ?? 0}`;
}
