export { expireRedemptions } from './commands/expire-redemptions';
export { shopSubscribers } from './reactions';
export { hasReserved } from './reserved';
export { talkOfShop } from './talk';
