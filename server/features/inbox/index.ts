export { receivePush } from './commands/receive-push';
export { pushedMessage } from './queries';
export { readPush } from './read-push';
