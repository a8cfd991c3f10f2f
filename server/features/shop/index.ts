export { expireRedemptions } from './commands/expire-redemptions';
export { shopSubscribers } from './reactions';
export { talkOfShop } from './talk';
