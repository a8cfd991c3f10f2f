import type { Input, Output } from '#shared/contract';

export type Booking = Output<'bookings.list'>['items'][number];
export type BookingDetail = Output<'bookings.get'>;
export type SlotDay = Output<'bookings.slots'>['days'][number];
export type Slot = SlotDay['slots'][number];
export type Advisor = Output<'advisors.mine'>['items'][number];
export type DisputeType = NonNullable<Input<'bookings.book'>['disputeType']>;
export type BookingAbility = Booking['abilities'][number];
