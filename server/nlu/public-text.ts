import { personalIn } from './personal';
import type { PersonalSpan } from './understanding';

/** Where a text that others are to read gives somebody away. `end` is exclusive; positions in the text as it was sent. */
export interface ExposedSpan {
  kind: PersonalSpan['kind'] | 'address' | 'minor';
  start: number;
  end: number;
}

const count = '[一二三四五六七八九十\\d]{1,3}';
/** A home: a building with its room, or a group of a village with its house. Buildings and streets alone are places of everybody. */
const homes = [
  /\d{1,3} ?(?:号楼|栋|幢|座) ?(?:[一二三四五六七八九\d]{1,2} ?单元 ?)?(?:\d{1,2} ?[楼层] ?)?\d{3,4} ?(?:室|号|房)?(?! ?(?:\d|年|元|户|人|块|米|个|多|平))/g,
  /\d{1,4} ?号?[楼院]? ?[一二三四五六七八九\d]{1,2} ?单元 ?\d{2,4} ?(?:室|号|房)?(?! ?(?:\d|户|人|元))/g,
  new RegExp(`(?:${count})(?:组|社)\\s?\\d{1,3}\\s?号(?![楼路线])`, 'g'),
];

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤小';
const name = `[${surnames}][\\u4e00-\\u9fff]{1,2}?`;
const child = '(?:儿子|女儿|孙子|孙女|外孙女?|娃儿|娃娃|孩子|小孩|小孩子|学生|同学|小朋友|侄儿|侄女)';
const minors = [
  new RegExp(`${child}(?:的?名字)?(?:名叫|叫做|叫作|叫|名字是|是)(?:[${surnames}][\\u4e00-\\u9fff]{1,2})`, 'g'),
  new RegExp(
    `${name}[（(,， ]{0,2}(?:今年|才|刚满|刚)?(?:1[0-7]|[1-9]|十[一二三四五六七]?|[二三四五六七八九])岁(?!以|[上下]|的?老)`,
    'g',
  ),
  new RegExp(`${name}[（(,， ]{0,2}(?:在|读|念|上|是)[^，。；!?！？]{0,12}?(?:年级|幼儿园|[小中大]班|\\d班)`, 'g'),
];

/**
 * What a public text should not contain: numbers that name a person (`personalIn`), homes with their room or house number, names of children.
 * In order and not overlapping; the first finding wins. Texts behind 4,000 characters are not read.
 */
export function exposedIn(text: string): ExposedSpan[] {
  const read = text.slice(0, 4000);
  const found: ExposedSpan[] = [...personalIn(read)];
  const look = (kind: ExposedSpan['kind'], patterns: readonly RegExp[]) => {
    for (const pattern of patterns)
      for (const match of read.matchAll(pattern)) {
        const span = { kind, start: match.index, end: match.index + match[0].length };
        if (found.every((other) => span.end <= other.start || span.start >= other.end)) found.push(span);
      }
  };
  look('address', homes);
  look('minor', minors);
  return found.sort((a, b) => a.start - b.start);
}
