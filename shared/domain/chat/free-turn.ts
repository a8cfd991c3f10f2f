import { absorb, photosOf, sureOf } from './absorb';
import { askBetween, doubt, lost } from './fallback';
import { followedQuestion, mayAskLaw } from './legal';
import { type Outcome, outcome, say } from './reply';
import { newFrame, nextQuestion } from './report-problem';
import { aside, categorised, withGifts } from './report-turn';
import { isSide } from './side-answers';
import { type ChatState, settled, topFrame, withTop } from './state';
import type { Facts, Turn } from './turn';

/** Reports that may wait on the stack; an older one is given up for a new one. */
export const depth = 3;

/** The resident says something while nothing is running. */
export function saidFreely(state: ChatState, turn: Turn & { kind: 'said' }, facts: Facts): Outcome {
  const { heard, text } = turn;
  if (heard.intent === 'cancel') return outcome(state, [say('好的。现在没有正在报的事，有事您再说。')]);
  if (heard.answer && heard.categories.length === 0) return outcome(state, [say('好的，有事您再说。')]);
  const before = followedQuestion(state, text, heard, facts.now);
  if (before) return outcome({ ...state, failures: 0 }, [{ kind: 'law', asked: text, before }]);
  if (heard.intent !== 'legal_question' && !isSide(heard.intent) && mayAskLaw(text, heard))
    return askBetween({ ...state, failures: 0 }, 0, turn, [
      'legal_question',
      heard.intent === 'report' ? 'report' : 'dispute',
    ]);
  const isReport = heard.intent === 'report' || heard.intent === 'dispute';
  if (
    isReport &&
    heard.confidence >= doubt.sure &&
    /^(?:我)?(?:要|想)?(?:报|反映|上报|投诉)(?:一?个|一?件)?(?:问题|事情|事)?[。.]?$/.test(text)
  )
    return nextQuestion(
      { ...state, failures: 0, frames: [newFrame(facts.id, facts.now)] },
      facts.now,
      facts.home !== undefined,
    );
  if (isReport && (heard.confidence >= doubt.sure || sureOf(heard.categories))) return startFrom(state, turn, facts);
  if (isSide(heard.intent) && heard.confidence >= doubt.sure) return aside(state, facts, text, heard);
  return heard.intent === 'unknown' && heard.lawTopic ? askTopic(state, turn, heard.lawTopic) : lost(state, turn);
}

/** Not understood, but like a question of law that has an answer: asks whether it is that. */
function askTopic(state: ChatState, turn: Turn & { kind: 'said' }, title: string): Outcome {
  return outcome({ ...state, failures: 0, pending: { kind: 'intent', intents: ['legal_question'], held: turn } }, [
    say(`您是想问「${title}」吗？`, {
      type: 'choice',
      options: [
        { label: '是的', action: 'yes', style: 'primary' },
        { label: '不是', action: 'no' },
      ],
    }),
  ]);
}

/** A report from the sentence that began it. */
export function startFrom(state: ChatState, turn: Turn & { kind: 'said' }, facts: Facts): Outcome {
  const frame = withGifts(categorised(absorb(newFrame(facts.id, facts.now), turn.text, turn.heard), facts), turn);
  const frames = [...state.frames.slice(-(depth - 1)), frame];
  return nextQuestion({ ...settled(state), failures: 0, frames }, facts.now, facts.home !== undefined);
}

/** Photos or a pin without words. Without a report they begin one. */
export function onGifts(state: ChatState, turn: Turn & { kind: 'sent' }, facts: Facts): Outcome {
  const frame = topFrame(state);
  const base = frame ? state : { ...state, frames: [newFrame(facts.id, facts.now)] };
  const top = frame ?? newFrame(facts.id, facts.now);
  const first = photosOf(turn).length > 0 && !top.details.what ? [say('照片收到了。')] : [];
  return nextQuestion(withTop(base, withGifts(top, turn)), facts.now, facts.home !== undefined, first);
}
