export { notify } from './commands/notify';
export { deliverDue } from './deliveries';
export { notificationSubscribers } from './reactions';
