import type { Parsed } from '#shared/contract';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { begin, move } from '../move';
import { colleaguesOf } from '../units';

/** Gives a ticket to somebody of the unit that has it. Throws person_not_eligible for anybody else. */
export async function assignTicket(ctx: Ctx, input: Parsed<'tickets.assign'>): Promise<string> {
  const begun = await begin(ctx, input, 'assign');
  const colleagues = await colleaguesOf(ctx, begun.world, begun.ticket);
  const chosen = colleagues.find(({ id }) => id === input.personId);
  if (!chosen) throw new AppError('person_not_eligible', { personId: '这个人不在承办单位的岗位上' });
  return move(ctx, begun, {
    action: 'assign',
    data: { assigneeId: chosen.id },
    text: `分派给${chosen.role}${chosen.name}`,
    note: input.note,
  });
}
