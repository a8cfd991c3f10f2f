export { soundTopicAlarms } from './commands/sound-topic-alarms';
export { forumSubscribers } from './reactions';
export { postedText, settleText } from './texts';
