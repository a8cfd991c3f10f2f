import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { alarmOf } from '#server/features/bookings/alarms';
import { followUpAlarm } from '#shared/domain/bookings/follow-ups';
import { addDays, type Day, dayMs, dayOf, later, minuteMs } from '#shared/domain/time/clock';
import type { Stage } from './history';
import type { Advising } from './lawyers';
import type { Matter } from './matters';
import type { Crowd } from './people';

/** Rows of talks with everything that hangs on them. */
export interface Talks {
  readonly slots: Prisma.SlotCreateManyInput[];
  readonly bookings: Prisma.BookingCreateManyInput[];
  readonly steps: Prisma.BookingStepCreateManyInput[];
  readonly records: Prisma.ServiceRecordCreateManyInput[];
  readonly complaints: Prisma.BookingComplaintCreateManyInput[];
  readonly followUps: Prisma.FollowUpCreateManyInput[];
}

/** One talk of an advisor with a resident. `isRated` left out, chance decides. */
export interface Talk {
  readonly advisor: Advising;
  readonly resident: Crowd['people'][number];
  readonly villageCode: string;
  readonly startsAt: Date;
  readonly manner: 'ONSITE' | 'PHONE' | 'VIDEO';
  readonly matter: Matter;
  readonly isRated?: boolean;
  /** Something still to be done after it. */
  readonly task?: { readonly text: string; readonly dueOn: Day; readonly isDone: boolean };
}

/** How a talk stands now. */
export type Outcome = 'REQUESTED' | 'CONFIRMED' | 'DONE' | 'CANCELLED' | 'NO_SHOW_RESIDENT' | 'NO_SHOW_ADVISOR';

const slotMinutes = 40;

/** Writes down one talk as it would have gone through the desk: slot, booking, time line, record, rating. */
export function tellTalk({ world, random, now }: Stage, rows: Talks, talk: Talk, status: Outcome): void {
  const { districtId } = world;
  const { advisor, resident, villageCode, startsAt, manner, matter } = talk;
  const id = uuid();
  const slotId = uuid();
  const endsAt = later(startsAt, slotMinutes * minuteMs);
  const bookedAt = new Date(
    Math.min(later(startsAt, -random.int(20, 110) * 60 * minuteMs).getTime(), now.getTime() - 40 * minuteMs),
  );
  const confirmedAt = status === 'REQUESTED' ? null : later(bookedAt, 25 * minuteMs);
  const isDone = status === 'DONE';
  const isRated = isDone && (talk.isRated ?? random.chance(0.6));
  const isSatisfied = random.chance(0.75 + 0.25 * advisor.zeal);
  const isComplete = random.chance(0.7 + 0.3 * advisor.zeal);
  const isFree = status === 'CANCELLED';
  const finishedAt = isDone ? later(endsAt, 4 * minuteMs) : null;
  rows.slots.push({
    ...{ districtId, id: slotId, advisorId: advisor.row.id, startsAt, endsAt, manner },
    ...{ villageCode: manner === 'ONSITE' ? villageCode : null, state: isFree ? 'OPEN' : 'TAKEN' },
    ...{ holderId: null, heldUntil: null, freedAt: null, offerAt: null },
  });
  rows.bookings.push({
    ...{ districtId, id, rootId: id, previousId: null, sequence: 0, slotId, advisorId: advisor.row.id, villageCode },
    no: `YY${dayOf(bookedAt).replaceAll('-', '')}-S${String(rows.bookings.length + 1)}`,
    ...{ residentId: resident.id, enteredById: null, jointPersonId: null, manner, startsAt, endsAt },
    ...{ matter: matter.matter, disputeType: matter.disputeType, phone: null, clientHash: null, otherPartyHash: null },
    ...{ againstVillage: false, status, version: 1, because: `${advisor.person.name}是本村的法律顾问` },
    ...{ walkIn: false, callFirst: false, proposedSlotId: null },
    cancelledBy: isFree ? 'RESIDENT' : null,
    cancelReason: isFree ? '临时有事，改天再约' : null,
    ...{ createdAt: bookedAt, updatedAt: finishedAt ?? confirmedAt ?? bookedAt, confirmedAt },
    ...{ arrivedAt: isDone ? startsAt : null, finishedAt, complainedAt: null },
    ...nextAlarm({ status, startsAt, endsAt }, now),
    ratedOnTime: isRated ? random.chance(0.9) : null,
    ratedHelpful: isRated ? isSatisfied : null,
    ratedSatisfied: isRated ? isSatisfied : null,
    ratingNote: isRated && isSatisfied && random.chance(0.3) ? '讲得清楚，谢谢' : null,
  });
  const step = (at: Date, action: string, who: { id: string; name: string }, actorRole: string, text: string) =>
    rows.steps.push({
      ...{ districtId, id: uuid(), bookingId: id, action, actorId: who.id, actorName: who.name, actorRole, text },
      ...{ note: null, forBureau: false, at },
    });
  const lawyer = advisor.person;
  step(bookedAt, 'open', resident, '居民', '约了这个时间');
  if (confirmedAt) step(confirmedAt, 'confirm', lawyer, '法律顾问', '顾问接受了预约');
  if (isFree) step(later(confirmedAt ?? bookedAt, 30 * minuteMs), 'cancel', resident, '居民', '取消了这次预约');
  if (status === 'NO_SHOW_RESIDENT') step(endsAt, 'noShow', lawyer, '法律顾问', '记：居民没有来');
  if (status === 'NO_SHOW_ADVISOR') step(endsAt, 'noShow', resident, '居民', '记：顾问没有来');
  const isComplained = status === 'NO_SHOW_ADVISOR' && random.chance(0.3);
  if (isComplained) complain(rows, talk, { districtId, id, at: later(endsAt, 30 * minuteMs), now });
  if (!finishedAt) return;
  step(finishedAt, 'record', lawyer, '法律顾问', '谈完了，顾问写好了服务记录');
  const ratedAt = later(finishedAt, random.int(2, 40) * 60 * minuteMs);
  if (isRated) step(new Date(Math.min(ratedAt.getTime(), now.getTime())), 'rate', resident, '居民', '评价了这次服务');
  rows.records.push({
    ...{ districtId, id: uuid(), bookingId: id, advisorId: advisor.row.id, who: `${resident.name.charAt(0)}某，村民` },
    ...{ facts: matter.facts, lawCited: isComplete ? [...matter.lawCited] : [], advice: matter.advice },
    ...{ nextStep: matter.nextStep, handover: matter.nextStep.includes('人民调解') ? 'mediation' : null },
    ...{ complete: isComplete, createdAt: finishedAt },
  });
  const { task } = talk;
  if (!task) return;
  step(finishedAt, 'followUp', lawyer, '法律顾问', '顾问记下了一件后续要办的事');
  rows.followUps.push({
    ...{ districtId, id: uuid(), bookingId: id, advisorId: advisor.row.id, text: task.text, createdAt: finishedAt },
    ...{ dueOn: new Date(task.dueOn), alarmAt: task.isDone ? null : followUpAlarm(task.dueOn, now) },
    ...{ doneAt: task.isDone ? later(finishedAt, 20 * 60 * minuteMs) : null, doneNote: null },
  });
}

/** A resident tells the bureau that nobody came; what lies two weeks back has its answer. */
function complain(
  rows: Talks,
  { advisor, resident }: Talk,
  { districtId, id: bookingId, at, now }: { districtId: string; id: string; at: Date; now: Date },
): void {
  const answeredAt = later(at, 6 * dayMs);
  const isAnswered = later(at, 14 * dayMs) < now;
  const complaint = {
    ...{ districtId, id: uuid(), bookingId, advisorId: advisor.row.id, personId: resident.id, createdAt: at },
    ...{ text: '说好到村里的，等了半个多钟头没有人来，也没有人打个电话', dueOn: new Date(addDays(dayOf(at), 21)) },
    answer: isAnswered ? '已约谈这位律师，当天临时开庭没有告知，已提醒改正；给您补约了时间' : null,
    ...{ upheld: isAnswered ? true : null, answeredById: null, answeredAt: isAnswered ? answeredAt : null },
  };
  rows.complaints.push(complaint);
  const booking = rows.bookings.find(({ id }) => id === bookingId);
  if (booking) booking.complainedAt = at;
  const line = { districtId, bookingId, forBureau: true };
  rows.steps.push({
    ...{ ...line, id: uuid(), action: 'complain', actorId: resident.id, actorName: resident.name, actorRole: '居民' },
    ...{ text: '向司法局反映了这次服务', note: complaint.text, at },
  });
  if (complaint.answer)
    rows.steps.push({
      ...{ ...line, id: uuid(), action: 'answerComplaint', actorId: null, actorName: '区司法局', actorRole: '司法局' },
      ...{ text: '司法局核实：反映属实', note: complaint.answer, at: answeredAt },
    });
}

/** The next alarm ahead; a record that is asked for since has been asked for. */
function nextAlarm(talk: Parameters<typeof alarmOf>[0], now: Date): ReturnType<typeof alarmOf> {
  const alarm = alarmOf(talk, now);
  return alarm.alarmAt && alarm.alarmAt <= now ? { alarmAt: null, alarmKind: null } : alarm;
}
