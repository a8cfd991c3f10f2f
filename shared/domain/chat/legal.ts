import { emergencyReply } from './emergency';
import { type Choice, type Reply, say } from './reply';
import { namesErrand } from './service-info';
import type { ChatState } from './state';
import type { Heard } from './turn';

const call = (number: string): Choice => ({ label: `打 ${number}`, action: 'call', payload: { number } });
const advisor: Choice = { label: '约律师', action: 'advisor' };
const human: Choice = { label: '转人工', action: 'human' };

/** Somebody is held, charged or may go to prison: only a lawyer should speak. Default list, to be confirmed. */
const defence =
  /刑拘|刑事拘留|看守所|批捕|逮捕|取保候审|判刑|坐牢|蹲监|判几年|判好多年|判多少年|辩护|自首|缓刑|犯罪嫌疑|公诉|(?:被|遭)(?:公安|警察|派出所)?(?:抓(?:走|了|起|进)|带走|拘留)/;
const despair = /不想活|活不下去|想死|去死|自杀|轻生|割腕|喝农药|跳楼/;
const violence = /家暴|打我|打老婆|打人|挨打|虐待|威胁我|砍我|掐我/;

/** How a question is asked rather than a matter told. */
const asks =
  /怎么办|咋个?办|咋整|咋个?(?:分|算|赔|要|判)|怎么(?:分|算|赔|要|判)|[吗嘛不][。?？!！]?$|能不能|该不该|要不要|是不是|有没有|算不算|凭啥|合法|犯法|违法|谁赔|哪个赔|判给|归谁|归哪个|[?？]/;

/** Whether a quarrel that was told is as much a question about the law: then the resident says which. */
export const mayAskLaw = (text: string, { intent, confidence, lawTopic }: Heard): boolean =>
  lawTopic !== undefined && asks.test(text) && intent !== 'unknown' && (intent === 'dispute' || confidence < 0.75);

/** The answer to a question about the law. Criminal defence and despair go to people; violence is told whom to ring first. */
export function legalReplies(text: string): Reply[] {
  if (despair.test(text)) return [emergencyReply('suicide')];
  if (defence.test(text))
    return [
      say('这件事关系到人身自由，我不能替您拿主意。请马上问律师；没钱请律师的，可以申请法律援助。', {
        type: 'choice',
        options: [{ ...call('12348'), style: 'primary' }, advisor, human],
      }),
    ];
  const first = violence.test(text)
    ? [say('要是正在挨打、受威胁，先打 110，先到安全的地方。', { type: 'choice', options: [call('110'), human] })]
    : [];
  return [...first, { kind: 'law', asked: text }];
}

/** A topic that was tapped. */
export const topicReply = (topicId: string, asked: string): Reply => ({ kind: 'law', asked, topicId });

/** So long a short question goes on with what was asked about the law. Default, to be confirmed. */
const followMinutes = 30;
const following =
  /^(?:那|那么|哦|嗯|要是|如果|万一|假如|比如|还有|还要|他|她|对方|人家|这个|这种|这样|咋个|怎么|去哪|到哪|在哪|哪里|要|需要|要带|证据|材料|好久|多久|好多钱|多少钱|有没有|能不能|可不可以|女儿|儿子|媳妇|老公|老婆)/;
const others = [
  'human',
  'cancel',
  'book_advisor',
  'progress',
  'contact',
  'emergency',
  'consult',
  'credit',
  'law_event',
];

/** The question before, when a sentence goes on with it: short, soon after, and about nothing else. */
export function followedQuestion(state: ChatState, text: string, heard: Heard, now: Date): string | undefined {
  const { law } = state;
  if (!law || now.getTime() - Date.parse(law.at) > followMinutes * 60_000) return undefined;
  if (heard.answer || heard.danger || others.includes(heard.intent) || namesErrand(text)) return undefined;
  if (heard.intent === 'report' && heard.confidence >= 0.75) return undefined;
  const length = Array.from(text).length;
  const isShort = length >= 3 && length <= (heard.intent === 'legal_question' ? 14 : 24);
  return isShort && following.test(text) ? law.asked : undefined;
}

/** Remembers what was asked about the law; a question that goes on keeps the first. */
export function withAsked(state: ChatState, replies: readonly Reply[], now: Date): ChatState {
  const reply = replies.find((one) => one.kind === 'law');
  if (!reply) return state;
  return { ...state, law: { asked: (reply.before ?? reply.asked).slice(0, 300), at: now.toISOString() } };
}
