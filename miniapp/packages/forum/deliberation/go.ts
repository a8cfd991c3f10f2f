import Taro from '@tarojs/taro';

const forum = '/packages/forum/pages';
const staff = '/packages/staff/pages';

/** Opens the running of a topic's meeting and of its decision. */
export const goMeeting = (topicId: string) => void Taro.navigateTo({ url: `${forum}/meeting/index?id=${topicId}` });

/** Opens signing in by the code at the door. */
export const goSignIn = () => void Taro.navigateTo({ url: `${forum}/sign-in/index` });

/** Opens the call for a meeting. */
export const goCall = (topicId: string) => void Taro.navigateTo({ url: `${staff}/topic-call/index?id=${topicId}` });

/** Opens the form of a task. */
export const goTask = (topicId: string) => void Taro.navigateTo({ url: `${staff}/topic-task/index?id=${topicId}` });

/** Opens the ticket of a task. */
export const goTicket = (id: string) => void Taro.navigateTo({ url: `${staff}/case/index?id=${id}` });
