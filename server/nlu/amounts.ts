import { cued } from './cued';
import { numberOf } from './numbers';

const figure = '(?:\\d{1,9}(?:\\.\\d{1,2})?|[零一二两三四五六七八九十百千]{1,8})';
const money = cued(
  new RegExp(
    `(${figure})(万|千|百)?(${figure})?(?:多|来|几)?(?:个)?(?:元|块(?:钱)?(?!板|地|石|砖|牌)|人民币|块多)|(${figure})(万)(${figure})?(?:多|几)?(?!户|人|亩|平|公里|步|吨|斤|只|头|年|一|次|字)`,
  ),
);
const scales: Readonly<Record<string, number>> = { 万: 10_000, 千: 1_000, 百: 100 };

function plainOf(said: string): number | undefined {
  if (/^[\d.]+$/.test(said)) return Number(said);
  const tail = /^(.*)([千百])([一二三四五六七八九])$/.exec(said);
  if (!tail) return numberOf(said);
  const head = numberOf((tail[1] ?? '') + (tail[2] ?? ''));
  return head === undefined ? undefined : head + ((numberOf(tail[3] ?? '') ?? 0) * (scales[tail[2] ?? ''] ?? 10)) / 10;
}

/**
 * The first sum of money a normalised message names, in yuan: 四万多块 → 40000, 一万二 → 12000, 三千五百元 → 3500, 5.6万 → 56000.
 * The lower bound when vague. Undefined when none is named.
 */
export function amountIn(text: string): number | undefined {
  const hit = money.exec(text);
  if (!hit) return undefined;
  const head = plainOf(hit[1] ?? hit[4] ?? '');
  if (head === undefined) return undefined;
  const scale = scales[hit[2] ?? hit[5] ?? ''] ?? 1;
  const restSaid = hit[3] ?? hit[6];
  const rest = restSaid === undefined ? 0 : (plainOf(restSaid) ?? 0);
  const restScale = restSaid !== undefined && rest < 10 && scale > 1 ? scale / 10 : 1;
  const value = Math.round((head * scale + rest * restScale) * 100) / 100;
  return value > 0 ? value : undefined;
}
