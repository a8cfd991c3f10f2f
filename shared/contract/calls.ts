import { z } from 'zod';
import { callOutcomes } from '../domain/bookings/calls';
import { empty, endpoint, id, instant } from './endpoint';

export const CallItem = z
  .object({
    id,
    bookingId: id,
    personName: z.string(),
    /** When, how and where the talk is; never what it is about. */
    aboutText: z.string(),
    reasonText: z.string(),
    /** What is to be said, as the caller may read it out. */
    wordsText: z.string(),
    startsAt: instant,
    /** Who rang and what came of it; null while it waits. */
    doneText: z.string().nullable(),
  })
  .meta({ id: 'CallTask', description: '请打电话提醒预约' });

/** Telephone calls that grid staff make for the desk, where a message did not arrive. */
export const calls = {
  'calls.list': endpoint({
    kind: 'query',
    access: 'staff',
    summary: '交给我的电话提醒：没打的在前，七天内打过的在后',
    input: empty,
    output: z.object({ items: z.array(CallItem) }),
  }),
  'calls.show': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '为打这个电话查看号码（留痕）',
    isSecret: true,
    input: z.strictObject({ id }),
    output: z.object({ name: z.string(), phone: z.string().nullable() }),
  }),
  'calls.finish': endpoint({
    kind: 'command',
    access: 'staff',
    summary: '电话打过了：说到了、上门说了、没联系上',
    input: z.strictObject({ id, outcome: z.enum(callOutcomes) }),
    output: CallItem,
  }),
};
