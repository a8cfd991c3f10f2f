import categoryTable from '../../prisma/data/categories.json';
import departmentTable from '../../prisma/data/departments.json';
import { isAtHome, isNotNow, numbersFor } from './danger';
import type { Features } from './features';
import { wordsFor } from './lexicon';
import { loadHeads, marginsOf, type Scored, scored, strongest } from './linear';
import model from './model.json';
import type {
  CategoryCandidate,
  CategoryGuess,
  Danger,
  DangerKind,
  DepartmentName,
  Intent,
  IntentCandidate,
} from './understanding';
import { intents } from './understanding';

const { names, read, heads } = loadHeads(model.intent, model.category, model.danger);
const [intentHead, categoryHead, dangerHead] = heads;
const kinds: ReadonlySet<string> = new Set<DangerKind>([
  'fire',
  'gas',
  'violence',
  'drowning',
  'suicide',
  'collapse',
  'medical',
  'electric',
]);
const categories = new Map(categoryTable.categories.map((category) => [category.code, category]));
const departments = new Map(departmentTable.departments.map((department) => [department.code, department.name]));
const intentNames: ReadonlySet<string> = new Set(intents);

/** Below this the best intent is no answer: the desk says it did not understand (set on sentences that were not trained on at the time). */
const leastConfidence = 0.4;

/** What the model makes of one text. */
export interface Classified {
  /** The four likeliest. */
  intents: IntentCandidate[];
  isForeign: boolean;
  features: Features;
}

/** How far "no danger" may be ahead before the model keeps silent; recall first (chosen by cross-validation on the training part). */
const silence = 0.5;

function isKind(label: string): label is DangerKind {
  return kinds.has(label);
}

/** A danger the model sees where no rule does; `said` is the normalised message. Undefined when it is feared, over, or none. */
export function dangerGuess(classified: Classified, said: string): Danger | undefined {
  if (said.length < 4 || said.length > 120 || isNotNow(said)) return undefined;
  const margins = marginsOf(dangerHead, classified.features);
  const none = margins[dangerHead.labels.indexOf('none')] ?? 0;
  let kind: DangerKind | undefined;
  let highest = none - silence;
  dangerHead.labels.forEach((label, index) => {
    const margin = margins[index] ?? 0;
    if (!isKind(label) || margin <= highest) return;
    kind = label;
    highest = margin;
  });
  if (kind === undefined) return undefined;
  return {
    kind,
    words: quoted(strongest(dangerHead, names, classified.features, kind, 8), said),
    numbers: numbersFor(kind),
  };
}

function isIntent(label: string): label is Intent {
  return intentNames.has(label);
}

/** Intents of a text prepared by `classifierText`, best first; `isForeign` when none is likely enough. */
export function classify(prepared: string): Classified {
  const features = read(prepared);
  const found: IntentCandidate[] = [];
  for (const { label, confidence } of scored(intentHead, features, 4))
    if (isIntent(label)) found.push({ intent: label, confidence });
  const isForeign = (found[0]?.confidence ?? 0) < leastConfidence;
  return { intents: found, isForeign, features };
}

/** An emergency has a category only when it is this sure: most dangers have no unit of the desk (default, to be confirmed). */
const needsCertainty = 0.6;
/** Margins of all categories of a text prepared by `classifierText`; for measuring. */
export function categoryMargins(prepared: string): Float64Array {
  return marginsOf(categoryHead, read(prepared));
}

/** Below this a guess at the category is no guess (default, to be confirmed). */
const faintest = 0.1;

const isOfDispute = (label: string) =>
  label.startsWith('dispute_') || label === 'wages' || label === 'domestic_violence';
const notOfDispute = categoryHead.labels.filter((label) => !isOfDispute(label));
const onlyOfDispute = categoryHead.labels.filter((label) => label.startsWith('dispute_'));
/** The columns of categories that are left out, marked. */
const marked = (...out: readonly string[]) =>
  Uint8Array.from(categoryHead.labels, (label) => (out.includes(label) ? 1 : 0));

/** Categories that an intent leaves out, without and with violence at home, which needs a home. */
const leftOut = {
  dispute: [marked(...notOfDispute), marked(...notOfDispute, 'domestic_violence')],
  report: [marked(...onlyOfDispute), marked(...onlyOfDispute, 'domestic_violence')],
  other: [marked(), marked('domestic_violence')],
} as const;

function outOf(intent: Intent, said: string): Uint8Array {
  const [anywhere, elsewhere] = leftOut[intent === 'dispute' || intent === 'report' ? intent : 'other'];
  return isAtHome(said) ? anywhere : elsewhere;
}

/**
 * Category of a problem among those that fit the intent (disputes have their own), with the reason and two runners-up.
 * `said` is the normalised message, from which the reasons are quoted. Undefined when nothing is likely enough, and for an
 * emergency unless it is clear: fire and drowning have no unit of the desk.
 */
export function categoryOf(
  classified: Classified,
  prepared: string,
  said: string,
  intent: Intent,
): CategoryGuess | undefined {
  const ranked = scored(categoryHead, classified.features, 3, outOf(intent, said)).map(named);
  const best = ranked[0];
  if (!best || best.confidence < (intent === 'emergency' ? needsCertainty : faintest)) return undefined;
  return { ...best, because: reasons(best.code, classified.features, prepared, said), candidates: ranked };
}

function named(one: Scored): CategoryCandidate {
  return {
    code: one.label,
    name: categories.get(one.label)?.name ?? one.label,
    confidence: rounded(one.confidence),
  };
}

function reasons(code: string, features: Features, prepared: string, said: string): string[] {
  const words = wordsFor(`cat:${code}`, said);
  if (words.length > 0) return words.slice(0, 4);
  const mended = wordsFor(`cat:${code}`, prepared);
  if (mended.length > 0) return mended.slice(0, 4);
  return quoted(strongest(categoryHead, names, features, code, 8), said);
}

function quoted(named: readonly string[], said: string): string[] {
  return named.filter((name) => /^[\u4e00-\u9fff]{2,}$/.test(name) && said.includes(name)).slice(0, 3);
}

/** Words of the message that speak for an intent; key words first, else the strongest character sequences. */
export function intentReasons(classified: Classified, intent: Intent, said: string): string[] {
  const words = wordsFor(`int:${intent}`, said);
  return words.length > 0
    ? words.slice(0, 4)
    : quoted(strongest(intentHead, names, classified.features, intent, 8), said);
}

/** Lead unit of a category by the shipped table; the versioned table in the database has the last word. */
export function departmentOf(code: string): DepartmentName | undefined {
  const unit = categories.get(code)?.leadUnit;
  const name = unit === undefined ? undefined : departments.get(unit);
  return unit === undefined || name === undefined ? undefined : { code: unit, name };
}

/** Whether reports of a category bypass the grid and hide the reporter. */
export function isSensitive(code: string): boolean {
  return categories.get(code)?.sensitive === true;
}

/** Confidence as it is shown: four decimals. */
export function rounded(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000;
}
