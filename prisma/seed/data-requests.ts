import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import { answerDueAt, remindDueAt } from '#shared/domain/privacy/requests';
import { dayMs, hourMs, later } from '#shared/domain/time/clock';
import type { Stage } from './history';
import type { CastKey } from './people';

type Row = Prisma.DataRequestCreateManyInput;

/** What is asked, by whom and how many days ago; answered by the administrator where there is an answer. */
const tellings: readonly (Pick<Row, 'kind' | 'about' | 'text' | 'wanted' | 'state' | 'answer'> & {
  readonly by: CastKey;
  readonly daysAgo: number;
})[] = [
  {
    ...{ by: 'resident', daysAgo: 12, kind: 'EXPLAIN', about: 'ticket', state: 'GRANTED' },
    text: '上个月我报路灯的时候，谁看过我的电话？',
    answer: '网格员王敏为了约您到现场看过一次，写了理由；别人没有看过。',
  },
  {
    ...{ by: 'resident', daysAgo: 2, kind: 'DELETE', about: 'talk', state: 'OPEN' },
    text: '上周我试着说了几句玩笑话，请帮我删掉。',
  },
  {
    ...{ by: 'neighbour', daysAgo: 15, kind: 'CORRECT', about: 'name', state: 'OPEN', wanted: '陈淑芬' },
    text: '登记的是大家喊的名字，请改成身份证上的名字。',
  },
  {
    ...{ by: 'mediator', daysAgo: 20, kind: 'DELETE', about: 'booking', state: 'REFUSED' },
    text: '去年约律师的记录可以删了吗？',
    answer: '公共法律服务的记录要留存两年，还没有到期；到期会自动删除，平时只有承办律师能看。',
  },
];

/** Requests about personal data in every state that can be shown. */
export function inventDataRequests({ world, crowd, now }: Stage): Row[] {
  return tellings.map(({ by, daysAgo, ...told }) => {
    const createdAt = later(now, -daysAgo * dayMs);
    const dueAt = answerDueAt(createdAt, world.calendar);
    const isOpen = told.state === 'OPEN';
    return {
      ...{ districtId: world.districtId, id: uuid(), personId: crowd.cast[by].id, createdAt, dueAt, ...told },
      ...(isOpen
        ? { alarmAt: remindDueAt(createdAt, dueAt) }
        : { answeredById: crowd.cast.admin.id, answeredAt: later(createdAt, 26 * hourMs) }),
    };
  });
}
