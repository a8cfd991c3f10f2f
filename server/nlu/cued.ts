import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** The commonest characters of messages: a poor cue, since it stands everywhere. */
const common = new Set([
  ...'的了我一不有在是没人个们家到都里来上路村这要就好说下么水去出大门得办子给天电车房怎坏能请街口多还用过',
]);
/** How much dearer a common character is as a cue than a rare one. */
const commonCost = 12;
/** Bits of one lane; one bit stays free for the sign. */
const laneBits = 31;
const widest = 100;
const lanes: Int32Array[] = [];
let bits = 0;

/** What is known of the text looked at last: the bits of all its characters, lane by lane. */
let lookedAt = '';
const seen: number[] = [];

function look(text: string): void {
  lookedAt = text;
  for (let lane = 0; lane < lanes.length; lane++) {
    const table = lanes[lane];
    let mask = 0;
    for (let at = 0; table && at < text.length; at++) mask |= table[text.charCodeAt(at)] ?? 0;
    seen[lane] = mask;
  }
}

function costOf(cues: ReadonlySet<number>): number {
  let cost = 0;
  for (const code of cues) cost += common.has(String.fromCharCode(code)) ? commonCost : 1;
  return cost;
}

function rangeOf(from: number, to: number): Set<number> | undefined {
  return to - from > widest ? undefined : new Set(Array.from({ length: to - from + 1 }, (_, at) => from + at));
}

function union(parts: readonly (Set<number> | undefined)[]): Set<number> | undefined {
  return parts.every((part) => part !== undefined) ? new Set(parts.flatMap((part) => [...part])) : undefined;
}

function cuesOfClass(element: AST.CharacterClassElement): Set<number> | undefined {
  if (element.type === 'Character') return new Set([element.value]);
  if (element.type === 'CharacterClassRange') return rangeOf(element.min.value, element.max.value);
  return element.type === 'CharacterSet' && element.kind === 'digit' && !element.negate ? rangeOf(48, 57) : undefined;
}

/** Characters of which every match of a piece holds at least one; undefined when there are none such. */
function cuesOfPiece(piece: AST.Element): Set<number> | undefined {
  switch (piece.type) {
    case 'Character':
      return new Set([piece.value]);
    case 'CharacterSet':
      return piece.kind === 'digit' && !piece.negate ? rangeOf(48, 57) : undefined;
    case 'CharacterClass':
      return piece.negate || piece.unicodeSets ? undefined : union(piece.elements.map(cuesOfClass));
    case 'Group':
    case 'CapturingGroup':
      return union(piece.alternatives.map(cuesOfAlternative));
    case 'Quantifier':
      return piece.min > 0 ? cuesOfPiece(piece.element) : undefined;
    default:
      return undefined;
  }
}

/** Of the pieces that must all be there, the one with the rarest characters speaks for the alternative. */
function cuesOfAlternative(alternative: AST.Alternative): Set<number> | undefined {
  let best: Set<number> | undefined;
  for (const piece of alternative.elements) {
    const cues = cuesOfPiece(piece);
    if (cues && (best === undefined || costOf(cues) < costOf(best))) best = cues;
  }
  return best;
}

/** Characters of which every text that an expression matches holds at least one; undefined when it may match without. */
export function cuesOf(pattern: RegExp): ReadonlySet<number> | undefined {
  const { pattern: parsed, flags } = new RegExpParser({ ecmaVersion: 2024 }).parseLiteral(String(pattern));
  const cues = union(parsed.alternatives.map(cuesOfAlternative));
  if (!cues || !flags.ignoreCase) return cues;
  const both = [...cues].flatMap((code) => {
    const character = String.fromCharCode(code);
    return [character.toLowerCase(), character.toUpperCase()];
  });
  return new Set(both.map((character) => character.charCodeAt(0)));
}

/** An expression that is tried only where one of its cues stands. It matches what the plain one matches. */
export interface Cued {
  exec(text: string): RegExpExecArray | null;
  test(text: string): boolean;
}

/**
 * Puts the characters an expression cannot match without before it: all such expressions together look once at each text (three operations a
 * character), and most then need not be tried. The cues are read off the expression itself, so that they are never out of step with it.
 */
export function cued(pattern: RegExp): Cued {
  const cues = cuesOf(pattern);
  if (!cues || pattern.global || pattern.sticky) throw new Error(`no cues for ${String(pattern).slice(0, 60)}`);
  const lane = Math.floor(bits / laneBits);
  const bit = 1 << (bits++ % laneBits);
  const table = lanes[lane] ?? new Int32Array(65_536);
  lanes[lane] = table;
  for (const code of cues) table[code] = (table[code] ?? 0) | bit;
  lookedAt = '';
  seen[lane] = 0;
  return {
    exec(text) {
      if (text !== lookedAt) look(text);
      return ((seen[lane] ?? 0) & bit) === 0 ? null : pattern.exec(text);
    },
    test(text) {
      if (text !== lookedAt) look(text);
      return ((seen[lane] ?? 0) & bit) !== 0 && pattern.test(text);
    },
  };
}
