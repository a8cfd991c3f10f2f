/** Patterns a person should look at. A flag hides nothing and drops nothing. */
export const checkFlags = {
  MANY: '同一个人一天内发了很多',
  COPIED: '同样的话贴了好几处',
  CROWD: '新来的账号一起涌到同一个地方',
  REPORT_RUSH: '短时间内集中举报',
} as const;
export type CheckFlag = keyof typeof checkFlags;

/** What was counted around a new piece. */
export interface Around {
  /** Pieces of the same author in the last 24 hours, this one included. */
  readonly byAuthor: number;
  /** Pieces with the same words in the last 7 days, this one included. */
  readonly sameWords: number;
  /** Accounts younger than three days that wrote in the same place within the last hour, this one included. */
  readonly newcomers: number;
}

/** Defaults, to be confirmed. */
const limits = { byAuthor: 20, sameWords: 3, newcomers: 5, reportsInTenMinutes: 5 } as const;

/** The flags of a new piece. */
export function flagsOf({ byAuthor, sameWords, newcomers }: Around): CheckFlag[] {
  return [
    ...(byAuthor >= limits.byAuthor ? (['MANY'] as const) : []),
    ...(sameWords >= limits.sameWords ? (['COPIED'] as const) : []),
    ...(newcomers >= limits.newcomers ? (['CROWD'] as const) : []),
  ];
}

/** Whether so many reports on one piece within ten minutes look like an arrangement. */
export const isReportRush = (reportsInTenMinutes: number): boolean => reportsInTenMinutes >= limits.reportsInTenMinutes;

/** The words by which copies are known: letters and digits only, so that spaces and marks make no difference; too short ones are nobody's copy. */
export function wordsToCompare(text: string): string | undefined {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return words.length >= 12 ? words : undefined;
}
