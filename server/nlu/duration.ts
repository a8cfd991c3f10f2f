import { cued } from './cued';
import { numeralClass } from './numbers';

const count = `[${numeralClass}几]{1,4}(?:多|来|十几)?`;
const span = `(?:(?:大概|差不多|大约|快|都|已经|起码|至少|有|约|怕有|可能有|将近|接近)?(?:${count}|半|大半|小半|整整一|好|好多|好几|一两|两三|三四|四五|五六|七八)(?:个)?(?:多)?(?:星期|礼拜|周|月|年|天|日|晚上|小时|钟头|分钟|夜|季度|学期)(?:半)?(?:多)?(?:时间)?)`;
const lasting = cued(
  new RegExp(
    `(?:坏|停|堵|拖|等|断|漏|烂|没|莫|熄|臭|欠|吵|闹|响|黑|积|丢|缺|占|建|修|施工|垮|塌|故障|不亮|不走|没人管)(?:了|起)?(?:有|都|已经|快|大概|差不多|起码)*(${span})`,
  ),
);
const already = cued(new RegExp(`(${span})(?:都|已经|了|没|不|莫|还|咯|喽|来|以来|之前就|前就|没得|没人)`));
const alone = cued(new RegExp(`^(?:有|都|已经|大概|差不多|快)*(${span})(?:了|咯|喽|多)?[.!]?$`));
const start = cued(
  /(?:从|自从)?((?:昨天|昨晚|昨夜|前天|大前天|今天早上|今早|今天|上周|上个?星期|上个?礼拜|上个?月|去年|前年|年前|年初|春节|国庆|五一|过年|开春|入冬|[一二三四五六七八九十\d]{1,2}月(?:份)?)(?:[一二三四五六日天1-6])?(?:早上|上午|中午|下午|晚上|夜里|半夜)?)(?:开始|起就|以来|就(?:坏|停|没|不|开始|一直|堵)|到现在|起)/,
);
const habitual = cued(
  /(好久了|好长时间了|很久了|很长时间了|长期|好些天了|好多天了|好多年了|一直(?=没|不|都)|(?<![今明昨后前春夏秋冬白])天天(?![气亮黑晴阴空花然冷热])|每天(?:晚上|夜里|半夜|早上)?|半夜三更|经常)/,
);

/**
 * How long something has lasted, in the resident's words: 坏了一个星期 → 一个星期, 昨天晚上开始 → 昨天晚上. Takes a normalised message.
 * Spans that look ahead (三天后, 两天内) are not durations. Undefined when nothing is said.
 */
export function sinceIn(text: string): string | undefined {
  const began = start.exec(text)?.[1];
  if (began !== undefined) return began;
  for (const pattern of [lasting, already, alone]) {
    const hit = pattern.exec(text);
    const said = hit?.[1];
    if (!hit || said === undefined) continue;
    const after = text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 2);
    if (/^(?:后|以后|内|之内)/.test(after)) continue;
    return said.replace(/^(?:都|已经|有|快|怕有|可能有)+/, '');
  }
  return habitual.exec(text)?.[1];
}
