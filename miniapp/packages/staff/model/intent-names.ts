const names: Record<string, string> = {
  report: '报问题',
  dispute: '纠纷求助',
  book_advisor: '约法律顾问',
  consult: '来协商',
  credit: '查积分',
  progress: '问进度',
  legal_question: '法律问题',
  law_event: '普法活动',
  service_info: '问办事',
  contact: '找网格',
  emergency: '紧急情况',
  human: '转人工',
  smalltalk: '闲谈',
  cancel: '取消',
  correction: '更正',
  unknown: '没有听懂',
};

/** What people read for an intent of the understanding; one this build does not know is shown as it came. */
export const intentName = (intent: string): string => names[intent] ?? intent;
