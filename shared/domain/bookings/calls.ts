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
  reason === 'FIRST' ? '以前约了没有来，先问一声这次来不来' : '微信上的提醒没有送到';

/** What the caller says: who rings, when and where the talk is, and what to do when it does not suit. `about` reads 明天 09:00–09:30 · 到村 · 高桥村. */
export const callWords = (reason: CallReason, lawyerName: string, about: string): string =>
  `您约了${lawyerName}：${about}。${reason === 'FIRST' ? '您能来吗？' : '请记得按时来。'}来不了就说一声，我们帮您改时间。`;
