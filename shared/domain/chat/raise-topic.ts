import { keptOut } from '../forum/kept-out';
import type { TopicLevel } from '../forum/lifecycle';
import { type Choice, type Outcome, outcome, say } from './reply';
import type { ChatState } from './state';
import type { SimilarTopic, TopicTalk } from './topic-state';
import { bodyFrom, draftOfTopic, levelIn, matterIn, titleFrom } from './topic-words';
import type { Facts, Turn } from './turn';

type Said = Turn & { kind: 'said' };

/** A topic is kept in mind so long (hours); after that the desk begins anew. Default, to be confirmed. */
const rememberedHours = 24;
/** Fewer characters tell others too little: one more sentence is asked for. */
const enough = 24;

/** The talk about a topic that goes on, if it is not too old. */
export function topicOf(state: ChatState, now: Date): TopicTalk | undefined {
  const { topic } = state;
  return topic && now.getTime() - Date.parse(topic.askedAt) < rememberedHours * 3_600_000 ? topic : undefined;
}

/** The same talk with this about a topic, or without. */
export function withTopic(state: ChatState, topic: TopicTalk | undefined): ChatState {
  const { topic: _topic, pending: _pending, ...rest } = state;
  return topic ? { ...rest, failures: 0, topic } : { ...rest, failures: 0 };
}

/** Begins with the sentence that asked for it, or with the question what it is about. */
export function startTopic(state: ChatState, facts: Facts, said?: Pick<Said, 'text' | 'heard'>): Outcome {
  const matter = said ? matterIn(said.text) : '';
  const villageCode = said?.heard.place?.villageCode ?? facts.home?.villageCode;
  return nextOfTopic(
    state,
    {
      ...{ id: facts.id, step: 'what', said: said && matter.length >= 2 ? [said.text] : [] },
      ...(villageCode && { villageCode }),
      ...levelOf(said?.text ?? ''),
      askedAt: facts.now.toISOString(),
    },
    facts,
  );
}

const levelOf = (text: string): { level?: TopicLevel } => {
  const level = levelIn(text);
  return level ? { level } : {};
};

const levels: readonly (readonly [TopicLevel, string])[] = [
  ['ESTATE', '我们小区（院子）'],
  ['VILLAGE', '全村（社区）'],
  ['TOWN', '全镇街'],
];

const stop: Choice = { label: '不提了', action: 'topic.stop' };

/** The next thing that is not known yet; at the end everything is said back on a card. */
export function nextOfTopic(state: ChatState, talk: TopicTalk, facts: Facts): Outcome {
  const askedAt = facts.now.toISOString();
  const ask = (step: TopicTalk['step'], reply: Outcome['replies'][number]) =>
    outcome(withTopic(state, { ...talk, step, askedAt }), [reply]);
  if (talk.said.length === 0) return ask('what', say('您说说想和大家商量什么事，像平时说话一样就行。'));
  const barred = talk.insists ? undefined : keptOut(talk.said.join('，'));
  if (barred) {
    const ways = {
      advisor: { label: '约律师', action: 'advisor', style: 'primary' },
      report: { label: '报问题', action: 'report', style: 'primary' },
      call: {
        label: `打 ${barred.number ?? '110'}`,
        action: 'call',
        payload: { number: barred.number ?? '110' },
        style: 'danger',
      },
    } as const satisfies Record<string, Choice>;
    return ask(
      'keptOut',
      say(`${barred.because}${barred.instead}`, {
        type: 'choice',
        options: [ways[barred.way], { label: '还是要提', action: 'topic.insist' }, stop],
      }),
    );
  }
  if (!talk.villageCode)
    return ask(
      'village',
      say('您住在哪个村（社区）？议题在住的地方提。', { type: 'place', canPin: true, options: [] }),
    );
  if (!talk.level)
    return ask(
      'level',
      say('这件事跟谁有关？', {
        type: 'choice',
        options: levels.map(([level, label]) => ({ label, action: 'topic.level', payload: { level, label } })),
      }),
    );
  if (Array.from(bodyFrom(talk.said)).length < enough && talk.said.length < 2)
    return ask('more', say('记下了。再说一两句：现在是什么情况，您希望怎么办？'));
  const draft = draftOfTopic(talk);
  if (draft && !talk.looked) return outcome(withTopic(state, { ...talk, askedAt }), [], [{ kind: 'topics', draft }]);
  return draft
    ? outcome(withTopic(state, { ...talk, step: 'confirm', askedAt }), [
        { kind: 'topicConfirm', text: '提出去是这样，可以吗？点哪行改哪行，也可以直接说。', draft },
      ])
    : outcome(withTopic(state, undefined), []);
}

/** The talk goes on with the similar topics the server found. */
export function topicsFound(state: ChatState, similar: readonly SimilarTopic[], facts: Facts): Outcome {
  const talk = topicOf(state, facts.now);
  if (!talk) return outcome(state, []);
  const next: TopicTalk = { ...talk, looked: true, similar };
  if (similar.length === 0) return nextOfTopic(state, next, facts);
  return outcome(withTopic(state, { ...next, step: 'similar' }), [
    {
      kind: 'topics',
      text: '有人提过差不多的。附议它更快，每一步都会告诉您。',
      topicIds: similar.map(({ id }) => id),
      options: [
        ...similar.map(({ id, title }): Choice => {
          const label = similar.length === 1 ? '附议这个' : `附议：${title}`;
          return { label, action: 'topic.support', payload: { topicId: id, label } };
        }),
        { label: '不一样，接着提', action: 'topic.separate' },
        stop,
      ],
    },
  ]);
}

/** Breaks it off. */
export const topicStopped = (state: ChatState): Outcome =>
  outcome(withTopic(state, undefined), [say('好的，不提了。想起来再说“来协商”就行。')]);

/** A tap within the talk about a topic; undefined when it is not one. */
export function topicTap(state: ChatState, turn: Turn & { kind: 'tapped' }, facts: Facts): Outcome | undefined {
  const { action, payload } = turn;
  if (!action.startsWith('topic.')) return undefined;
  const talk = topicOf(state, facts.now);
  if (!talk) return outcome(withTopic(state, undefined), [say('这张卡片已经旧了。要提议题，再说一声就行。')]);
  switch (action) {
    case 'topic.level': {
      const level = levels.find(([one]) => one === payload.level)?.[0];
      return nextOfTopic(state, { ...talk, ...(level && { level }) }, facts);
    }
    case 'topic.insist':
      return nextOfTopic(state, { ...talk, insists: true }, facts);
    case 'topic.separate':
      return nextOfTopic(state, { ...talk, looked: true }, facts);
    case 'topic.support': {
      const chosen = talk.similar?.find(({ id }) => id === payload.topicId);
      if (!chosen) return nextOfTopic(state, talk, facts);
      return outcome(
        withTopic(state, undefined),
        [],
        [{ kind: 'topic', deed: { kind: 'support', topicId: chosen.id }, talk }],
      );
    }
    case 'topic.edit':
      return edited(state, talk, String(payload.field ?? ''), facts);
    case 'topic.confirm':
      return talk.step === 'confirm' ? agreedOn(state, talk) : nextOfTopic(state, talk, facts);
    default:
      return topicStopped(state);
  }
}

/** What is done on yes. */
export function agreedOn(state: ChatState, talk: TopicTalk): Outcome {
  const draft = draftOfTopic(talk);
  if (!draft) return outcome(state, [say('还差一点没说全。')]);
  return outcome(withTopic(state, undefined), [], [{ kind: 'topic', deed: { kind: 'raise', draft }, talk }]);
}

/** A line of the card is asked again, and only that. */
function edited(state: ChatState, talk: TopicTalk, field: string, facts: Facts): Outcome {
  const askedAt = facts.now.toISOString();
  if (field === 'title')
    return outcome(withTopic(state, { ...talk, step: 'title', askedAt }), [
      say(`题目现在是「${talk.title ?? titleFrom(talk.said)}」，您说改成什么？`),
    ]);
  if (field === 'level') {
    const { level: _level, ...rest } = talk;
    return nextOfTopic(state, rest, facts);
  }
  if (field === 'place') {
    const { villageCode: _village, ...rest } = talk;
    return nextOfTopic(state, rest, facts);
  }
  return outcome(withTopic(state, { ...talk, step: 'more', said: [], askedAt }), [
    say('您重新说一遍是怎么回事，希望怎么办。'),
  ]);
}
