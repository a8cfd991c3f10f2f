-- CreateEnum
CREATE TYPE "CallReason" AS ENUM ('FIRST', 'DAY', 'HOURS');

-- CreateEnum
CREATE TYPE "CallOutcome" AS ENUM ('TOLD', 'VISITED', 'UNREACHED');

-- CreateTable
CREATE TABLE "CallTask" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "bookingId" UUID NOT NULL,
    "reason" "CallReason" NOT NULL,
    "askedIds" UUID[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,
    "outcome" "CallOutcome",

    CONSTRAINT "CallTask_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "CallTask_askedIds_idx" ON "CallTask" USING GIN ("askedIds");

-- CreateIndex
CREATE UNIQUE INDEX "CallTask_districtId_bookingId_reason_key" ON "CallTask"("districtId", "bookingId", "reason");

-- AddForeignKey
ALTER TABLE "CallTask" ADD CONSTRAINT "CallTask_districtId_bookingId_fkey" FOREIGN KEY ("districtId", "bookingId") REFERENCES "Booking"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
