import { cued } from './cued';
import { numberOf } from './numbers';
import type { MarketDay } from './understanding';

const market = cued(
  /(下下个?|下(?:一)?个?|这个?|本)?(?:赶场|逢场|赶集|赶街|逢集)(?:(?:天|日|那天|当天)(?:的?(前|后)([一两二三])?天)?|的?(前|后)([一两二三])天)/,
);

/**
 * The market day a normalised message names (赶场天, 下个赶场天, 赶场天前一天). Every town holds its own, so that the caller finds the date:
 * `ahead` counts market days from the coming one (0), `days` are added to it. Undefined when none is named.
 */
export function marketDayIn(text: string): MarketDay | undefined {
  const hit = market.exec(text);
  if (!hit) return undefined;
  const side = hit[2] ?? hit[4];
  const count = side === undefined ? 0 : (numberOf(hit[3] ?? hit[5] ?? '一') ?? 1);
  const ahead = hit[1]?.startsWith('下下') ? 2 : hit[1]?.startsWith('下') ? 1 : 0;
  return { text: hit[0], ahead, days: side === '前' ? -count : count };
}
