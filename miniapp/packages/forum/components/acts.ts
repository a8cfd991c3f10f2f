/** Acts on a topic that are told in words. */
export type TopicAct = 'withdraw' | 'takeUp' | 'accept' | 'sendBack' | 'ruleOut' | 'extend' | 'resubmit';

interface Form {
  readonly title: string;
  readonly means: string;
  readonly field: string;
  readonly hint: string;
  readonly done: string;
  /** Fewer characters are not enough; 0 where the words may stay away. */
  readonly least: number;
  readonly danger?: boolean;
  readonly second?: { readonly field: string; readonly hint: string };
}

/** What each form says and asks. Everybody who supports the topic reads the words. */
export const acts: Readonly<Record<TopicAct, Form>> = {
  withdraw: {
    title: '撤回议题',
    means: '撤回后不能再打开，附议的人会收到通知。',
    field: '为什么撤回',
    hint: '比如：事情已经解决了',
    done: '已撤回',
    least: 4,
    danger: true,
  },
  resubmit: {
    title: '再交审核',
    means: '改好了就交，三个工作日内答复。',
    field: '想说明的（可不写）',
    hint: '比如：写清楚了是哪一段路',
    done: '已交上去',
    least: 0,
  },
  takeUp: {
    title: '直接提请审核',
    means: '不等附议人数，由村（社区）党组织提请。',
    field: '为什么提请',
    hint: '比如：党支部 11 月 20 日讨论过，急需商量',
    done: '已转入审核',
    least: 4,
  },
  accept: {
    title: '审核通过',
    means: '通过后公告三天，再召集商议。附议的人都会收到通知。',
    field: '给大家的话（可不写）',
    hint: '比如：公告期间有意见可以留言',
    done: '已通过，开始公告',
    least: 0,
  },
  sendBack: {
    title: '退回修改',
    means: '写清楚要改什么，提议人改好可以再交。',
    field: '要改什么',
    hint: '比如：请写清楚是哪一段路、涉及哪些户',
    done: '已退回',
    least: 4,
  },
  ruleOut: {
    title: '不属于协商的事',
    means: '议题到这里结束。原因和该怎么办，附议的人都看得到。',
    field: '为什么不能协商',
    hint: '比如：法院正在审理',
    done: '已说明',
    least: 4,
    danger: true,
    second: { field: '应该怎么办', hint: '比如：等法院判决，可以先约法律顾问' },
  },
  extend: {
    title: '延长 7 天',
    means: '每一步只能延一次，原因大家都看得到。',
    field: '为什么要延',
    hint: '比如：相关的人下周才回来',
    done: '已延长',
    least: 4,
  },
};
