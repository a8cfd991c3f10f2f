import { type Outcome, outcome, say } from './reply';
import { askForPerson, intentLabels, menuOptions } from './side-answers';
import { type ChatState, type Step, topFrame, withTop } from './state';
import type { Facts, Turn } from './turn';

/** Bounds of doubt: from `sure` on the desk acts, from `likely` on it asks whether that was meant. Defaults, to be confirmed. */
export const doubt = { sure: 0.55, likely: 0.3, second: 0.2 } as const;

const rephrase: Readonly<Record<Step, string>> = {
  what: '这句我没听明白。您说说哪里、什么东西、怎么了，比如“村口路灯不亮”。',
  category: '您点一个最像的就行，都不像就点“都不是”。',
  where: '没找到这个地方。请说村（社区）的名字，比如“李庄镇高桥村”，也可以在地图上点一下。',
  village: '请说村（社区）的名字，不清楚就点“就按这个报”。',
  similar: '是同一件就点“我也遇到”，不是就接着报。',
  photo: '有照片就发，没有就说“没有”。',
  confirm: '哪里不对，您直接说，或者点那一行。',
};

/** The answer inside a report was not understood: rephrase once, then offer a person. What was said is kept. */
export function missed(state: ChatState, facts: Facts): Outcome {
  const frame = topFrame(state);
  if (!frame) return lost(state);
  const next = withTop(state, { ...frame, misses: frame.misses + 1, askedAt: facts.now.toISOString() });
  if (frame.misses === 0) return outcome(next, [say(rephrase[frame.step])]);
  const unplaced =
    frame.step === 'where'
      ? [{ label: '先不说位置，由中心来问', action: 'report.place', payload: { unknown: true } }]
      : [];
  return outcome({ ...next, pending: { kind: 'offer' } }, [
    say('还是没弄清楚，怕耽误您。要不要转人工？', {
      type: 'choice',
      options: [
        { label: '转人工', action: 'human', style: 'primary' },
        ...unplaced,
        { label: '我再说一遍', action: 'again' },
      ],
    }),
  ]);
}

/** A sentence outside any report that is not sure: ask between two, ask whether one was meant, rephrase, and at the second time offer a person. */
export function lost(state: ChatState, turn?: Turn & { kind: 'said' }): Outcome {
  const failures = state.failures + 1;
  if (failures >= 2) {
    return outcome({ ...state, failures, pending: { kind: 'offer' } }, [
      say('还是没弄清楚，怕耽误您。要不要转人工？', {
        type: 'choice',
        options: [
          { label: '转人工', action: 'human', style: 'primary' },
          { label: '我再说一遍', action: 'again' },
        ],
      }),
    ]);
  }
  const likely = (turn?.heard.candidates ?? []).filter(
    ({ intent, confidence }) => intent in intentLabels && confidence >= doubt.second,
  );
  const [first, second] = likely;
  if (turn && first && second) return askBetween(state, failures, turn, [first.intent, second.intent]);
  if (turn && first && first.confidence >= doubt.likely) {
    return outcome({ ...state, failures, pending: { kind: 'intent', intents: [first.intent], held: turn } }, [
      say(`您是想${intentLabels[first.intent] ?? ''}吗？`, {
        type: 'choice',
        options: [
          { label: '是的', action: 'yes' },
          { label: '不是', action: 'no' },
        ],
      }),
    ]);
  }
  return outcome({ ...state, failures }, [
    say('这句我没听明白。您换个说法，或者点一个。', { type: 'menu', options: menuOptions }),
  ]);
}

/** Asks which of two was meant; what was said is kept for the answer. */
export function askBetween(
  state: ChatState,
  failures: number,
  turn: Turn & { kind: 'said' },
  intents: readonly string[],
): Outcome {
  return outcome({ ...state, failures, pending: { kind: 'intent', intents, held: turn } }, [
    say('您是要办哪一样？', {
      type: 'choice',
      options: intents.map((intent) => ({
        label: intentLabels[intent] ?? intent,
        action: 'meant',
        payload: { intent },
      })),
    }),
  ]);
}

/** Yes to the offer of a person. */
export const person = (state: ChatState, facts: Facts): Outcome => {
  const { replies, effects, pending } = askForPerson(facts);
  return outcome({ ...state, failures: 0, ...(pending && { pending }) }, replies, effects);
};
