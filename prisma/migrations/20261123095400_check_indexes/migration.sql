-- What Prisma's schema language cannot say: what waits for a check or a decision is little among all that is open.
CREATE INDEX "Ticket_handled_idx" ON "Ticket" ("districtId", "handleBy", "id") WHERE "status" = 'HANDLED';
CREATE INDEX "Ticket_arbitration_idx" ON "Ticket" ("districtId", "handleBy", "id") WHERE "status" = 'ARBITRATION';
