import type { Attachment } from '#prisma';
import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { claimPhotos, findOwnPhotos } from '../../photos/index';
import { begin, move } from '../move';
import type { Loaded } from '../queries';

/**
 * 处置完成 with photos. Those marked BEFORE stay so, all others count as AFTER; where no picture of before is on file, the first of several is
 * taken for it. Throws ticket_photo_required, ticket_assist_unfinished.
 */
export async function handleTicket(ctx: Ctx, input: Parsed<'tickets.handle'>): Promise<string> {
  let photos = { before: [] as string[], after: [] as string[] };
  const begun = await begin(ctx, input, 'handle', async (ticket) => {
    photos = sorted(ticket, await findOwnPhotos(ctx, input.attachmentIds));
    return { before: photos.before.length, after: photos.after.length };
  });
  await claimPhotos(ctx, begun.ticket.id, photos.before, 'BEFORE');
  await claimPhotos(ctx, begun.ticket.id, photos.after, 'AFTER');
  return move(ctx, begun, {
    action: 'handle',
    data: { status: 'HANDLED', handledAt: ctx.now, handlerId: ctx.actor.id },
    text: `已处理：${input.result}`,
    payload: { photos: [...photos.before, ...photos.after] },
  });
}

function sorted(ticket: Loaded, given: readonly Attachment[]): { before: string[]; after: string[] } {
  const marked = given.filter(({ role }) => role === 'BEFORE').map(({ id }) => id);
  const others = given.filter(({ role }) => role !== 'BEFORE').map(({ id }) => id);
  const isOnFile = marked.length > 0 || ticket.attachments.some(({ role }) => role === 'BEFORE');
  return isOnFile || others.length < 2
    ? { before: marked, after: others }
    : { before: others.slice(0, 1), after: others.slice(1) };
}
