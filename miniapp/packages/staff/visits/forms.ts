import type { VisitAct } from './draft';

export interface VisitForm {
  /** On the button under the booking. */
  label: string;
  title: string;
  submit: string;
  means: string;
  done: string;
  /** What the one text field asks for; none in acts without it. */
  field?: string;
  hint?: string;
  danger?: boolean;
}

/** What each act asks, says and does, in the words people read. */
export const visitForms: Record<VisitAct, VisitForm> = {
  confirm: {
    label: '接受',
    title: '接受预约',
    submit: '接受',
    means: '居民会收到消息，见面前 24 小时和 2 小时再提醒一次。',
    done: '已接受',
    field: '想对居民说的（可不写）',
    hint: '比如：请带上合同原件',
  },
  arrive: {
    label: '居民到了',
    title: '居民到了',
    submit: '开始谈',
    means: '记下开始的时间。谈完请写服务记录。',
    done: '已开始',
  },
  record: {
    label: '写服务记录',
    title: '服务记录（一次一记）',
    submit: '记下来',
    means: '只有居民和您能看到；司法局抽查到时才看。',
    done: '已记下',
  },
  followUp: {
    label: '记后续的事',
    title: '后续要办的事',
    submit: '记下来',
    means: '到期那天上午 9 点提醒您。居民也能看到；别人看不到。',
    done: '已记下',
  },
  propose: {
    label: '换时间',
    title: '提议换个时间',
    submit: '问问居民',
    means: '原来的时间先留着，居民同意了才换。',
    done: '已问居民',
    field: '为什么换',
    hint: '比如：那天上午要去区里开会',
  },
  passOn: {
    label: '转给同事',
    title: '转给团队里的同事',
    submit: '转给他',
    means: '时间不变，换一位律师；居民会收到消息。',
    done: '已转给同事',
    field: '为什么转',
    hint: '比如：我代理过对方，要回避',
  },
  invite: {
    label: '请人一起谈',
    title: '联合接待：请人一起谈',
    submit: '请他参加',
    means: '请一位调解员或村里的人一起接待。他和居民都会收到消息；谈了什么，他也能看到。',
    done: '已请他参加',
  },
  noShow: {
    label: '居民没来',
    title: '居民没来',
    submit: '记下',
    means: '过了约定时间 15 分钟再记。记错了 7 天内可以更正。',
    done: '已记下',
    field: '想补一句（可不写）',
    hint: '比如：打了两次电话没人接',
  },
  undoNoShow: {
    label: '更正未到',
    title: '更正：居民来过了',
    submit: '更正',
    means: '更正后可以补写服务记录。',
    done: '已更正',
    field: '想补一句（可不写）',
    hint: '比如：晚到了 20 分钟',
  },
  cancel: {
    label: '取消',
    title: '取消这次预约',
    submit: '取消预约',
    means: '居民会收到消息和别的空档。这个时间不再给别人约。',
    done: '已取消',
    field: '为什么取消',
    hint: '比如：临时要出庭',
    danger: true,
  },
};
