export { soundAppealAlarms } from './commands/sound-appeal-alarms';
export { soundClaimAlarm } from './commands/sound-claim-alarms';
export { claimSubscribers } from './reactions';
