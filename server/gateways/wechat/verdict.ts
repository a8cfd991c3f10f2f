/** What WeChat thinks of a text; `label` is its category code (100 is normal). */
export interface Verdict {
  suggest: 'pass' | 'review' | 'risky';
  label: number;
  traceId: string;
}

/** Longest text of one check, in UTF-16 units. Source: msg_sec_check v2. */
export const textPartLength = 2500;

/** Cuts a text into parts that may be checked, never inside a surrogate pair; an empty or blank text has none. */
export function textParts(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + textPartLength, text.length);
    const splitsPair = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
    if (splitsPair) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts.filter((part) => part.trim() !== '');
}

const gravity = { pass: 0, review: 1, risky: 2 } as const;

/** The graver of two verdicts; the first one when they are equal. */
export function worst(before: Verdict | undefined, next: Verdict): Verdict {
  return before && gravity[before.suggest] >= gravity[next.suggest] ? before : next;
}
