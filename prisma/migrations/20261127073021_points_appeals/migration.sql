-- CreateEnum
CREATE TYPE "PointsAppealState" AS ENUM ('OPEN', 'DISMISSED', 'TOWN', 'GRANTED', 'REFUSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "PointsAppeal" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "state" "PointsAppealState" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "stageSince" TIMESTAMPTZ(3) NOT NULL,
    "stageDueAt" TIMESTAMPTZ(3),
    "alarmAt" TIMESTAMPTZ(3),
    "alarmKind" "ClaimAlarm",
    "answer" TEXT,
    "answeredById" UUID,

    CONSTRAINT "PointsAppeal_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "PointsAppeal_alarmAt_idx" ON "PointsAppeal"("alarmAt");

-- CreateIndex
CREATE UNIQUE INDEX "PointsAppeal_districtId_claimId_key" ON "PointsAppeal"("districtId", "claimId");

-- AddForeignKey
ALTER TABLE "PointsAppeal" ADD CONSTRAINT "PointsAppeal_districtId_claimId_fkey" FOREIGN KEY ("districtId", "claimId") REFERENCES "PointsClaim"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
