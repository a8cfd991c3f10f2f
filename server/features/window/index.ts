export { answerWindow } from './answering';
export { deliverWindow } from './deliveries';
export { windowSubscribers } from './reactions';
