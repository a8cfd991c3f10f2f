import type { Output } from '#shared/contract';

export type Board = Output<'forum.opinions'>;
export type Deliberation = Output<'forum.deliberation'>;
export type Meeting = Deliberation['meetings'][number];

/** An id that ends in a number. */
export const idAt = (number: number) => `01a21a19-0000-7000-8000-${String(number).padStart(12, '0')}`;

const shares = { seen: 10, agree: 70, disagree: 20, pass: 10 };

export const board = (given: Partial<Board> = {}): Board => ({
  ...{ mayAnswer: true, whyNotText: null, mayAdd: true, answered: 1, total: 3, people: 16, own: [], map: null },
  next: { id: idAt(2), body: '车位按户分', seenText: '9 人表过态' },
  statements: [{ id: idAt(1), body: '车位先到先停', shares, households: shares, unclear: false, choice: 'AGREE' }],
  ...given,
});

export const map: NonNullable<Board['map']> = {
  ...{ computedText: '刚刚', placed: 16, households: 13 },
  groups: [
    { name: '甲组', size: 10, x: 0.8, y: 0.1, reach: 0.2, marks: ['同意「车位先到先停」'] },
    { name: '乙组', size: 6, x: -0.9, y: -0.2, reach: 0.2, marks: [] },
  ],
  common: [{ body: '夜里不鸣笛', choice: 'AGREE' }],
  divided: [{ body: '车位先到先停', groups: [shares, { seen: 6, agree: 10, disagree: 80, pass: 10 }] }],
};

export const meeting = (given: Partial<Meeting> = {}): Meeting => ({
  ...{ id: idAt(20), topicId: idAt(9), no: 1, status: 'CALLED', statusText: '已通知', version: 1, place: '村委会议室' },
  ...{ whenText: '周一 09:30–11:30', startsAt: '2026-11-30T01:30:00.000Z', endsAt: '2026-11-30T03:30:00.000Z' },
  ...{ agenda: ['停车位怎么划'], online: '在小程序里签到发言', chairName: '曾德富', recorderName: '王敏' },
  ...{ cancelReason: null, quorum: 5, invitedCount: 5, comingCount: 2, presentCount: 0, presentText: '', mine: null },
  ...{ signCode: null, seats: [], lines: [], photos: [], abilities: ['answer'] },
  ...given,
});

export const deliberation = (given: Partial<Deliberation> = {}): Deliberation => ({
  ...{ topicId: idAt(9), version: 3, meetings: [], paper: null, progress: { percent: 0, tasks: [] } },
  ...{ judging: null, abilities: [] },
  ...given,
});
