import type { Output } from '#shared/contract';
import { addDays, dayOf, hourMs, instantAt } from '#shared/domain/time/clock';
import type { BookingDetail, Slot, SlotDay } from '../../miniapp/booking/types';
import { idOf } from './staff-fixtures';

/** Days from today in Asia/Shanghai. */
export const dayIn = (count: number) => addDays(dayOf(new Date()), count);

/** A slot of half an hour so many days from now, at an hour of the Shanghai clock. */
export function slot(days: number, hour: number, part: Partial<Slot> = {}): Slot {
  const startsAt = instantAt(dayIn(days), hour * hourMs);
  return {
    id: idOf(1000 + days * 24 + hour),
    advisorId: idOf(1),
    advisorName: '陈立',
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + hourMs / 2).toISOString(),
    manner: 'ONSITE',
    free: true,
    text: `那天 ${hour}:00 · 到村`,
    place: '李庄镇高桥村',
    ...part,
  };
}

export const slotDay = (count: number, slots: Slot[], note = ''): SlotDay => ({
  date: dayIn(count),
  label: `${count} 天后`,
  weekday: '周二',
  note,
  slots,
});

export const advisor: Output<'advisors.mine'>['items'][number] = {
  id: idOf(1),
  name: '陈立',
  firm: '四川长江律师事务所',
  villageLabel: '李庄镇高桥村',
  licenceNo: '15115202010123456',
  fields: ['婚姻家庭'],
  languages: ['四川话', '普通话'],
  intro: '',
  photoUrl: null,
  rank: 'PRIMARY',
  rankText: '本村法律顾问',
  may: ['免费解答法律问题'],
  mayNot: ['不能同时帮吵架的两边'],
};

/** Two days: nothing free on the first, a morning and an afternoon on the second. */
export const slots = (): Output<'bookings.slots'> => ({
  advisor,
  because: '他是高桥村的法律顾问',
  days: [
    slotDay(1, [slot(1, 9, { free: false })], '约满'),
    slotDay(2, [
      slot(2, 9, { free: false }),
      slot(2, 10),
      slot(2, 11),
      slot(2, 15, { manner: 'PHONE', place: '电话' }),
    ]),
    slotDay(3, [], '不坐班'),
  ],
});

export const booking = (part: Partial<BookingDetail> = {}): BookingDetail => ({
  id: idOf(11),
  rootId: idOf(11),
  no: 'YY20261123-0001',
  status: 'REQUESTED',
  statusText: '待顾问确认',
  version: 2,
  advisorId: idOf(1),
  advisorName: '陈立',
  residentLabel: '李国富',
  villageCode: '511502104205',
  startsAt: slot(2, 10).startsAt,
  endsAt: slot(2, 10).endsAt,
  whenText: '后天 10:00–10:30',
  manner: 'ONSITE',
  mannerText: '到村',
  place: '李庄镇高桥村',
  matter: '离婚后孩子跟谁',
  disputeType: '婚姻家庭',
  because: '他是高桥村的法律顾问',
  walkIn: false,
  abilities: [],
  steps: [
    {
      id: idOf(61),
      action: 'book',
      text: '约了这个时间',
      note: null,
      actorName: '李国富',
      actorRole: '居民',
      atText: '今天 10:02',
    },
    {
      id: idOf(62),
      action: 'confirm',
      text: '顾问已接受',
      note: null,
      actorName: '陈立',
      actorRole: '法律顾问',
      atText: '今天 11:15',
    },
  ],
  proposed: null,
  record: null,
  followUps: [],
  photos: [],
  phone: null,
  callFirst: false,
  jointName: null,
  rating: null,
  ...part,
});

export const place = { code: '511502104205', label: '李庄镇高桥村' };

/** An advisor's day with one request. */
export const agenda = (part: Partial<Output<'advisor.agenda'>> = {}): Output<'advisor.agenda'> => ({
  days: [{ date: dayIn(0), label: '今天', weekday: '周一', windows: [], note: '赶场日', items: [booking()] }],
  requests: [booking()],
  unrecorded: [],
  followUps: [],
  villages: [place],
  visit: null,
  ...part,
});
/** A visit that goes on. */
export const visit: Output<'visits.sign'> = {
  ...{ id: idOf(31), advisorName: '陈立', villageCode: place.code, villageLabel: place.label },
  ...{ arrivedAt: '2026-11-23T01:00:00.000Z', leftAt: null, whenText: '今天 09:00 起', minutes: null },
  ...{ metres: 36, qrOk: true, signedText: null },
};
