import type { BookingAbility, BookingDetail, Slot } from '../../../booking/types';

/** What an advisor may do with a booking here. */
export const visitActs = [
  'confirm',
  'arrive',
  'record',
  'propose',
  'passOn',
  'invite',
  'noShow',
  'undoNoShow',
  'cancel',
] as const satisfies readonly BookingAbility[];
export type VisitAct = (typeof visitActs)[number];

export type Handover = 'mediation' | 'legalAid' | 'desk';
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
};

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
    case 'invite':
      return draft.personId ? {} : { personId: '请选一位' };
    case 'record':
      return {
        ...(short(draft.who) ? { who: '写上谈话的人' } : {}),
        ...(short(draft.facts) ? { facts: '写上说了什么' } : {}),
        ...(short(draft.advice) ? { advice: '写上答复意见' } : {}),
        ...(draft.nextStep.trim() ? {} : { nextStep: '写上下一步，没有就写“无”' }),
      };
    default:
      return {};
  }
}

/** The record form as the call takes it. */
export function recordInput({ id, version }: Pick<BookingDetail, 'id' | 'version'>, draft: VisitDraft) {
  const { who, facts, advice, nextStep, handover } = draft;
  return {
    ...{ id, version, who: who.trim(), facts: facts.trim(), lawCited: articlesOf(draft.law) },
    ...{ advice: advice.trim(), nextStep: nextStep.trim() },
    ...(handover ? { handover } : {}),
  };
}
