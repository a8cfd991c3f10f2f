export { applyClaim } from './commands/apply-claim';
export { soundAppealAlarms } from './commands/sound-appeal-alarms';
export { soundClaimAlarm } from './commands/sound-claim-alarms';
export { hasOpenClaims } from './open-claims';
export { householdsOf, isWorker, placesInCare } from './policy';
export { claimSubscribers } from './reactions';
export { claimOptions } from './reads';
export { suggestionSubscribers } from './suggest';
export { whyTaken } from './talk';
