export { accountOf } from './accounts';
export { bookEntry, type Movement } from './commands/book-entry';
export { reverseEntry } from './commands/reverse-entry';
export { mayKeepPoints } from './policy';
export { presentRule, signed } from './present';
export { balanceOf, householdOf, usedThisYear, yearSpan } from './queries';
export { bookInForce, ruleInForce } from './rule-books';
export { talkOfPoints } from './talk';
export { headsNow, verifyLedger } from './verify';
