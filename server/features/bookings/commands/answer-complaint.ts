import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { tell } from '../move';
import { loadBooking } from '../queries';

/** The bureau's answer, once; whoever complained is told and reads it on the booking. Whether the caller may is the caller's question. */
export async function answerComplaint(
  ctx: Ctx,
  { id, upheld, answer }: Parsed<'supervision.answerComplaint'>,
): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  const complaint = await db.bookingComplaint.findFirst({ where: { districtId, id } });
  if (!complaint) throw new AppError('not_found');
  const { count } = await db.bookingComplaint.updateMany({
    where: { districtId, id, answeredAt: null },
    data: { answer, upheld, answeredById: actor.id, answeredAt: now },
  });
  if (count === 0) throw new AppError('complaint_answered');
  await tell(ctx, await loadBooking(ctx, complaint.bookingId), {
    ...{ action: 'answerComplaint', forBureau: true, note: answer },
    text: upheld ? '司法局核实：反映属实' : '司法局核实：没有查到反映的情况',
  });
}
