import { aftermath, bonfire, dangerRules, harmless, legal, now, past, supposed, thing } from './danger-rules';
import type { Danger } from './understanding';

function quiet(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 18), index);
  return (supposed.test(before) || past.test(before)) && !now.test(text);
}

/**
 * Looks for danger to life before any classifier, recall first: a missed one costs more than a needless hint.
 * Takes a normalised message; every rule is tried and the kinds come in the order of the table. Undefined when there is none.
 * Numbers: 110 police, 119 fire and rescue, 120 ambulance (national short numbers).
 */
export function dangerIn(text: string): Danger | undefined {
  const masked = text.replace(harmless, (word) => '〇'.repeat(word.length));
  const isOver = (legal.test(masked) || aftermath.test(masked)) && !now.test(masked);
  for (const rule of dangerRules) {
    if (isOver && !rule.always) continue;
    const words = new Set<string>();
    for (const pattern of rule.patterns) {
      const hit = pattern.exec(masked);
      if (!hit) continue;
      if (!rule.always && quiet(masked, hit.index)) continue;
      const near = masked.slice(Math.max(0, hit.index - 8), hit.index + hit[0].length);
      if (rule.kind === 'drowning' && thing.test(near) && !/人|娃|孩|老/.test(near)) continue;
      if (rule.kind === 'fire' && bonfire.test(masked) && /烟|明火/.test(hit[0])) continue;
      words.add(hit[0].replaceAll('〇', ''));
    }
    if (words.size > 0) return { kind: rule.kind, words: [...words], numbers: [...rule.numbers] };
  }
  return undefined;
}

const chronic =
  /经常|老是|总是|天天|常年|常常|长期|三天两头|隔三差五|动不动就|好几次了|多次|怀疑|淤青|伤疤|青一块|身上老/;

/** Violence that has gone on for long and is not happening this minute: a matter for people at once, though not for the siren. */
export function isChronicViolence(text: string, danger: Danger): boolean {
  return danger.kind === 'violence' && chronic.test(text) && !now.test(text);
}
