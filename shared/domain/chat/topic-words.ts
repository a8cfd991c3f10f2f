import type { TopicLevel } from '../forum/lifecycle';
import type { TopicDraft, TopicTalk } from './topic-state';

/** Words around a matter that only say that it is to be talked over. */
const around = [
  /^(?:你好|您好|喂|嗯|那个|就是|我说)[，,。\s]*/u,
  /^(?:我(?:们)?)?(?:想|要|希望)(?:提(?:一?个)?议题|来协商|发起(?:一?个)?协商)[，,：:\s]*/u,
  /^(?:我(?:们)?)?(?:想|要|希望|建议)?(?:请|让|找|跟|和|叫|喊)?(?:大家|邻居们?|乡亲们?|村里人?|院子里的人)?(?:一起|一道|坐下来)?(?:来)?(?:商量|协商|议|讨论|合计)(?:一下|一哈|哈)?(?:关于)?[，,：:\s]*/u,
  /[，,]?(?:我(?:们)?)?(?:想|要|希望|能不能|可不可以|该)?(?:请|让|找|跟|和|喊)?(?:大家|邻居们?|乡亲们?|村里人?)(?:一起|一道|坐下来)?(?:来)?(?:商量|协商|议|讨论|合计)(?:一下|一哈|哈|个办法)?[吧嘛噻哈。！!？?]*$/u,
  /(?:的事情?)?[，,]?(?:想|要)(?:商量|协商|讨论)(?:一下|一哈|哈)?[吧嘛噻哈。！!？?]*$/u,
];
const asks = /怎么|如何|咋个|咋|要不要|能不能|可不可以|该不该|多少|几点|谁|哪|吗|么/u;
const titleLimit = 40;
const bodyLimit = 2000;

/** What a sentence is about, without the words that say it is to be talked over; empty when nothing else was said. */
export function matterIn(text: string): string {
  let rest = text.trim();
  for (const words of around) rest = rest.replace(words, '').trim();
  return rest.replace(/^[，,。；;\s]+|[，,。；;！!\s]+$/gu, '');
}

/** A title from what was said first: its first clause, as a matter people can talk over. */
export function titleFrom(said: readonly string[]): string {
  const first = matterIn(said[0] ?? '');
  const [clause = ''] = first.split(/[。！!？?；;\n]/u);
  const short = Array.from(clause).length > 24 ? (clause.split(/[，,]/u)[0] ?? clause) : clause;
  const named = asks.test(short) ? short : `${short}怎么办`;
  return Array.from(named).slice(0, titleLimit).join('');
}

/** The body: what was said, sentence by sentence. */
export function bodyFrom(said: readonly string[]): string {
  const sentences = said
    .map((text, at) => (at === 0 ? matterIn(text) || text.trim() : text.trim()))
    .filter(Boolean)
    .map((text) => (/[。！!？?…]$/u.test(text) ? text : `${text}。`));
  return Array.from(sentences.join('')).slice(0, bodyLimit).join('');
}

/** Whom it concerns, as far as the words say so. */
export function levelIn(text: string): TopicLevel | undefined {
  if (/小区|院子|院坝|楼道|单元|电梯|物业|这栋楼|我们楼/u.test(text)) return 'ESTATE';
  if (/全镇|镇上|场镇|街道上|赶场|全街道|卫生院/u.test(text)) return 'TOWN';
  return /全村|村里|村上|我们村|本村|社区里|村口|[一二三四五六七八九十]组|晒坝/u.test(text) ? 'VILLAGE' : undefined;
}

/** What would be filed; undefined while something is missing. */
export function draftOfTopic({ said, title, level, villageCode }: TopicTalk): TopicDraft | undefined {
  if (!level || !villageCode || said.length === 0) return undefined;
  return { title: title ?? titleFrom(said), body: bodyFrom(said), level, villageCode };
}
