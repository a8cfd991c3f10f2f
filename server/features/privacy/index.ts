export { erasePeople } from './commands/erase-people';
export { soundRequestAlarms } from './commands/sound-request-alarms';
export { eraseFiles } from './erase-files';
export { privacySubscribers } from './reactions';
export { retain } from './retain';
