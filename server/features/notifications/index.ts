export { type Notice, notify } from './commands/notify';
export { type DeliveryParts, deliverDue } from './deliveries';
export { notificationSubscribers } from './reactions';
