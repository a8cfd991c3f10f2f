export { acceptedLines } from './queries';
export { learningSubscribers } from './reactions';
