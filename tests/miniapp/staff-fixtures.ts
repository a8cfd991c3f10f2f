import type { Output } from '#shared/contract';

export type Ticket = Output<'tickets.get'>;
export type QueueItem = Output<'workbench.queue'>['items'][number];

/** The n-th identifier of these tests. */
export const idOf = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const summary = (n: number) => ({
  id: idOf(n),
  no: `CP20261123-000${n}`,
  title: `路灯不亮 ${n}`,
  status: 'SUBMITTED' as const,
  statusText: '待受理',
  headline: '等人受理',
  categoryCode: 'streetlight',
  categoryName: '路灯不亮',
  level: 'P2' as const,
  address: '高桥村三组村口',
  placeLabel: '高桥村第3网格',
  receivedAt: '2026-11-23T02:02:00.000Z',
  receivedText: '今天 10:02',
  clock: {
    state: 'onTime' as const,
    text: '还剩 2 个工作日',
    dueAt: '2026-11-25T15:59:59.000Z',
    dueText: '11月25日 周三前',
    elapsed: 0.4,
    provisional: false,
  },
  version: 3,
  followerCount: 0,
  mine: 'none' as const,
  thumbUrl: null,
});

/** A row of the queue; it may be accepted unless said otherwise. */
export const queueItem = (n: number, part: Partial<QueueItem> = {}): QueueItem => ({
  ...summary(n),
  abilities: ['accept', 'return', 'comment'],
  reporterLabel: '李大爷',
  assigneeName: null,
  role: 'mine',
  ...part,
});

/** A ticket as the workbench reads it. */
export const ticket = (n: number, part: Partial<Ticket> = {}): Ticket => ({
  ...summary(n),
  abilities: ['accept', 'return', 'comment'],
  description: '门口路灯坏了一个星期',
  position: null,
  grid: null,
  routing: [{ to: '高桥村第3网格', because: '您点的位置在这个网格内' }],
  responsible: { name: '王敏', role: '网格员', phone: null },
  leadUnitName: '区综合执法局',
  assists: [],
  photos: [],
  photoRequired: false,
  steps: [],
  deadlines: {
    acceptBy: '2026-11-23T06:00:00.000Z',
    contactBy: '2026-11-24T02:02:00.000Z',
    handleBy: '2026-11-25T15:59:59.000Z',
  },
  reporter: { label: '李大爷', phoneMasked: '138****0001', hidden: false, mayReveal: true },
  understanding: { intent: 'report', confidence: 0.98, because: ['提到路灯'], said: ['门口路灯坏了一个星期'] },
  nearbyCount: 0,
  anonymous: false,
  confidential: false,
  pauseReason: null,
  rating: null,
  duplicateOfNo: null,
  ...part,
});

/** Who is signed in: somebody with every ability of the workbench. */
export const me: Output<'me.get'> = {
  id: idOf(900),
  name: '王敏',
  nickname: null,
  nicknameWanted: null,
  elderMode: false,
  phoneMasked: null,
  homeVillage: null,
  household: null,
  posts: [],
  abilities: ['workbench', 'board', 'handoff', 'arbitrate', 'deadLetters', 'export'],
  unreadNotifications: 0,
};
