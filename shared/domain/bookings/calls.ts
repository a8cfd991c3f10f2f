/** What came of a call. */
export const callOutcomes = ['TOLD', 'VISITED', 'UNREACHED'] as const;
export type CallOutcome = (typeof callOutcomes)[number];
export type CallReason = 'FIRST' | 'DAY' | 'HOURS';

const outcomeTexts: Readonly<Record<CallOutcome, string>> = {
  TOLD: '电话说到了',
  VISITED: '上门说到了',
  UNREACHED: '没有联系上',
};

export const outcomeText = (outcome: CallOutcome): string => outcomeTexts[outcome];

/** Why somebody has to ring. */
export const callReasonText = (reason: CallReason): string =>
  reason === 'FIRST' ? '以前约了没有来，先问一声这次来不来' : '微信提醒没有送到';

/** What the caller says: when and how the talk is, and what to do when it does not suit. `when` reads 明天 09:00–09:30, `meeting` 陈律师打电话给您. */
export const callWords = (reason: CallReason, when: string, meeting: string): string =>
  `您约了法律顾问，${when}，${meeting}。${reason === 'FIRST' ? '这个时间您方便吗？' : '请记得时间。'}不方便就说一声，我们帮您改。`;
