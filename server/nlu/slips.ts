import { keyWords } from './lexicon';
import lexicon from './lexicon.json';
import { soundOf, syllableNumber } from './sound';

const words = new Set([...keyWords, ...lexicon.mended]);
const bySound = new Map<string, string[]>();
const byGap = new Map<string, string>();
/** Words as good as the key word they sound like. */
const twins = new Set(
  '公示 公司 工具 公里 作者 进度 公寓 网个 地保 射保 异保 义保 及分 几分 顾客 路等 离昏 气管 停止 停车 停下 水听 听电 建筑 积水 鸡水 集水 路边 路面 投递 体制 物业 误业 电体 电提 老输 公教 公交 工交 退役 举办 预计 预防 人公 个人 河地 河底 危险 单好 签了 签名 千到 前到 讲做 协商 客户 客厅 议论 兑现 对换 补铁 补贴 征得 正地 争地 政地 证地 家报 加报 路登 一保 医报 停点 听水 水电 扬成 有烟 油盐 有言 车身 折地 工自 公资 停产'.split(
    ' ',
  ),
);

for (const word of lexicon.mended) {
  bySound.set(soundOf(word), [...(bySound.get(soundOf(word)) ?? []), word]);
  if (word.length < 4) continue;
  for (let gap = 0; gap < word.length; gap++) byGap.set(`${word.slice(0, gap)}*${word.slice(gap + 1)}`, word);
}

function shared(a: string, b: string): number {
  let same = 0;
  for (let index = 0; index < a.length; index++) if (a[index] === b[index]) same++;
  return same;
}

/** Pairs of sounds a key word may begin with, and characters a long one may begin or go on with: a cheap look before the dear one. */
const firstSounds = new Set(lexicon.mended.map((word) => soundPair(word, 0)));
const longWords = lexicon.mended.filter((word) => word.length >= 4);
const firstCharacters = new Set(longWords.map((word) => word.charAt(0)));
const secondCharacters = new Set(longWords.map((word) => word.charAt(1)));

/** Neighbouring sounds inside the words, with the spellings that are right: a pair that sounds so and is spelt otherwise may be a slip. */
const spellings = new Map<number, Set<number>>();
/** Long words by the pair of characters they begin or end with. */
const byEnd = new Map<number, string[]>();
for (const word of lexicon.mended)
  for (let at = 0; at < word.length - 1; at++) {
    const sound = soundPair(word, at);
    spellings.set(sound, (spellings.get(sound) ?? new Set()).add(spelling(word, at)));
  }
for (const word of longWords)
  for (const end of new Set([spelling(word, 0), spelling(word, word.length - 2)]))
    byEnd.set(end, [...(byEnd.get(end) ?? []), word]);

function soundPair(text: string, at: number): number {
  return syllableNumber(text.charCodeAt(at)) * 1_024 + syllableNumber(text.charCodeAt(at + 1));
}

/** Two neighbouring characters as one whole number that is small enough to be compared fast. */
function spelling(text: string, at: number): number {
  return ((text.charCodeAt(at) & 0x7fff) << 15) | (text.charCodeAt(at + 1) & 0x7fff);
}

/** A cheap look over the whole text: whether anything in it could be a slip at all. Most messages end here. */
function mayHoldSlip(text: string): boolean {
  for (let at = 0; at < text.length - 1; at++) {
    const right = spellings.get(soundPair(text, at));
    const pair = spelling(text, at);
    if (right && !right.has(pair)) return true;
    if (byEnd.get(pair)?.some((word) => !text.includes(word))) return true;
  }
  return false;
}

function meantBySound(window: string): string | undefined {
  if (!firstSounds.has(soundPair(window, 0))) return undefined;
  const least = window.length > 3 ? 0 : 1;
  return bySound.get(soundOf(window))?.find((word) => {
    const equal = shared(word, window);
    return window.length === 2 ? equal === 1 : equal >= least;
  });
}

function meantByShape(window: string): string | undefined {
  if (window.length < 4) return undefined;
  const mayStart = firstCharacters.has(window.charAt(0));
  if (!mayStart && !secondCharacters.has(window.charAt(1))) return undefined;
  for (let gap = 0; gap < (mayStart ? window.length : 1); gap++) {
    const word = byGap.get(`${window.slice(0, gap)}*${window.slice(gap + 1)}`);
    if (word) return word;
  }
  return undefined;
}

function meant(window: string): string | undefined {
  if (twins.has(window)) return undefined;
  return meantBySound(window) ?? meantByShape(window);
}

/**
 * Puts right homophones and one-character slips in key words of the desk: 法律故问 → 法律顾问, 鸡分 → 积分, 警盖 → 井盖.
 * Two-character words need the same sound and one equal character; words of four and more may have any one character wrong.
 * Only the classifier reads the result; the resident's words stay as they are. Texts over 120 characters are left alone.
 */
export function withoutSlips(text: string): string {
  if (text.length > 120 || !mayHoldSlip(text)) return text;
  let mended = text;
  for (let index = 0; index < mended.length - 1; index++) {
    for (let length = Math.min(6, mended.length - index); length >= 2; length--) {
      const window = mended.slice(index, index + length);
      if (words.has(window)) {
        index += length - 1;
        break;
      }
      const word = meant(window);
      if (word === undefined) continue;
      mended = mended.slice(0, index) + word + mended.slice(index + length);
      index += length - 1;
      break;
    }
  }
  return mended;
}
