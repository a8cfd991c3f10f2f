import { pointsReply } from './credit';
import { emergencyReply } from './emergency';
import { isLater, laterReply } from './later';
import { legalReplies } from './legal';
import type { Place } from './place';
import { type Choice, type Effect, type Reply, say } from './reply';
import { serviceReply } from './service-info';
import type { Pending } from './state';
import type { Facts, Heard } from './turn';

/** What is answered at once, without a flow: replies, what the server has to do, and perhaps a question. */
export interface SideAnswer {
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
  readonly pending?: Pending;
}

/** The four doors of the first screen. */
export const menuOptions: readonly Choice[] = [
  { label: '报问题', hint: '路灯、噪音、垃圾……', action: 'report', icon: 'say', style: 'primary' },
  { label: '约律师', hint: '问法律上的事', action: 'advisor', icon: 'scale' },
  { label: '来协商', hint: '大家的事大家议', action: 'consult', icon: 'talk' },
  { label: '查积分', hint: '家庭诚信积分', action: 'credit', icon: 'star' },
];

/** Words people read for an intent, also what its button says. */
export const intentLabels: Readonly<Record<string, string>> = {
  report: '报问题',
  dispute: '报矛盾纠纷',
  progress: '问办到哪一步',
  contact: '找网格员',
  book_advisor: '约律师',
  consult: '来协商',
  credit: '查积分',
  legal_question: '问法律',
  law_event: '普法活动',
  service_info: '问办事',
  human: '转人工',
};

/** Whether an intent is answered beside a running report. */
export const isSide = (intent: string): boolean =>
  isLater(intent) ||
  ['progress', 'credit', 'contact', 'human', 'smalltalk', 'emergency', 'legal_question', 'service_info'].includes(
    intent,
  );

/** The answer to anything that is not a report. `text` decides between greetings and thanks. */
export function sideAnswer(intent: string, facts: Facts, text: string, heard?: Heard): SideAnswer {
  if (isLater(intent)) return plain(laterReply(intent));
  if (intent === 'service_info') return plain(serviceReply(text));
  if (intent === 'credit') return plain(pointsReply(text));
  if (intent === 'legal_question') return { replies: legalReplies(text), effects: [] };
  if (intent === 'progress') return plain({ kind: 'progress', ...(heard?.ticketNo && { ticketNo: heard.ticketNo }) });
  if (intent === 'contact') return contactOf(heard?.place ?? facts.home);
  if (intent === 'human') return askForPerson(facts);
  if (intent === 'emergency') return plain(emergencyReply('general', heard?.danger?.numbers));
  return plain(say(smallTalk(text), smallTalkCard(text)));
}

/** Who is responsible at a place; asks for the village when it is not known. */
export function contactOf(place: Place | undefined): SideAnswer {
  if (!place?.villageCode)
    return {
      replies: [say('您住在哪个村（社区）？我帮您找那里的网格员。', { type: 'place', canPin: true, options: [] })],
      effects: [],
      pending: { kind: 'contact' },
    };
  return plain({
    kind: 'contact',
    villageCode: place.villageCode,
    ...(place.gridCode && { gridCode: place.gridCode }),
  });
}

/** Hands the talk over, or says when somebody is there and takes a note meanwhile. */
export function askForPerson(facts: Facts): SideAnswer {
  const villageCode = facts.home?.villageCode;
  if (facts.staffed)
    return {
      replies: [
        say('已经帮您转人工，请稍等。您可以先把事情说一说，他们看得到。', {
          type: 'handoff',
          state: 'queued',
          options: [{ label: '不等了', action: 'back' }],
        }),
      ],
      effects: [{ kind: 'queue', ...(villageCode && { villageCode }) }],
    };
  return {
    replies: [
      say(`现在是下班时间，${facts.opensText}才有人。您把事情说一下，我先记下来报上去，上班就有人看。`, {
        type: 'handoff',
        state: 'offHours',
        options: [{ label: '先不说了', action: 'back' }],
      }),
    ],
    effects: [],
    pending: { kind: 'offHours' },
  };
}

const plain = (reply: Reply): SideAnswer => ({ replies: [reply], effects: [] });

function smallTalk(text: string): string {
  if (/谢|辛苦|麻烦你了|感谢/.test(text)) return '不客气，有事随时说。';
  if (/再见|拜拜|走了|慢走/.test(text)) return '好的，有事随时来。';
  if (/你是(?:谁|哪个|啥子|什么)|叫(?:什么|啥)|机器人/.test(text))
    return '我是小翠，翠屏服务台的。您遇到的问题我帮您报给网格和部门，办到哪一步也能查。';
  if (/(?:会|能|可以)(?:做|干|帮)?(?:什么|啥|哪些)|怎么用|咋个用/.test(text))
    return '您可以报问题、查办到哪一步、找网格员，也可以转人工。直接说就行。';
  return '您好，有事直接说，我来帮您找对的人。';
}

const smallTalkCard = (text: string) =>
  /谢|辛苦|再见|拜拜/.test(text) ? undefined : ({ type: 'menu', options: menuOptions } as const);
