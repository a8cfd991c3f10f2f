export { bookSlot } from './commands/book-slot';
export { cancelBooking } from './commands/cancel-booking';
export { holdSlot } from './commands/hold-slot';
export { offerSlots } from './commands/offer-slots';
export { rescheduleBooking } from './commands/reschedule-booking';
export { takeOffer } from './commands/take-offer';
export { detailOf } from './present';
export { myAdvisors, ownBookings, slotsByDay } from './reads';
