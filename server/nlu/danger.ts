import { cued } from './cued';
import { aftermath, bonfire, dangerRules, feared, harmless, legal, now, past, supposed, thing } from './danger-rules';
import type { Danger, DangerKind, EmergencyNumber } from './understanding';

const anyHarmless = cued(new RegExp(harmless.source));

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
  const masked = anyHarmless.test(text) ? text.replace(harmless, (word) => '〇'.repeat(word.length)) : text;
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

/** Numbers to call for a kind of danger, the most urgent first. */
export function numbersFor(kind: DangerKind): EmergencyNumber[] {
  return [...(dangerRules.find((rule) => rule.kind === kind)?.numbers ?? ['110', '120'])];
}

/** Whether a danger is feared, long over, asked about as a matter of law, or its end is being dealt with. */
export function isNotNow(text: string): boolean {
  return (feared.test(text) || legal.test(text) || aftermath.test(text)) && !now.test(text);
}

const chronic = cued(
  /经常|老是|总是|天天|常年|常常|长期|三天两头|隔三差五|动不动就|好几次了|多次|怀疑|淤青|伤疤|青一块|身上老/,
);

/** Violence that has gone on for long and is not happening this minute: a matter for people at once, though not for the siren. */
export function isChronicViolence(text: string, danger: Danger): boolean {
  return danger.kind === 'violence' && chronic.test(text) && !now.test(text);
}

const home = cued(
  /老公|老婆|丈夫|妻|婆娘|堂客|媳妇|爱人|对象|男朋友|女朋友|男友|女友|前夫|前任|同居|家暴|家庭暴力|家里|屋里|屋头|两口子|夫妻|爸|妈|爹|娘|父|母|老汉|继|姐夫|女婿|儿子|女儿|侄|孙|亲戚|公公|婆婆|爷|奶|外婆|舅|叔|伯|哥|姐|弟|妹|(?:隔壁|楼上|楼下|对门)[^,.!?;]{0,6}(?:男的|女的|女人|男人)|娃|孩|未成年|学生|少年|幼|童|妇女|孕|欺凌|霸凌|虐待/,
);

/** Whether violence is said of a home or of someone under age; a brawl in the street is a matter of public order. */
export function isAtHome(text: string): boolean {
  return home.test(text);
}

/** Whether a message asks what the law says or who pays for a disaster, and does not say that it is happening now. */
export function asksAboutLaw(text: string): boolean {
  return legal.test(text) && !now.test(text);
}
