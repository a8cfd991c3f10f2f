import Taro from '@tarojs/taro';

const root = '/packages/staff/pages';

/** The rooms of the workbench, in the order of the rail. */
export const rooms = ['queue', 'map', 'talks', 'topics', 'moderation', 'board', 'visits', 'supervision'] as const;
export type Room = (typeof rooms)[number];

const pages: Partial<Record<Room, string>> = { visits: 'advisor-day' };

/** Changes the room without piling up pages. */
export const goRoom = (room: Room) => void Taro.redirectTo({ url: `${root}/${pages[room] ?? room}/index` });

/** Opens one ticket. */
export const goCase = (id: string) => void Taro.navigateTo({ url: `${root}/case/index?id=${id}` });

/** Opens one conversation. */
export const goTalk = (id: string) => void Taro.navigateTo({ url: `${root}/talk/index?id=${id}` });

/** Opens the messages that could not be delivered. */
export const goLetters = () => void Taro.navigateTo({ url: `${root}/letters/index` });

/** Opens one booking as its advisor works with it. */
export const goVisit = (id: string) => void Taro.navigateTo({ url: `${root}/visit/index?id=${id}` });

/** Opens when and where an advisor can be booked. */
export const goAvailability = () => void Taro.navigateTo({ url: `${root}/availability/index` });

/** Opens booking for somebody else. */
export const goBookFor = () => void Taro.navigateTo({ url: `${root}/book-for/index` });

/** Opens writing down a lecture. */
export const goLecture = () => void Taro.navigateTo({ url: `${root}/lecture/index` });

/** Opens the report of a month or quarter, made for paper. */
export const goReport = (span: { month?: string; quarter?: string }) =>
  void Taro.navigateTo({
    url: `${root}/report/index?${span.month ? `month=${span.month}` : `quarter=${span.quarter ?? ''}`}`,
  });

/** Leaves the workbench for this person's own page. */
export const goHome = () => void Taro.switchTab({ url: '/pages/me/index' });
