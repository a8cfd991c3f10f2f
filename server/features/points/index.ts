export { bookEntry, type Movement } from './commands/book-entry';
export { reverseEntry } from './commands/reverse-entry';
export { ruleInForce } from './rule-books';
export { talkOfPoints } from './talk';
export { headsNow, verifyLedger } from './verify';
