export { receivePush } from './commands/receive-push';
export { forgetOldPushes } from './forget';
export { pushedMessage } from './queries';
export { readPush } from './read-push';
