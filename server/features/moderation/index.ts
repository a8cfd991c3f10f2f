export { soundCheckAlarms } from './commands/sound-check-alarms';
export { checkDue } from './deliveries';
export { moderationSubscribers } from './reactions';
