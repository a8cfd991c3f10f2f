-- What Prisma's schema language cannot say: open matters of a category around a pin, for the question whether a report is a duplicate.
CREATE INDEX "Ticket_open_pin_idx" ON "Ticket" ("districtId", "categoryCode", "lng") WHERE "status" IN ('SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PAUSED', 'ARBITRATION', 'HANDLED', 'RESOLVED');
