export { claimPhotos } from './commands/claim-photos';
export { recordPhoto } from './commands/record-photo';
export { presentPhoto } from './present';
export { findOwnPhotos, photoOf } from './queries';
