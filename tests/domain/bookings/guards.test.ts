import { type BookingFacts, holdUntil, whyNotBooking } from '#shared/domain/bookings/guards';
import { bookingActions, bookingStatusAfter, bookingStatuses } from '#shared/domain/bookings/lifecycle';
import { at } from '../support';

const facts = (given: Partial<BookingFacts>): BookingFacts => ({
  status: 'CONFIRMED',
  now: at('2026-11-23 10:00'),
  by: 'RESIDENT',
  startsAt: at('2026-11-24 10:20'),
  endsAt: at('2026-11-24 10:50'),
  heldUntil: null,
  reason: null,
  hasRecord: false,
  isRated: false,
  ...given,
});
const held = { status: 'HELD', heldUntil: at('2026-11-23 10:01') } as const;
const on24th = (time: string) => ({ now: at(`2026-11-24 ${time}`) });

describe('whyNotBooking', () => {
  it('refuses whatever the lifecycle refuses, under one name', () => {
    for (const status of bookingStatuses) {
      for (const action of bookingActions.filter((candidate) => !bookingStatusAfter(status, candidate))) {
        expect(whyNotBooking(action, facts({ status }))).toBe('booking_action_not_allowed');
      }
    }
  });

  it.each([
    ['requesting within the hold', 'request', held, undefined],
    ['requesting as the hold ends', 'request', { ...held, now: at('2026-11-23 10:01') }, 'booking_hold_expired'],
    ['confirming without a hold', 'confirm', { ...held, heldUntil: null }, 'booking_hold_expired'],
    [
      'confirming a slot that began meanwhile',
      'confirm',
      { status: 'HELD', heldUntil: at('2026-11-24 10:23'), ...on24th('10:20') },
      'booking_slot_past',
    ],
    ['dropping a hold', 'cancel', { ...held, now: at('2026-11-24 10:19') }, undefined],
    ['a hold that still stands', 'expire', held, 'booking_action_not_allowed'],
    ['a hold that is over', 'expire', { ...held, now: at('2026-11-23 10:01') }, undefined],
    ['a request before its time', 'expire', { status: 'REQUESTED' }, 'booking_action_not_allowed'],
    ['a request nobody answered', 'expire', { status: 'REQUESTED', ...on24th('10:20') }, undefined],
    ['accepting in time', 'accept', { status: 'REQUESTED', by: 'ADVISOR' }, undefined],
    ['accepting too late', 'accept', { status: 'REQUESTED', by: 'ADVISOR', ...on24th('10:20') }, 'booking_slot_past'],
    ['proposing with a reason', 'propose', { by: 'ADVISOR', reason: '开庭' }, undefined],
    ['proposing without', 'propose', { by: 'ADVISOR', reason: ' ' }, 'booking_reason_required'],
    ['passing on without a reason', 'passOn', { by: 'ADVISOR' }, 'booking_reason_required'],
    [
      'passing on in the middle',
      'passOn',
      { by: 'ADVISOR', reason: '急事', ...on24th('10:25') },
      'booking_already_started',
    ],
    ['a resident cancelling two hours ahead', 'cancel', on24th('08:20'), undefined],
    ['a resident cancelling later', 'cancel', on24th('08:21'), 'booking_cancel_too_late'],
    ['a resident dropping a request late', 'cancel', { status: 'REQUESTED', ...on24th('10:19') }, undefined],
    ['a resident cancelling what began', 'cancel', on24th('10:20'), 'booking_already_started'],
    [
      'an advisor cancelling late, with a reason',
      'cancel',
      { by: 'ADVISOR', reason: '生病', ...on24th('10:00') },
      undefined,
    ],
    ['an advisor cancelling without a reason', 'cancel', { by: 'ADVISOR' }, 'booking_reason_required'],
    [
      'staff cancelling for an elder late',
      'cancel',
      { by: 'STAFF', reason: '老人住院', ...on24th('10:00') },
      undefined,
    ],
    ['the desk clearing up afterwards', 'cancel', { by: 'SYSTEM', ...on24th('12:00') }, undefined],
    ['a resident moving in time', 'reschedule', on24th('08:20'), undefined],
    ['a resident moving late', 'reschedule', on24th('08:21'), 'booking_cancel_too_late'],
    ['staff moving late', 'reschedule', { by: 'STAFF', ...on24th('10:00') }, undefined],
    ['moving what began', 'reschedule', { by: 'STAFF', ...on24th('10:20') }, 'booking_already_started'],
    ['finishing with a record', 'finish', { by: 'ADVISOR', hasRecord: true, ...on24th('10:20') }, undefined],
    ['finishing before the start', 'finish', { by: 'ADVISOR', hasRecord: true }, 'booking_not_started'],
    ['finishing without a record', 'finish', { by: 'ADVISOR', ...on24th('10:50') }, 'booking_record_missing'],
    ['an absence after 15 minutes', 'residentAbsent', { by: 'ADVISOR', ...on24th('10:35') }, undefined],
    ['an absence sooner', 'residentAbsent', { by: 'ADVISOR', ...on24th('10:34') }, 'booking_absence_too_early'],
    ['an advisor’s absence sooner', 'advisorAbsent', on24th('10:34'), 'booking_absence_too_early'],
    ['correcting within a week', 'undoNoShow', { status: 'NO_SHOW_RESIDENT', now: at('2026-12-01 10:20') }, undefined],
    [
      'correcting later',
      'undoNoShow',
      { status: 'NO_SHOW_ADVISOR', now: at('2026-12-01 10:21') },
      'booking_undo_too_late',
    ],
    ['rating within 15 days', 'rate', { status: 'DONE', now: at('2026-12-09 10:50') }, undefined],
    ['rating later', 'rate', { status: 'DONE', now: at('2026-12-09 10:51') }, 'booking_rate_too_late'],
    ['rating twice', 'rate', { status: 'DONE', isRated: true }, 'booking_already_rated'],
    ['complaining, at any time', 'complain', { status: 'DONE', now: at('2027-12-09 10:51') }, undefined],
  ] as const)('%s', (_title, action, given, reason) => {
    expect(whyNotBooking(action, facts(given))).toBe(reason);
  });

  it('holds a slot for five minutes', () => {
    expect(holdUntil(at('2026-12-31 23:58'))).toEqual(at('2027-01-01 00:03'));
  });
});
