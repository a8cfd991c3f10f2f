import { keyWords } from './lexicon';
import { soundOf, syllableOf } from './sound';

const words = new Set(keyWords);
const bySound = new Map<string, string[]>();
const byGap = new Map<string, string>();
const commonTwins = new Set([
  '信好',
  '点化',
  '办里',
  '意建',
  '地界',
  '公示',
  '公司',
  '工资',
  '公交',
  '工具',
  '同志',
  '事实',
  '实施',
  '权利',
  '权力',
  '必须',
  '年级',
  '近况',
  '城市',
  '诚实',
  '电器',
  '点心',
  '法治',
  '法制',
  '方式',
  '发烧',
  '发展',
  '公里',
  '工作',
  '公园',
  '公元',
  '商场',
  '伤长',
]);

for (const word of keyWords) {
  if (!/^[\u4e00-\u9fff]{2,6}$/.test(word)) continue;
  bySound.set(soundOf(word), [...(bySound.get(soundOf(word)) ?? []), word]);
  if (word.length < 4) continue;
  for (let gap = 0; gap < word.length; gap++) byGap.set(`${word.slice(0, gap)}*${word.slice(gap + 1)}`, word);
}

function shared(a: string, b: string): number {
  let same = 0;
  for (let index = 0; index < a.length; index++) if (a[index] === b[index]) same++;
  return same;
}

/** Sounds a key word may begin with, and characters a long one may begin or go on with: a cheap look before the dear one. */
const firstSounds = new Set([...bySound.keys()].map((sound) => sound.split(' ')[0] ?? ''));
const longWords = keyWords.filter((word) => word.length >= 4);
const firstCharacters = new Set(longWords.map((word) => word.charAt(0)));
const secondCharacters = new Set(longWords.map((word) => word.charAt(1)));

function meantBySound(window: string): string | undefined {
  if (!firstSounds.has(syllableOf(window.charAt(0)))) return undefined;
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
  if (commonTwins.has(window)) return undefined;
  return meantBySound(window) ?? meantByShape(window);
}

/**
 * Puts right homophones and one-character slips in key words of the desk: 法律故问 → 法律顾问, 鸡分 → 积分, 警盖 → 井盖.
 * Two-character words need the same sound and one equal character; words of four and more may have any one character wrong.
 * Only the classifier reads the result; the resident's words stay as they are. Texts over 120 characters are left alone.
 */
export function withoutSlips(text: string): string {
  if (text.length > 120) return text;
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
