import { classify } from './classifier';
import { prepared } from './classifier-text';
import type { Intent } from './understanding';

const link =
  /顺便|顺带|另外|还有(?!多久|没有|没得|几|多少|人|好久)|还想|还要(?!多久|好久|等)|再(?:帮|查|问|看|给|说|报|约)|对了|同时|也想|也要|第二(?:件|个)?(?:事|是)|以及|修完|完了再|,(?=另|再|还|也)/;
const several = new RegExp(`(?:${link.source})`, 'g');
const wishes: ReadonlySet<Intent> = new Set([
  'report',
  'dispute',
  'book_advisor',
  'consult',
  'credit',
  'progress',
  'legal_question',
  'law_event',
  'service_info',
  'contact',
  'human',
]);
const sure = 0.45;

/**
 * The other wishes of a message beside `main`, in the order they are said: 「井盖破了，顺便查下我的积分」 → credit. Only where a word links
 * two wishes (顺便, 另外, 还想 …); a problem beside a problem is one wish. Takes a normalised message of at most 200 characters.
 */
export function otherWishes(text: string, main: Intent): Intent[] {
  if (!wishes.has(main) || text.length > 200 || !link.test(text)) return [];
  const found = new Set<Intent>();
  for (const part of text.split(several).flatMap((piece) => piece.split(/[,.;!?]/))) {
    if (part.trim().length < 4) continue;
    const best = classify(prepared(part)).intents[0];
    if (!best || best.confidence < sure || !wishes.has(best.intent)) continue;
    found.add(best.intent);
  }
  found.delete(main);
  if (main === 'report' || main === 'dispute') {
    found.delete('report');
    found.delete('dispute');
  }
  return [...found];
}
