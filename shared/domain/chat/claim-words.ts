import { addDays, type Day, dayOf } from '../time/clock';

const wish =
  /(?:要|想|申请|求|帮我|给我|给我家|该|应该|可以|能不能|能)[^，。？?]{0,4}(?:加|记|算)[^，。？?]{0,3}(?:积)?分|申请(?:加)?积?分/u;
const asks = /咋|怎么|怎样|如何|啥|什么|哪些|哪样|为何|凭|多少|几分|规则/u;
const around = [
  /[，,。]?(?:我)?(?:要|想|申请|求|帮我|给我家?|该|应该|可以|能不能|能)[^，。？?]{0,4}(?:加|记|算)[^，。？?]{0,3}(?:积)?分(?:嘛|吧|哈|噻|不|吗)?[。！!？?]*$/u,
  /^(?:我)?(?:要|想|帮我|给我家?)?(?:申请)?(?:加|记)?(?:一?点|[一二两三四五\d]+)?(?:积)?分[，,。！!]*/u,
];

/** Whether a sentence asks for points for something that was done; questions about how it works do not. */
export const wantsPoints = (text: string): boolean => wish.test(text) && !asks.test(text);

/** What a sentence tells of a deed, without the words that ask for points; empty when it tells nothing. */
export function deedIn(text: string): string {
  let rest = text.trim();
  for (const words of around) rest = rest.replace(words, '').trim();
  return rest.replace(/^[，,。；;\s]+|[，,。；;！!\s]+$/gu, '');
}

const near: readonly (readonly [RegExp, number])[] = [
  [/大前天/u, 3],
  [/前天|前晚/u, 2],
  [/昨天|昨晚|昨日/u, 1],
  [/今天|今早|今晚|今日|刚才|刚刚/u, 0],
];

/** The Shanghai day a sentence names: 昨天, 前天, 11月21日, 21号, 上周六. Undefined when it names none. */
export function dayIn(text: string, now: Date): Day | undefined {
  const today = dayOf(now);
  const back = near.find(([words]) => words.test(text))?.[1];
  if (back !== undefined) return addDays(today, -back);
  const date = /(?:(\d{1,2})月)?(\d{1,2})[日号]/u.exec(text);
  if (date) {
    const [month, day] = [date[1] ?? today.slice(5, 7), date[2] ?? ''].map((part) => part.padStart(2, '0'));
    const said = `${today.slice(0, 4)}-${month}-${day}`;
    return Number.isNaN(Date.parse(said)) ? undefined : said;
  }
  const weekday = /上(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/u.exec(text)?.[1];
  if (!weekday) return undefined;
  const place = weekday === '天' ? 6 : '一二三四五六日'.indexOf(weekday);
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, place - sinceMonday - 7);
}

/** The words of a claim: what was said, sentence by sentence, within 500 characters. */
export function claimText(said: readonly string[]): string {
  const words = said.map((text) => deedIn(text) || text.trim()).filter(Boolean);
  return Array.from(words.join('。')).slice(0, 500).join('');
}

/** What rules are about, in the words of rules and in those of people. */
const kinds: readonly RegExp[] = [
  /清扫|扫了?(?:院坝|地|街|路|楼道)|打扫|垃圾|卫生|整治|水沟|大扫除/u,
  /志愿|义工|帮忙两小时/u,
  /捐工|投劳|出工|修路|补路|捐了|捐料|义务劳动/u,
  /老人|困难户|邻里|照顾|婆婆|爷爷|独居/u,
  /调解|谈拢|和好|矛盾自己|劝和/u,
  /普法|讲座|听课|法治课/u,
  /隐患|线索|报告|井盖|发现/u,
  /村民会|院坝会|开会|会议/u,
  /示范户|明白人/u,
  /拾金|捡到|上交|失主|见义勇为/u,
];

/** Rules a deed may fit, the best first, and whether one of them stands out. Titles are compared by what they are about. */
export function rulesFor<T extends { readonly title: string }>(
  text: string,
  rules: readonly T[],
): { rules: readonly T[]; isSure: boolean } {
  const about = (words: string) => kinds.map((kind) => kind.test(words));
  const deed = about(text);
  const scored = rules.map((rule) => ({
    rule,
    score: about(rule.title).filter((is, at) => is && deed[at]).length,
  }));
  const sorted = scored.sort((a, b) => b.score - a.score);
  const [first, second] = sorted;
  return {
    rules: sorted.map(({ rule }) => rule),
    isSure: (first?.score ?? 0) > 0 && (first?.score ?? 0) > (second?.score ?? 0),
  };
}
