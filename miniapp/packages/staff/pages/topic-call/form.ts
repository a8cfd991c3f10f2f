import type { Input, Output } from '#shared/contract';
import { noticeDays, whyNotTime } from '#shared/domain/forum/meetings';
import { addDays, dayOf, instantAt, minuteMs } from '#shared/domain/time/clock';

export type Invitee = Output<'forum.inviteable'>['items'][number];

/** What the form of a call holds. Days YYYY-MM-DD, times HH:MM (Asia/Shanghai). */
export interface CallForm {
  place: string;
  day: string;
  from: string;
  to: string;
  agenda: string;
  online: string;
  chairId: string;
  recorderId: string;
  invited: readonly string[];
}

/** A form with the first day that gives enough notice, in the morning. */
export const emptyCall = (now: Date): CallForm => ({
  ...{ place: '', day: addDays(dayOf(now), noticeDays + 1), from: '09:30', to: '11:30', agenda: '', online: '' },
  ...{ chairId: '', recorderId: '', invited: [] },
});

const instantOf = (day: string, time: string): Date => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantAt(day, (hours * 60 + minutes) * minuteMs);
};

const lines = (agenda: string) =>
  agenda
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

type Problems = Partial<Record<keyof CallForm, string>>;

/** What is still wrong with the form, field by field. */
export function callProblems(form: CallForm, now: Date): Problems {
  const problems: Problems = {};
  if (form.place.trim().length < 2) problems.place = '写清楚在哪里开';
  const agenda = lines(form.agenda);
  if (agenda.length === 0 || agenda.length > 8) problems.agenda = '写 1 到 8 项，一行一项';
  if (!form.chairId) problems.chairId = '请选主持人';
  if (!form.recorderId || form.recorderId === form.chairId) problems.recorderId = '请选记录人，不能和主持人是同一个';
  const why = whyNotTime(now, instantOf(form.day, form.from), instantOf(form.day, form.to));
  if (why) problems.day = why === 'short_notice' ? '要提前三天通知，请选三天以后' : '时间不对：两个月以内，从早到晚';
  return problems;
}

/** The call as it is sent. */
export function callInput(
  form: CallForm,
  about: { topicId: string; version: number },
  people: readonly Invitee[],
): Input<'forum.callMeeting'> {
  return {
    ...about,
    ...{ place: form.place.trim(), agenda: lines(form.agenda), chairId: form.chairId, recorderId: form.recorderId },
    startsAt: instantOf(form.day, form.from).toISOString(),
    endsAt: instantOf(form.day, form.to).toISOString(),
    ...(form.online.trim() ? { online: form.online.trim() } : {}),
    invited: people
      .filter(
        ({ personId }) => form.invited.includes(personId) && personId !== form.chairId && personId !== form.recorderId,
      )
      .map(({ personId, role, maySit }) => ({ personId, role: maySit ? role : 'STAKEHOLDER' })),
  };
}
