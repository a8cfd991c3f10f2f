import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { postLabels, postsOf } from '../../identity/index';
import { begin, move } from '../move';

/** 联合接待: asks somebody on a post (a mediator, the 网格长) to sit with advisor and resident. One person; a new one takes the place. */
export async function invitePerson(ctx: Ctx, input: Parsed<'bookings.invite'>): Promise<string> {
  const booking = await begin(ctx, input, 'invite');
  const [post] = await postsOf(ctx, input.personId);
  if (!post || [booking.residentId, ctx.actor.id].includes(input.personId)) throw new AppError('person_not_eligible');
  return move(ctx, booking, {
    action: 'invite',
    data: { jointPersonId: input.personId },
    text: `请${postLabels[post.kind]}${post.name}一起参加`,
  });
}
