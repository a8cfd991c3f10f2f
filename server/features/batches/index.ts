export { fileNextLine } from './commands/file-lines';
export { batchSubscribers } from './reactions';
