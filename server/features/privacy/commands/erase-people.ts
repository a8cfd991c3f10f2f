import { whyNotClose } from '#shared/domain/privacy/closing';
import type { Ctx } from '../../../kernel/context';
import { notify } from '../../notifications/index';
import { erasure } from '../erasing';
import { ownPage } from '../pages';
import { tiesOf } from './close-account';

const batch = 5;

/**
 * Erases those whose waiting time is over. Whoever has got a post or an open matter in the meantime is kept and told. Rows are claimed; call again while
 * it is not 0.
 */
export async function erasePeople(ctx: Ctx): Promise<number> {
  const { db, districtId, now, emit } = ctx;
  const due = await db.$queryRaw<{ id: string; personId: string }[]>`
    SELECT "id", "personId" FROM "AccountClosure" WHERE "districtId" = ${districtId} AND "state" = 'WAITING' AND "eraseAt" <= ${now}
    ORDER BY "eraseAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  for (const { id, personId } of due) {
    const isTied = whyNotClose(await tiesOf(ctx, personId)) !== undefined;
    await db.accountClosure.updateMany({
      where: { districtId, id },
      data: { state: isTied ? 'UNDONE' : 'DONE', endedAt: now },
    });
    if (isTied)
      await notify(ctx, [
        {
          ...{ personId, kind: 'privacy.kept', page: ownPage, dedupeKey: `closing:${id}` },
          title: '账号没有注销',
          body: '您又有了没办完的事或工作岗位，办完以后可以再提。',
        },
      ]);
    else for (const statement of erasure({ districtId, personId, now })) await db.$executeRaw(statement);
    await emit(isTied ? 'privacy.closingUndone' : 'privacy.erased', { closureId: id });
  }
  return due.length;
}
