export { soundTopicAlarms } from './commands/sound-topic-alarms';
export { homeOf } from './home';
export { type Begun, begin, move, tell } from './move';
export { may, oversees } from './policy';
export { findTopic, type Loaded, loadTopic, subjectOf } from './queries';
export { forumSubscribers } from './reactions';
export { outsideName } from './speaker';
export { lockTopic, posted, postedText, settleText, shownTextId } from './texts';
