-- CreateIndex
CREATE INDEX "Ticket_districtId_handleBy_id_idx" ON "Ticket"("districtId", "handleBy", "id");

-- What Prisma's schema language cannot say: queues show open tickets only, so that a page costs the same however long the history grows.
CREATE INDEX "Ticket_open_idx" ON "Ticket" ("districtId", "handleBy", "id") WHERE "status" IN ('SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PAUSED', 'ARBITRATION', 'HANDLED', 'RESOLVED');
CREATE INDEX "Ticket_open_grid_idx" ON "Ticket" ("districtId", "gridCode", "handleBy", "id") WHERE "status" IN ('SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PAUSED', 'ARBITRATION', 'HANDLED', 'RESOLVED');
CREATE INDEX "Ticket_open_village_idx" ON "Ticket" ("districtId", "villageCode", "handleBy", "id") WHERE "status" IN ('SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PAUSED', 'ARBITRATION', 'HANDLED', 'RESOLVED');
CREATE INDEX "Ticket_open_town_idx" ON "Ticket" ("districtId", "townCode", "handleBy", "id") WHERE "status" IN ('SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PAUSED', 'ARBITRATION', 'HANDLED', 'RESOLVED');
CREATE INDEX "Ticket_open_unit_idx" ON "Ticket" ("districtId", "unitCode", "handleBy", "id") WHERE "status" IN ('SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PAUSED', 'ARBITRATION', 'HANDLED', 'RESOLVED');
CREATE INDEX "Ticket_open_assignee_idx" ON "Ticket" ("districtId", "assigneeId", "handleBy", "id") WHERE "status" IN ('SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PAUSED', 'ARBITRATION', 'HANDLED', 'RESOLVED');
CREATE INDEX "Ticket_open_lead_idx" ON "Ticket" ("districtId", "leadUnit", "handleBy", "id") WHERE "status" IN ('SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PAUSED', 'ARBITRATION', 'HANDLED', 'RESOLVED');
