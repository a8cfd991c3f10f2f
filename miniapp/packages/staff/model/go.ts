import Taro from '@tarojs/taro';

const root = '/packages/staff/pages';

/** The rooms of the workbench, in the order of the rail. */
export const rooms = ['queue', 'map', 'talks', 'board'] as const;
export type Room = (typeof rooms)[number] | 'visits' | 'supervision';

const pages: Partial<Record<Room, string>> = { visits: 'advisor-day' };

/** Changes the room without piling up pages. */
export const goRoom = (room: Room) => void Taro.redirectTo({ url: `${root}/${pages[room] ?? room}/index` });

/** Opens one ticket. */
export const goCase = (id: string) => void Taro.navigateTo({ url: `${root}/case/index?id=${id}` });

/** Opens one conversation. */
export const goTalk = (id: string) => void Taro.navigateTo({ url: `${root}/talk/index?id=${id}` });

/** Opens the messages that could not be delivered. */
export const goLetters = () => void Taro.navigateTo({ url: `${root}/letters/index` });

/** Leaves the workbench for this person's own page. */
export const goHome = () => void Taro.switchTab({ url: '/pages/me/index' });
