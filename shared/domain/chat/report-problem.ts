import { type Choice, draftOf, type Outcome, outcome, type Reply, say } from './reply';
import { type ChatState, type Frame, type ReportDetails, type Step, topFrame, withTop } from './state';

/** How many photos a report takes. */
export const photoLimit = 9;

interface Question {
  readonly step: Step;
  readonly open: (details: ReportDetails, frame: Frame) => boolean;
  readonly ask: (frame: Frame, hasHome: boolean) => Reply;
}

/** Report a problem (报问题), as data: what → where → photo → confirm. A question whose answer is known is not asked. */
export const questions: readonly Question[] = [
  {
    step: 'what',
    open: ({ what }) => !what,
    ask: () => say('您说说是什么事，像平时说话一样就行。'),
  },
  {
    step: 'category',
    open: ({ category }) => !category,
    ask: ({ categories = [] }) =>
      say('您说的是哪一样？', {
        type: 'choice',
        options: [
          ...categories.map(
            ({ code, name }): Choice => ({ label: name, action: 'report.category', payload: { code, label: name } }),
          ),
          { label: '都不是', action: 'report.category', payload: { code: '', label: '都不是' } },
        ],
      }),
  },
  {
    step: 'where',
    open: ({ where }, { places }) => !where && !places?.length,
    ask: ({ details }, hasHome) =>
      say(
        details.landmark && !hasHome
          ? `${details.landmark}我记下了。是在哪个村（社区）？也可以在地图上点一下。`
          : '在哪个位置？说村（社区）的名字，或者在地图上点一下。',
        { type: 'place', canPin: true, options: hasHome ? [homeChoice] : [] },
      ),
  },
  {
    step: 'village',
    open: ({ where }, { places }) =>
      Boolean(places?.length) || (where !== undefined && !where.villageCode && where.source === 'said'),
    ask: ({ places = [], details }) =>
      places.length > 0
        ? say('有几个地方叫这个名字，您说的是哪一个？', {
            type: 'choice',
            options: places.map((place) => placeChoice(place.label, place.villageCode ?? '')),
          })
        : say(`${details.where?.label ?? ''}的哪个村（社区）？也可以在地图上点一下。`, {
            type: 'place',
            canPin: true,
            options: [{ label: '就按这个报', action: 'report.place', payload: { town: true, label: '就按这个报' } }],
          }),
  },
  {
    step: 'photo',
    open: ({ photoAnswered }) => !photoAnswered,
    ask: ({ details }) =>
      say(
        details.photos.length > 0
          ? `收到 ${details.photos.length} 张照片。还要加吗？`
          : '有照片的话发一张，没有也可以。',
        {
          type: 'photo',
          skip: { label: details.photos.length > 0 ? '不加了' : '没有照片', action: 'report.skipPhoto' },
          max: photoLimit,
          photoIds: details.photos,
        },
      ),
  },
];

const homeChoice: Choice = { label: '我家附近', action: 'report.home' };

const placeChoice = (label: string, villageCode: string): Choice => ({
  label,
  action: 'report.place',
  payload: { villageCode, label },
});

/** A report that starts now with what was said so far. */
export function newFrame(id: string, now: Date, details: Partial<ReportDetails> = {}): Frame {
  return {
    id,
    flow: 'report',
    version: 1,
    step: 'what',
    misses: 0,
    startedAt: now.toISOString(),
    askedAt: now.toISOString(),
    details: {
      photos: [],
      photoAnswered: false,
      looked: false,
      anonymous: false,
      sensitive: false,
      said: [],
      reading: { intent: 'report', confidence: 1, because: [] },
      ...details,
    },
  };
}

/** The next open question of the top report; looking for similar reports comes once place and category are known; else the confirm card. */
export function nextQuestion(state: ChatState, now: Date, hasHome: boolean, first: readonly Reply[] = []): Outcome {
  const frame = topFrame(state);
  if (!frame) return outcome(state, first);
  const { where } = frame.details;
  if (where && !where.inScope) {
    const { where: _where, ...rest } = frame.details;
    const outside = say(outsideText(where.label));
    return nextQuestion(withTop(state, { ...frame, details: rest }), now, hasHome, [...first, outside]);
  }
  const askedAt = now.toISOString();
  const question = questions.find(({ open, step }) => step !== 'photo' && open(frame.details, frame));
  if (question) return asked(state, frame, question, askedAt, hasHome, first);
  if (mayLook(frame.details) && !frame.details.looked)
    return outcome(withTop(state, { ...frame, step: 'similar', askedAt }), first, [
      { kind: 'look', draft: draftOf(frame) },
    ]);
  const photo = questions.find(({ step, open }) => step === 'photo' && open(frame.details, frame));
  if (photo) return asked(state, frame, photo, askedAt, hasHome, first);
  return outcome(withTop(state, { ...frame, step: 'confirm', askedAt }), [...first, confirmReply(frame)]);
}

/** A sentence for a place the desk does not answer for. */
const outsideText = (label: string) =>
  `${label}不在翠屏区服务台负责的范围内，那里的事请拨打 12345。要报别处的，请说是哪个村（社区）。`;

/** Asks the question of a step again, for example after a digression. */
export function askAgain(state: ChatState, now: Date, hasHome: boolean, first: readonly Reply[] = []): Outcome {
  const frame = topFrame(state);
  if (frame?.step === 'similar' && frame.similar?.length)
    return outcome(state, [...first, similarReply(frame.similar)]);
  return nextQuestion(state, now, hasHome, first);
}

/** The card with similar reports, and what can be done about them. */
export const similarReply = (ticketIds: readonly string[]): Reply => ({
  kind: 'similar',
  text: '附近有人报过差不多的事。是同一件吗？跟着它，有进展也会告诉您。',
  ticketIds,
});

function asked(
  state: ChatState,
  frame: Frame,
  question: Question,
  askedAt: string,
  hasHome: boolean,
  first: readonly Reply[],
) {
  const misses = question.step === frame.step ? frame.misses : 0;
  const tells = question.step !== 'what' && question.step !== 'category' && !frame.told && !frame.details.danger;
  const next: Frame = { ...frame, step: question.step, askedAt, misses, ...(tells && { told: true }) };
  const reply = question.ask(next, hasHome);
  return outcome(withTop(state, next), [
    ...first,
    tells && reply.kind === 'say' ? toldFirst(reply, next.details) : reply,
  ]);
}

/** Before the first question the desk says what it will do, and where it takes the place to be when that was not said in full. */
function toldFirst(reply: Reply & { kind: 'say' }, { what, since, where }: ReportDetails): Reply {
  const home = where?.source === 'home' ? `位置先记${where.label}，不对您直接说。` : '';
  return {
    ...reply,
    text: `${what ?? '这件事'}${since ? `，${since}${/^(?:天天|每|经常|一直|老是|总是|晚上|半夜)/.test(since) ? '' : '了'}` : ''}，我帮您报上去。${home}${reply.text}`,
  };
}

function confirmReply(frame: Frame): Reply {
  const text = isSensitive(frame.details)
    ? '这件事直接交区协调中心，不经过村（社区）和网格，您的身份会保密。这样报可以吗？'
    : '这样报可以吗？点哪行改哪行，也可以直接说。';
  return { kind: 'confirm', text, draft: draftOf(frame) };
}

/** Whether a report goes to the centre alone, with the reporter hidden. */
export const isSensitive = ({ sensitive, category }: ReportDetails): boolean =>
  sensitive || category?.sensitive === true;

/** Danger is not held up, and what is secret is not compared. */
const mayLook = (details: ReportDetails) => !details.danger && !isSensitive(details) && !details.anonymous;
