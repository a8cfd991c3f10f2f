import type { AttachmentRole } from '#prisma';
import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { claimPhotos } from '../../photos/index';
import { begin, move } from '../move';

const untilHandled: readonly string[] = ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PAUSED', 'ARBITRATION'];

/** The reporter or a follower adds words or pictures; pictures taken before the handling are pictures of before. */
export async function supplementTicket(ctx: Ctx, input: Parsed<'tickets.supplement'>): Promise<string> {
  const begun = await begin(ctx, input, 'supplement');
  const role: AttachmentRole = untilHandled.includes(begun.ticket.status) ? 'BEFORE' : 'OTHER';
  await claimPhotos(ctx, begun.ticket.id, input.attachmentIds, role);
  return move(ctx, begun, {
    action: 'supplement',
    text: input.attachmentIds.length > 0 ? `补充了情况和 ${input.attachmentIds.length} 张照片` : '补充了情况',
    note: input.text,
    payload: { photos: input.attachmentIds },
  });
}
