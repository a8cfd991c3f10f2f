export { soundRequestAlarms } from './commands/sound-request-alarms';
export { eraseFiles } from './erase-files';
export { privacySubscribers } from './reactions';
