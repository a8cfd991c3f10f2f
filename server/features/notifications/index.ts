export { notify } from './commands/notify';
export { deliverDue } from './deliveries';
export { notificationSubscribersOf } from './reactions';
