export { receivePush } from './commands/receive-push';
export { forgetOldPushes } from './forget';
export { readPush } from './read-push';
