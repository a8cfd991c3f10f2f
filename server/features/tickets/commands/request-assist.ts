import { v7 as uuid } from 'uuid';
import type { Ticket } from '#prisma';
import type { Parsed } from '#shared/contract';
import { slaRules } from '#shared/domain/tickets/levels';
import { defaultHours, workdayDeadline } from '#shared/domain/time/workdays';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import type { World } from '../../places/index';
import { counted } from '../clock';
import { begin, move } from '../move';
import { levelOf } from '../units';

/** Working days an assisting unit has. Default, to be confirmed; never beyond the ticket's own limit. */
const assistWorkdays = 3;

/** 协办: asks another unit for help with a limit of its own. Throws unit_unknown for the holder itself or a unit that is already helping. */
export async function requestAssist(ctx: Ctx, input: Parsed<'tickets.requestAssist'>): Promise<string> {
  const begun = await begin(ctx, input, 'requestAssist');
  const { ticket, world } = begun;
  levelOf(world, input.unitCode);
  if (input.unitCode === ticket.unitCode) throw new AppError('unit_unknown', { unitCode: '这是承办单位自己' });
  if (ticket.assists.some(({ unitCode, state }) => state === 'OPEN' && unitCode === input.unitCode))
    throw new AppError('unit_unknown', { unitCode: '这个单位已经在协办' });
  const { db, districtId, actor, now } = ctx;
  await db.ticketAssist.create({
    data: {
      districtId,
      id: uuid(),
      ticketId: ticket.id,
      unitCode: input.unitCode,
      request: input.request,
      dueAt: dueOf(world, ticket, now),
      createdById: actor.id,
      createdAt: now,
    },
    select: { id: true },
  });
  return move(ctx, begun, {
    action: 'requestAssist',
    text: `请${world.unitName(input.unitCode)}协办：${input.request}`,
    payload: { unitCode: input.unitCode },
  });
}

function dueOf(world: World, { level, handleBy }: Ticket, now: Date): Date {
  if (slaRules[level].clock === 'natural') return handleBy;
  const due = counted(world.calendar, (years) => workdayDeadline(now, assistWorkdays, years, defaultHours)).value;
  return handleBy > now && handleBy < due ? handleBy : due;
}
