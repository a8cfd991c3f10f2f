export { soundClaimAlarm } from './commands/sound-claim-alarms';
export { claimSubscribers } from './reactions';
