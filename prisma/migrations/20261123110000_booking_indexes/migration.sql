-- What Prisma's schema language cannot say.

-- Letting go what a person held before, and ending the waiting whose time is over, look at a few rows only.
CREATE INDEX "Slot_holder_idx" ON "Slot" ("districtId", "holderId") WHERE "state" = 'HELD';
CREATE INDEX "WaitingEntry_due_idx" ON "WaitingEntry" ("districtId", "wishTo") WHERE "state" = 'WAITING';
