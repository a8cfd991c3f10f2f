import {
  type Classified,
  categoryOf,
  classify,
  dangerGuess,
  departmentOf,
  intentReasons,
  isSensitive,
  rounded,
} from './classifier';
import { prepared } from './classifier-text';
import { answerIn, asksForHuman, cancels, ordinalIn } from './commands';
import { correctionIn } from './correction';
import { asksAboutLaw, dangerIn, isChronicViolence } from './danger';
import { detailsIn } from './details';
import { normalize } from './normalize';
import { ticketNumberIn } from './people';
import { personalIn } from './personal';
import type {
  Answer,
  CategoryGuess,
  Correction,
  Danger,
  Details,
  Intent,
  IntentCandidate,
  UnderstandContext,
  Understanding,
} from './understanding';
import { wishesIn } from './wishes';

interface Signals {
  ticketNo?: string;
  danger?: Danger;
  human: boolean;
  cancelled: boolean;
  correction?: Correction;
  answer?: Answer;
  ordinal?: number;
}

/**
 * Reads one message: danger (set even when the intent is a report of long-standing violence), then asking for a person, breaking off and correcting, then the reply that was asked for, then the model, then `unknown`.
 * Local, deterministic (given `now`), never throws; texts behind the first 2,000 characters are not read.
 */
export function understand(text: string, context: UnderstandContext = {}): Understanding {
  const said = normalize(text);
  const now = context.now ?? new Date();
  const plain = prepared(said);
  const classified = classify(plain);
  const signals = signalsIn(said, context, classified);
  const whole = rank(classified.intents, classified.isForeign, signals, said, context);
  const wishes = signals.danger ? [] : wishesIn(said, whole[0]?.intent ?? 'unknown');
  const ranked = firstSaid(wishes, whole);
  const chosen = ranked[0] ?? { intent: 'unknown' as const, confidence: 1 };
  const isProblem = ['report', 'dispute', 'emergency'].includes(chosen.intent) || context.expecting === 'what';
  const personal = personalIn(text);
  const details = detailsIn(said, context, now, isProblem);
  const category = isProblem && said !== '' ? categoryOf(classified, plain, said, chosen.intent) : undefined;
  return {
    intent: chosen.intent,
    confidence: chosen.confidence,
    candidates: ranked.slice(0, 3),
    ...problemParts(category),
    details,
    ...signalParts(signals),
    ...(context.expecting === undefined ? {} : { answersAsked: answersAsked(said, context, signals, details, chosen) }),
    ...(wishes.length > 0 ? { also: wishes.slice(1).map((one) => one.intent) } : {}),
    ...(personal.length > 0 ? { personal } : {}),
    because: reasonsOf(chosen.intent, signals, category) ?? intentReasons(classified, chosen.intent, said),
  };
}

function signalsIn(said: string, context: UnderstandContext, classified: Classified): Signals {
  const danger = dangerIn(said) ?? dangerGuess(classified, said);
  const correction = correctionIn(said, context.expecting);
  const answer = answerIn(said, context.expecting);
  const asksYesOrNo = ['confirm', 'offer', 'photo'].includes(context.expecting ?? '');
  const ticketNo = ticketNumberIn(said);
  const ordinal = ordinalIn(said, context.expecting);
  return {
    human: asksForHuman(said),
    cancelled: cancels(said) && !(answer !== undefined && asksYesOrNo && !/算|取消|退出|撤/.test(said)),
    ...(ticketNo === undefined ? {} : { ticketNo }),
    ...(danger ? { danger } : {}),
    ...(correction ? { correction } : {}),
    ...(answer ? { answer } : {}),
    ...(ordinal === undefined ? {} : { ordinal }),
  };
}

/** The intent the rules are sure of; undefined leaves it to the model. */
function ruled(signals: Signals, said: string): IntentCandidate | undefined {
  if (signals.danger && !isChronicViolence(said, signals.danger)) return { intent: 'emergency', confidence: 0.99 };
  if (signals.human) return { intent: 'human', confidence: 0.98 };
  if (signals.cancelled) return { intent: 'cancel', confidence: 0.97 };
  if (signals.correction) return { intent: 'correction', confidence: 0.93 };
  if (said === '') return { intent: 'unknown', confidence: 1 };
  if (signals.ticketNo && said.length <= signals.ticketNo.length + 6) return { intent: 'progress', confidence: 0.95 };
  if (signals.answer) return { intent: 'smalltalk', confidence: 0.9 };
  return undefined;
}

function rank(
  model: readonly IntentCandidate[],
  isForeign: boolean,
  signals: Signals,
  said: string,
  context: UnderstandContext,
): IntentCandidate[] {
  const sure = ruled(signals, said);
  if (sure) return withFirst(sure, model);
  const best = model[0];
  if (!/[\u4e00-\u9fffA-Za-z]/.test(said) || (isForeign && context.expecting !== 'what')) {
    const doubt = rounded(1 - (best?.confidence ?? 0));
    return withFirst({ intent: 'unknown', confidence: doubt }, model);
  }
  if (asksAboutLaw(said) && best?.intent === 'emergency')
    return withFirst({ intent: 'legal_question', confidence: 0.8 }, model);
  return calm(model).map((one) => ({ intent: one.intent, confidence: rounded(one.confidence) }));
}

/** An emergency in which no danger is seen is none: what comes next has its share. */
function calm(model: readonly IntentCandidate[]): readonly IntentCandidate[] {
  const [first, ...rest] = model;
  const [next, ...others] = rest;
  if (first?.intent !== 'emergency' || !next) return model;
  return [{ intent: next.intent, confidence: next.confidence + first.confidence / 2 }, ...others];
}

function withFirst(first: IntentCandidate, model: readonly IntentCandidate[]): IntentCandidate[] {
  const rest = 1 - first.confidence;
  const others = model.filter((one) => one.intent !== first.intent);
  const total = 1 - (model.find((one) => one.intent === first.intent)?.confidence ?? 0) || 1;
  return [
    first,
    ...others.map((one) => ({ intent: one.intent, confidence: rounded((one.confidence / total) * rest) })),
  ];
}

/** Of several wishes the one said first leads. */
function firstSaid(wishes: readonly IntentCandidate[], whole: IntentCandidate[]): IntentCandidate[] {
  const [first] = wishes;
  return first === undefined || first.intent === whole[0]?.intent ? whole : withFirst(first, whole);
}

function problemParts(
  category: CategoryGuess | undefined,
): Pick<Understanding, 'category' | 'department' | 'sensitive'> {
  if (!category) return {};
  const department = departmentOf(category.code);
  return {
    category,
    ...(department ? { department } : {}),
    ...(isSensitive(category.code) ? { sensitive: true } : {}),
  };
}

function signalParts(signals: Signals): Pick<Understanding, 'danger' | 'answer' | 'ordinal' | 'correction'> {
  const { danger, answer, ordinal, correction } = signals;
  return {
    ...(danger ? { danger } : {}),
    ...(answer ? { answer } : {}),
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(correction ? { correction } : {}),
  };
}

/** Intents that end or leave a running question even when the message also holds what was asked. */
const leaving: ReadonlySet<Intent> = new Set(['emergency', 'human', 'cancel']);
const confidentElsewhere = 0.6;

function answersAsked(
  said: string,
  context: UnderstandContext,
  signals: Signals,
  details: Details,
  chosen: IntentCandidate,
): boolean {
  if (said === '' || leaving.has(chosen.intent) || signals.correction) return false;
  if (signals.answer || signals.ordinal !== undefined) return true;
  const elsewhere =
    chosen.confidence >= confidentElsewhere && !['report', 'dispute', 'unknown'].includes(chosen.intent);
  switch (context.expecting) {
    case 'where':
      return details.where !== undefined ? !elsewhere || said.length <= 12 : !elsewhere && said.length <= 20;
    case 'what':
    case 'reason':
      return !elsewhere;
    case 'phone':
      return details.phone !== undefined;
    default:
      return false;
  }
}

function reasonsOf(intent: Intent, signals: Signals, category: CategoryGuess | undefined): string[] | undefined {
  if (signals.danger) return signals.danger.words;
  if (category && (intent === 'report' || intent === 'dispute')) return category.because;
  return undefined;
}
