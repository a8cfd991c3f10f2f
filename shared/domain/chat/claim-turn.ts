import { agreedOnClaim, claimOf, claimStopped, nextOfClaim, noRule, startClaim, withoutPhoto } from './apply-points';
import type { ClaimTalk } from './claim-state';
import { dayIn, wantsPoints } from './claim-words';
import { type Outcome, outcome, say } from './reply';
import type { ChatState } from './state';
import type { Facts, Turn } from './turn';

type Said = Turn & { kind: 'said' };

/** What people may ask in between; the deed waits meanwhile. */
const beside = ['human', 'emergency', 'progress', 'contact', 'book_advisor', 'credit', 'legal_question'];

/** A sentence about a deed: it goes on with the talk there is or begins one. Undefined when it is about something else. */
export function saidOfClaim(state: ChatState, turn: Said, facts: Facts): Outcome | undefined {
  const talk = claimOf(state, facts.now);
  if (talk) return goesOn(state, talk, turn, facts);
  return wantsPoints(turn.text) ? startClaim(state, facts, turn) : undefined;
}

function goesOn(state: ChatState, talk: ClaimTalk, turn: Said, facts: Facts): Outcome | undefined {
  const { heard, text } = turn;
  if (heard.intent === 'cancel' || /^(?:不(?:申请|加|要)|算)了?/u.test(text)) return claimStopped(state);
  if (beside.includes(heard.intent) && heard.confidence >= 0.8 && talk.step !== 'deed') return undefined;
  const photos = [...new Set([...talk.photos, ...turn.photos])];
  const go = (part: Partial<ClaimTalk>) => nextOfClaim(state, { ...talk, photos, ...part }, facts);
  const day = dayIn(text, facts.now);
  switch (talk.step) {
    case 'deed':
      return go({ said: [...talk.said, text], ...(day && { happenedOn: day }) });
    case 'rule': {
      const offered = talk.offered ?? [];
      const named = offered[(heard.ordinal ?? 0) - 1] ?? offered.find(({ title }) => text.includes(title.slice(0, 4)));
      if (named) return go({ rule: named });
      return /都不是|没有/u.test(text) ? noRule(state) : undefined;
    }
    case 'day':
      return day
        ? go({ happenedOn: day })
        : outcome(state, [say('没有听清是哪一天，您再说一下，比如：昨天、11月21日。')]);
    case 'photo':
      if (photos.length > talk.photos.length) return go({});
      return heard.answer === 'no' || heard.answer === 'skip' || /没(?:有)?(?:照片|拍)|^没得?(?:有)?/u.test(text)
        ? withoutPhoto(state)
        : undefined;
    case 'confirm':
      if (heard.answer === 'yes' || /^(?:就这样|交上去|交吧|可以)/u.test(text)) return agreedOnClaim(state, talk);
      if (heard.answer === 'no') return claimStopped(state);
      return day ? go({ happenedOn: day }) : undefined;
  }
}
