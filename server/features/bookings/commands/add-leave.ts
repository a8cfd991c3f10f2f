import { v7 as uuid } from 'uuid';
import type { Output, Parsed } from '#shared/contract';
import { dayOf, instantAt, minuteMs } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { type AvailabilityLine, loadCalendar } from '../calendar';
import { callOffFallen } from '../fallen-away';
import { lockTime } from '../locks';
import { ownAdvisor } from '../own-advisor';

/**
 * Leave from one Shanghai day to another. Talks that fall into it are called off with the reason; each of these people is told and has the nearest
 * free time kept, or stands on the waiting list when there is none.
 */
export async function addLeave(ctx: Ctx, input: Parsed<'advisor.addLeave'>): Promise<Output<'advisor.addLeave'>> {
  const { db, districtId, now } = ctx;
  const { date, untilDate = date, fromMinute, toMinute, note } = input;
  const [from, to] = [instantAt(date, fromMinute * minuteMs), instantAt(untilDate, toMinute * minuteMs)];
  if (!(from < to) || to <= now) throw new AppError('availability_leave_invalid');
  const { id: advisorId } = await ownAdvisor(ctx);
  await lockTime(ctx, advisorId);
  const before = await loadCalendar(ctx, advisorId, { from, to });
  const line: AvailabilityLine = {
    ...{ id: uuid(), kind: 'LEAVE', manner: null, villageCode: null, weekday: null, date, untilDate },
    ...{ marketDigits: [], lunar: false, fromMinute, toMinute, note, startsOn: dayOf(now), endsOn: null },
  };
  await db.advisorAvailability.create({
    data: {
      ...{ districtId, advisorId, ...line, startsOn: new Date(line.startsOn), endsOn: null },
      ...{ date: new Date(date), untilDate: new Date(untilDate) },
    },
    select: { id: true },
  });
  const after = { ...before, lines: [...before.lines, line] };
  const { affected, offered } = await callOffFallen(ctx, before, after, `顾问请假：${note}`);
  const text =
    affected === 0
      ? '记下了，这段时间没有预约。'
      : `记下了。${affected} 个预约已取消并通知本人，给其中 ${offered} 位留了最近的空档。`;
  return { id: line.id, affected, offered, text };
}
