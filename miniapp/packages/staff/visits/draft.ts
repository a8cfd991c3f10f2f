import type { Handover } from '#shared/domain/bookings/handover';
import { addDays, dayOf } from '#shared/domain/time/clock';
import type { BookingAbility, BookingDetail, Slot } from '../../../booking/types';

/** What an advisor may do with a booking here. */
export const visitActs = [
  'confirm',
  'arrive',
  'record',
  'followUp',
  'propose',
  'passOn',
  'invite',
  'noShow',
  'undoNoShow',
  'cancel',
] as const satisfies readonly BookingAbility[];
export type VisitAct = (typeof visitActs)[number];

export const handovers: readonly { key: Handover; name: string; hint: string }[] = [
  { key: 'mediation', name: '人民调解', hint: '请调解员接着调' },
  { key: 'legalAid', name: '法律援助', hint: '符合条件的，不收费' },
  { key: 'desk', name: '服务台', hint: '交给网格员或部门办' },
];

/** What has been written into a sheet and not sent yet. */
export interface VisitDraft {
  note: string;
  advisorId: string;
  /** Who is asked to sit in. */
  personId: string;
  slot: Slot | undefined;
  who: string;
  facts: string;
  /** One article a line. */
  law: string;
  advice: string;
  nextStep: string;
  handover: Handover | undefined;
  /** What goes on to the others, in words the resident has agreed to. */
  handoverText: string;
  consent: boolean;
  /** A task: what, and by which day (YYYY-MM-DD, Asia/Shanghai). */
  task: string;
  dueOn: string;
}

export const emptyVisitDraft: VisitDraft = {
  note: '',
  advisorId: '',
  personId: '',
  slot: undefined,
  who: '',
  facts: '',
  law: '',
  advice: '',
  nextStep: '',
  handover: undefined,
  handoverText: '',
  consent: false,
  task: '',
  dueOn: '',
};

/** The day a task is due unless another is chosen: in a week. */
export const usualDueDay = (now: Date): string => addDays(dayOf(now), 7);

/** The articles of a record, one a line in the form: trimmed, each once, ten at most. */
export function articlesOf(law: string): string[] {
  return [...new Set(law.split('\n').map((line) => line.trim()))].filter(Boolean).slice(0, 10);
}

type Problems = Partial<Record<keyof VisitDraft, string>>;
const short = (text: string) => text.trim().length < 2;

/** What is still missing before an act can be sent, as one sentence a field. */
export function visitProblems(act: VisitAct, draft: VisitDraft): Problems {
  const reason: Problems = short(draft.note) ? { note: '请至少写 2 个字' } : {};
  switch (act) {
    case 'cancel':
      return reason;
    case 'propose':
      return { ...(draft.slot ? {} : { slot: '请选一个时间' }), ...reason };
    case 'passOn':
      return { ...(draft.advisorId ? {} : { advisorId: '请选一位同事' }), ...reason };
    case 'record':
      return {
        ...(short(draft.who) ? { who: '写上谈话的人' } : {}),
        ...(short(draft.facts) ? { facts: '写上说了什么' } : {}),
        ...(short(draft.advice) ? { advice: '写上答复意见' } : {}),
        ...(draft.nextStep.trim() ? {} : { nextStep: '写上下一步，没有就写“无”' }),
        ...(draft.handover && !draft.consent ? { consent: '转给别处要先问过居民，问过了请打开' } : {}),
      };
    case 'followUp':
      return {
        ...(short(draft.task) ? { task: '写上要办什么' } : {}),
        ...(draft.dueOn ? {} : { dueOn: '选一个日子' }),
      };
    case 'invite':
      return draft.personId ? {} : { personId: '请选一位' };
    default:
      return {};
  }
}

/** The record form as the call takes it. */
export function recordInput({ id, version }: Pick<BookingDetail, 'id' | 'version'>, draft: VisitDraft) {
  const { who, facts, advice, nextStep, handover } = draft;
  const handoverText = draft.handoverText.trim();
  return {
    ...{ id, version, who: who.trim(), facts: facts.trim(), lawCited: articlesOf(draft.law) },
    ...{ advice: advice.trim(), nextStep: nextStep.trim() },
    ...(handover ? { handover, handoverConsent: draft.consent } : {}),
    ...(handover && handoverText ? { handoverText } : {}),
  };
}
