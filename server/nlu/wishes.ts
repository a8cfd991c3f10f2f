import { classify } from './classifier';
import { prepared } from './classifier-text';
import { cued } from './cued';
import type { Intent, IntentCandidate } from './understanding';

const linking =
  /顺便|顺带|另外|还有(?!多久|没有|没得|几|多少|人|好久)|还想|还要(?!多久|好久|等)|再(?:帮|查|问|看|给|说|报|约)|对了|同时|也想|也要|第二(?:件|个)?(?:事|是)|以及|修完|完了再|,(?=另|再|还|也)/;
const link = cued(linking);
const several = new RegExp(`(?:${linking.source})`, 'g');
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

const problems: ReadonlySet<Intent> = new Set(['report', 'dispute']);

/**
 * The wishes of a message that reads as `main` as a whole, in the order they are said: 「井盖破了，顺便查下我的积分」 → report, credit. Only
 * where a word links two wishes (顺便, 另外, 还想 …); a problem beside a problem is one wish. Empty when there are not two.
 * Takes a normalised message of at most 200 characters.
 */
export function wishesIn(text: string, main: Intent): IntentCandidate[] {
  if (!wishes.has(main) || text.length > 200 || !link.test(text)) return [];
  const found: IntentCandidate[] = [];
  for (const part of text.split(several).flatMap((piece) => piece.split(/[,.;!?]/))) {
    if (part.trim().length < 4) continue;
    const best = classify(prepared(part)).intents[0];
    if (!best || best.confidence < sure || !wishes.has(best.intent)) continue;
    const same = (one: IntentCandidate) =>
      one.intent === best.intent || (problems.has(one.intent) && problems.has(best.intent));
    if (!found.some(same)) found.push(best);
  }
  if (problems.has(main)) {
    const problem = found.find((one) => problems.has(one.intent));
    if (problem) problem.intent = main;
  }
  if (!found.some((one) => one.intent === main)) found.unshift({ intent: main, confidence: 1 });
  return found.length > 1 ? found : [];
}
