import { keyWordsIn } from './lexicon';
import type { Details } from './understanding';

// One piece at a time: `tidy` repeats both until nothing changes; a repeated group of such pieces would try every way to part them.
const opening =
  /^(?:你们?好|您好|喂|哎|唉|请问|请|麻烦(?:你们?|您|帮忙)?|师傅|同志|领导|帮忙|帮我|反映(?:一下|个|一个)?|投诉(?:一下|个|一个)?|举报(?:一下)?|上报(?:一下)?|报(?:一个|个|一下)|(?:我)?(?:想)?问(?:题|一下|下|哈)|说(?:一下|个)|我(?:想|要|来|跟你们?|给你们?)?(?:想|要)?(?:反映|投诉|举报|上报|报修|报|说|问)(?:一下|个|一个|的是)?(?:问题|情况|事情|事)?|(?:有|一)个(?:问题|事情|事|情况)|我(?:们)?(?:这里|这边|这儿|这点|们)|这里|这边|那个|就是(?:说)?|现在|目前|最近|今天|昨天|刚才|刚刚|关于|的|在|,|\.|:|;|!| )/;
const closing =
  /(?:[,.]|(?:都|也|还|又|一直|到现在|至今|根本|从来)*(?:没(?:有)?(?:得)?|无|莫得|不见)(?:人|哪个|谁)(?:来)?(?:修|管|理|处理|过问|打扫|收|解决|维修|收拾|弄|清|看|治|拉)*|(?:请|麻烦|希望|能不能|可不可以|可以|求)?(?:你们?|您|政府|领导|有关部门|社区|相关部门)?(?:尽快|赶紧|赶快|快点|马上|及时|派人|喊人|叫人|帮忙|帮我|来人)+(?:来)?(?:处理|解决|看|修|管|弄|维修|清理|查)?(?:一下|下|哈|看)?|怎么办|咋个办|咋办|谢谢(?:你们?|您)?(?:了)?|拜托(?:了)?|好久(?:能)?(?:来)?(?:修|处理|解决)|(?:找|问)哪个(?:修|管|处理|解决)?|(?:了)?(?:吧|嘛|撒|噻|啊|哦|呢|哈|咯|喽|呀|吗)|!|\?| )$/;
const clauses = /[,!?;:\n]+|\.(?!\d)/;

/**
 * The subject for a title: the clause with the strongest key words, without place, time and politeness, in the resident's own words,
 * at most 20 characters. `details` are those already found in the same normalised text. Undefined when nothing is left.
 */
export function subjectIn(text: string, details: Details): string | undefined {
  let best: { said: string; weight: number } | undefined;
  for (const clause of text.split(clauses)) {
    const said = tidy(clause, details);
    if (said.length < 2) continue;
    const words = keyWordsIn(said).filter((found) => found.marks.some((mark) => mark.startsWith('cat:')));
    const weight =
      words.reduce((sum, found) => sum + found.word.length, 0) +
      (/坏|烂|堵|漏|断|缺|没|不|吵|臭|乱|占|欠|垮|塌|满|停/.test(said) ? 1.5 : 0);
    if (!best || weight > best.weight) best = { said, weight };
  }
  if (!best) return undefined;
  return best.said.length <= 20 ? best.said : shortened(best.said);
}

function tidy(clause: string, details: Details): string {
  let said = clause.trim();
  for (const word of [
    details.where?.text,
    details.where?.villageName,
    details.where?.group,
    details.where?.landmark,
    details.when?.text,
    details.phone,
    details.ticketNo,
  ])
    if (word !== undefined && word.length > 1) said = said.replace(word, '');
  const { since } = details;
  const at = since === undefined || /^(?:一直|天天|经常|每天|长期)/.test(since) ? -1 : said.indexOf(since);
  if (since !== undefined && at >= 0)
    said =
      said.slice(0, at).replace(/(?:从|自从|都|已经|有|大概)+$/, '') +
      said.slice(at + since.length).replace(/^(?:了|开始|就|以来)+/, '');
  let before = '';
  while (before !== said) {
    before = said;
    said = said.replace(opening, '').replace(closing, '').trim();
  }
  return said.replace(/^(?:的|那个|那里|那边|那点|有(?!人)|了)+(?=.{2})/, '').replace(/(?:已经|都|就)$/, '');
}

function shortened(said: string): string {
  const first = keyWordsIn(said).find((found) => found.marks.some((mark) => mark.startsWith('cat:')));
  const at = first ? said.indexOf(first.word) : 0;
  const from = at + (first?.word.length ?? 0) > 20 ? Math.max(0, at - 6) : 0;
  return said.slice(from, from + 20);
}
