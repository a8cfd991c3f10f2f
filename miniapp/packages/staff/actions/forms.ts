import type { Input, Name } from '#shared/contract';
import { type Draft, type StaffAction, type Target, wordsOrNothing } from './draft';

/** What a sheet asks for. `words` is the one free text every sheet has; its contract name differs by action. */
export type Field =
  | { kind: 'words'; label: string; placeholder: string; min: number; max: number }
  | { kind: 'whereTo'; label: string; placeholder: string; min: number; max: number }
  | { kind: 'unit' | 'colleague' | 'assist' | 'ticket'; label: string }
  | { kind: 'photos'; label: string };

/** One action's sheet: what it says, what it asks and what it sends. */
interface Form<N extends Name = Name> {
  label: string;
  title: string;
  /** What will follow, in one sentence; read before the button is tapped. */
  means: string;
  submit: string;
  done: string;
  tone: 'primary' | 'plain' | 'danger';
  fields: readonly Field[];
  input: (target: Target, draft: Draft) => Input<N>;
}

const words = (label: string, placeholder: string, min = 2, max = 500): Field => ({
  kind: 'words',
  label,
  placeholder,
  min,
  max,
});
const optionalNote = words('备注（可以不写）', '想记一句就写在这里', 0);
const withReason = (target: Target, { words: reason }: Draft) => ({ ...target, reason: reason.trim() });
const withNote = (target: Target, draft: Draft) => ({ ...target, note: wordsOrNothing(draft) });
const photoIds = ({ photos }: Draft) => photos.map((photo) => photo.id);

type Forms = { readonly [A in StaffAction]: Form<`tickets.${A}`> };

/** Every sheet of the workbench. Lengths are the contract's; the server checks them again. */
export const forms: Forms = {
  accept: {
    label: '受理',
    title: '受理这件事',
    means: '受理后由您负责，居民会收到您的名字和联系时限。',
    submit: '受理',
    done: '已受理',
    tone: 'primary',
    fields: [optionalNote],
    input: withNote,
  },
  contact: {
    label: '联系居民',
    title: '记下联系的情况',
    means: '居民会看到这一句，状态变为处理中。',
    submit: '记下来',
    done: '已记下',
    tone: 'primary',
    fields: [words('和居民说了什么', '例如：已电话联系，明天上午到现场')],
    input: (target, draft) => ({ ...target, note: draft.words.trim() }),
  },
  assign: {
    label: '分派',
    title: '分派给同事',
    means: '同事会收到提醒，时限不变。',
    submit: '分派',
    done: '已分派',
    tone: 'plain',
    fields: [{ kind: 'colleague', label: '交给谁' }, optionalNote],
    input: (target, draft) => ({ ...target, personId: draft.personId, note: wordsOrNothing(draft) }),
  },
  transfer: {
    label: '改派',
    title: '改派给别的单位',
    means: '由新单位重新受理，居民会看到改派的理由。',
    submit: '改派',
    done: '已改派',
    tone: 'plain',
    fields: [{ kind: 'unit', label: '改派给' }, words('理由', '为什么该由这个单位办')],
    input: (target, draft) => ({ ...withReason(target, draft), unitCode: draft.unitCode }),
  },
  return: {
    label: '退回',
    title: '退回（说明理由）',
    means: '只能退回一次；再退由中心裁决。退回前您仍是牵头人。',
    submit: '退回',
    done: '已退回',
    tone: 'plain',
    fields: [words('理由', '为什么不该由您这里办'), { kind: 'unit', label: '建议由谁办' }],
    input: (target, draft) => ({ ...withReason(target, draft), suggestedUnitCode: draft.unitCode }),
  },
  decide: {
    label: '裁决',
    title: '裁决承办单位',
    means: '裁决后不能再退回，由这个单位牵头办到底。',
    submit: '裁决',
    done: '已裁决',
    tone: 'primary',
    fields: [{ kind: 'unit', label: '由谁承办' }, words('依据', '裁决的依据，双方都看得到')],
    input: (target, draft) => ({ ...withReason(target, draft), unitCode: draft.unitCode }),
  },
  requestAssist: {
    label: '请协办',
    title: '请别的单位协办',
    means: '您仍是牵头人；协办完成前不能报处理完了。',
    submit: '发出协办',
    done: '已请协办',
    tone: 'plain',
    fields: [{ kind: 'unit', label: '请谁协办' }, words('请他们做什么', '例如：请断电后更换灯头')],
    input: (target, draft) => ({ ...target, unitCode: draft.unitCode, request: draft.words.trim() }),
  },
  finishAssist: {
    label: '协办完成',
    title: '协办完成',
    means: '结果会交给牵头人，由牵头人接着办。',
    submit: '协办完成',
    done: '协办已完成',
    tone: 'primary',
    fields: [
      { kind: 'assist', label: '哪一项协办' },
      words('做了什么', '写清做了什么、结果怎样'),
      { kind: 'photos', label: '照片' },
    ],
    input: (target, draft) => ({
      ...target,
      assistId: draft.assistId,
      result: draft.words.trim(),
      attachmentIds: photoIds(draft),
    }),
  },
  extend: {
    label: '延期',
    title: '延期一次',
    means: '只能延期一次，居民会看到理由和新的时限。',
    submit: '延期',
    done: '已延期',
    tone: 'plain',
    fields: [words('理由', '为什么不能按时办完')],
    input: withReason,
  },
  pause: {
    label: '挂起',
    title: '挂起（时限暂停）',
    means: '挂起期间不计时；条件具备后请及时恢复。',
    submit: '挂起',
    done: '已挂起',
    tone: 'plain',
    fields: [words('在等什么', '例如：等居民补充具体位置')],
    input: withReason,
  },
  resume: {
    label: '恢复办理',
    title: '恢复办理',
    means: '恢复后接着计时。',
    submit: '恢复办理',
    done: '已恢复',
    tone: 'primary',
    fields: [optionalNote],
    input: withNote,
  },
  handle: {
    label: '处理完了',
    title: '处理完了',
    means: '接着由别的人核查，再请居民确认。',
    submit: '报处理完了',
    done: '已报处理完了',
    tone: 'primary',
    fields: [{ kind: 'photos', label: '处理后照片' }, words('怎么处理的', '例如：灯头已更换，通电正常')],
    input: (target, draft) => ({ ...target, result: draft.words.trim(), attachmentIds: photoIds(draft) }),
  },
  passCheck: {
    label: '核查通过',
    title: '核查通过',
    means: '接着请居民确认和评价。',
    submit: '核查通过',
    done: '核查已通过',
    tone: 'primary',
    fields: [optionalNote],
    input: withNote,
  },
  failCheck: {
    label: '核查不通过',
    title: '核查不通过，退回重做',
    means: '退回处理人重做，时限不重新计算。',
    submit: '退回重做',
    done: '已退回重做',
    tone: 'plain',
    fields: [words('哪里没做好', '写清还差什么')],
    input: withReason,
  },
  close: {
    label: '办结',
    title: '办结',
    means: '匿名件或居民逾期未确认时由您办结。',
    submit: '办结',
    done: '已办结',
    tone: 'primary',
    fields: [optionalNote],
    input: withNote,
  },
  reject: {
    label: '不予受理',
    title: '不予受理，告知去向',
    means: '居民会看到理由和该去哪里。',
    submit: '不予受理',
    done: '已告知居民',
    tone: 'danger',
    fields: [
      words('理由', '为什么不在受理范围'),
      { kind: 'whereTo', label: '该去哪里', placeholder: '例如：请拨打 12345 或到区住建局窗口', min: 2, max: 200 },
    ],
    input: (target, draft) => ({ ...withReason(target, draft), whereTo: draft.whereTo.trim() }),
  },
  merge: {
    label: '并入',
    title: '并入另一件',
    means: '跟着这件事的居民都转过去，时限按最早的算。',
    submit: '并入',
    done: '已并入',
    tone: 'plain',
    fields: [{ kind: 'ticket', label: '并入哪一件' }, words('理由', '为什么是同一件事')],
    input: (target, draft) => ({ ...withReason(target, draft), intoId: draft.intoId }),
  },
  comment: {
    label: '内部备注',
    title: '内部备注',
    means: '只有工作人员看得到。',
    submit: '记下来',
    done: '已记下',
    tone: 'plain',
    fields: [words('备注', '写给同事看的话', 1, 1000)],
    input: (target, draft) => ({ ...target, text: draft.words.trim() }),
  },
};
