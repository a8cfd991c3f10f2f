-- AlterTable
ALTER TABLE "ServiceRecord" ADD COLUMN     "ticketNo" TEXT;

-- CreateTable
CREATE TABLE "FollowUp" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "bookingId" UUID NOT NULL,
    "advisorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "alarmAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "doneNote" TEXT,

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "FollowUp_districtId_bookingId_idx" ON "FollowUp"("districtId", "bookingId");

-- CreateIndex
CREATE INDEX "FollowUp_districtId_advisorId_dueOn_idx" ON "FollowUp"("districtId", "advisorId", "dueOn");

-- CreateIndex
CREATE INDEX "FollowUp_alarmAt_idx" ON "FollowUp"("alarmAt");
