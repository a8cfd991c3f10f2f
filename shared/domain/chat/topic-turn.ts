import { agreedOn, nextOfTopic, startTopic, topicOf, topicStopped } from './raise-topic';
import { type Outcome, outcome, say } from './reply';
import type { ChatState } from './state';
import type { TopicTalk } from './topic-state';
import { levelIn } from './topic-words';
import type { Facts, Turn } from './turn';

type Said = Turn & { kind: 'said' };

/** From here on a wish to talk something over is taken for one. Default, to be confirmed. */
const sure = 0.5;
/** What people may ask in between; the topic waits meanwhile. */
const beside = ['human', 'emergency', 'progress', 'contact', 'book_advisor'];

/** A sentence about a topic: it goes on with the talk there is or begins one. Undefined when it is about something else. */
export function saidOfTopic(state: ChatState, turn: Said, facts: Facts): Outcome | undefined {
  const talk = topicOf(state, facts.now);
  if (talk) return goesOn(state, talk, turn, facts);
  const { intent, confidence, answersAsked, answer } = turn.heard;
  if (intent !== 'consult' || confidence < sure) return undefined;
  // In the middle of a report only a sentence that answers nothing else begins a topic.
  return state.frames.length > 0 && (answersAsked || answer) ? undefined : startTopic(state, facts, turn);
}

function goesOn(state: ChatState, talk: TopicTalk, turn: Said, facts: Facts): Outcome | undefined {
  const { heard, text } = turn;
  const isAnswer = heard.answersAsked || talk.step === 'more' || talk.step === 'what' || talk.step === 'title';
  if (beside.includes(heard.intent) && heard.confidence >= 0.8 && !isAnswer) return undefined;
  if (heard.intent === 'human' || heard.intent === 'emergency') return undefined;
  if (heard.intent === 'cancel' || /^(?:不提|不说|算)了/u.test(text)) return topicStopped(state);
  const go = (part: Partial<TopicTalk>) => nextOfTopic(state, { ...talk, ...part }, facts);
  switch (talk.step) {
    case 'what':
    case 'more': {
      const level = talk.level ?? levelIn(text);
      return go({ said: [...talk.said, text], ...(level && { level }) });
    }
    case 'title':
      return go({ title: Array.from(text.trim()).slice(0, 40).join('') });
    case 'village': {
      const villageCode = turn.pin?.villageCode ?? heard.place?.villageCode;
      if (villageCode) return go({ villageCode });
      return outcome(state, [say('没有听清是哪个村（社区），您再说一下名字，或者在地图上点一下。')]);
    }
    case 'level': {
      const named = (['ESTATE', 'VILLAGE', 'TOWN'] as const)[(heard.ordinal ?? 0) - 1] ?? levelIn(text);
      const level = named ?? (/村|社区/u.test(text) ? 'VILLAGE' : /镇|街/u.test(text) ? 'TOWN' : undefined);
      return level ? go({ level }) : go({});
    }
    case 'keptOut':
      if (/还是|就是要|要提/u.test(text)) return go({ insists: true });
      return heard.answer === 'no' ? topicStopped(state) : undefined;
    case 'similar':
      return heard.answer === 'no' || /不一样|不是|接着/u.test(text) ? go({ looked: true }) : undefined;
    case 'confirm':
      if (heard.answer === 'yes' || /^(?:就这样|提出去|提吧|发出去)/u.test(text)) return agreedOn(state, talk);
      if (heard.answer === 'no') return go({});
      return go({ said: [...talk.said, text] });
  }
}

/** A pin answers where somebody lives. */
export function pinnedForTopic(state: ChatState, turn: Turn & { kind: 'sent' }, facts: Facts): Outcome | undefined {
  const talk = topicOf(state, facts.now);
  const villageCode = turn.pin?.villageCode;
  return talk?.step === 'village' && villageCode ? nextOfTopic(state, { ...talk, villageCode }, facts) : undefined;
}
