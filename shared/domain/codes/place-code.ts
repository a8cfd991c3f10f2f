import { checkedCode, readCheckedCode } from '../text/checked-code';

/** What a printed code can stand for. */
export const codeKinds = ['GRID', 'BUILDING', 'VILLAGE', 'ADVISOR', 'MEETING'] as const;
export type CodeKind = (typeof codeKinds)[number];

const labels: Readonly<Record<CodeKind, string>> = {
  GRID: '网格',
  BUILDING: '楼栋院落',
  VILLAGE: '村（社区）',
  ADVISOR: '法律顾问',
  MEETING: '协商会',
};
export const codeKindLabel = (kind: CodeKind): string => labels[kind];

const slogans: Readonly<Record<CodeKind, string>> = {
  GRID: '有事直接说',
  BUILDING: '有事直接说',
  VILLAGE: '有事直接说',
  ADVISOR: '约法律顾问',
  MEETING: '协商会签到',
};

/** The large words of the poster. */
export const sloganOf = (kind: CodeKind): string => slogans[kind];

/** 9 signs and a check sign: nobody finds another one by trying (31⁹ ≈ 26 million million). Source: platform 1.7. */
const length = 9;

/** A new code from hexadecimal text of at least 18 random characters. It says nothing of what it stands for. */
export const placeCode = (hex: string): string => checkedCode(hex, length);

/** What WeChat hands back to the page: at most 32 characters of its set. */
export const sceneOf = (code: string): string => `c=${code}`;

/**
 * The code in whatever was scanned or typed: WeChat's scene (also still encoded), the address of a printed code, or the signs themselves.
 * Undefined when it is none, or when a sign was copied wrongly.
 */
export function readPlaceCode(text: string): string | undefined {
  const plain = decoded(text).trim();
  return readCheckedCode(/(?:^c=|\/q\/)([^/?#&]+)$/.exec(plain)?.[1] ?? plain, length, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The code as people read it: 7K2M 9QXW 4C. */
export const spacedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
