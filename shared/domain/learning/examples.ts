/** What a sentence kept for learning is about, in the words of those who judge it. The same names as the desk's understanding has. */
export const exampleIntents = [
  'report',
  'dispute',
  'book_advisor',
  'consult',
  'credit',
  'progress',
  'legal_question',
  'law_event',
  'service_info',
  'contact',
  'emergency',
  'human',
  'smalltalk',
  'cancel',
  'correction',
  'unknown',
] as const;
export type ExampleIntent = (typeof exampleIntents)[number];

export const exampleIntentLabels: Readonly<Record<ExampleIntent, string>> = {
  report: '报问题',
  dispute: '有纠纷',
  book_advisor: '约法律顾问',
  consult: '议事协商',
  credit: '积分',
  progress: '问进度',
  legal_question: '问法律',
  law_event: '普法活动',
  service_info: '问办事',
  contact: '找人找单位',
  emergency: '险情',
  human: '要人工',
  smalltalk: '闲聊',
  cancel: '不办了',
  correction: '更正',
  unknown: '和服务台无关',
};

export const exampleStates = ['OPEN', 'ACCEPTED', 'REJECTED'] as const;

/** Shortest and longest sentence that is worth learning from, in characters. Default, to be confirmed. */
export const exampleLength = { shortest: 4, longest: 200 } as const;

/** Whether a text can be an example at all: neither a word nor a letter. */
export function isExampleLength(text: string): boolean {
  const { length } = text.trim();
  return length >= exampleLength.shortest && length <= exampleLength.longest;
}

/** Problems and disputes are learnt with their category, everything else without one. */
export function hasCategory(intent: ExampleIntent): boolean {
  return intent === 'report' || intent === 'dispute';
}
