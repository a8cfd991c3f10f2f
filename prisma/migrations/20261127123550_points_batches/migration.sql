-- CreateEnum
CREATE TYPE "BatchState" AS ENUM ('PREVIEW', 'RUNNING', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "BatchLineState" AS ENUM ('READY', 'REJECTED', 'FILED');

-- CreateTable
CREATE TABLE "PointsBatch" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "state" "BatchState" NOT NULL DEFAULT 'PREVIEW',
    "byId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PointsBatch_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "PointsBatchLine" (
    "districtId" TEXT NOT NULL,
    "batchId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "householdCode" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "state" "BatchLineState" NOT NULL,
    "reason" TEXT,
    "householdId" UUID,
    "ruleItemId" UUID,
    "points" INTEGER,
    "origin" TEXT,
    "claimId" UUID,

    CONSTRAINT "PointsBatchLine_pkey" PRIMARY KEY ("districtId","batchId","line")
);

-- CreateIndex
CREATE INDEX "PointsBatch_districtId_villageCode_createdAt_idx" ON "PointsBatch"("districtId", "villageCode", "createdAt");

-- CreateIndex
CREATE INDEX "PointsBatch_state_idx" ON "PointsBatch"("state");

-- CreateIndex
CREATE INDEX "PointsBatchLine_districtId_batchId_state_line_idx" ON "PointsBatchLine"("districtId", "batchId", "state", "line");

-- AddForeignKey
ALTER TABLE "PointsBatchLine" ADD CONSTRAINT "PointsBatchLine_districtId_batchId_fkey" FOREIGN KEY ("districtId", "batchId") REFERENCES "PointsBatch"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
