export { householdSubscribers } from './reactions';
