-- CreateEnum
CREATE TYPE "SuggestionState" AS ENUM ('OPEN', 'TAKEN', 'DISMISSED');

-- CreateTable
CREATE TABLE "PointsSuggestion" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "householdId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "ruleItemId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "happenedOn" DATE NOT NULL,
    "state" "SuggestionState" NOT NULL DEFAULT 'OPEN',
    "claimId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PointsSuggestion_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "PointsSuggestion_districtId_householdId_state_at_idx" ON "PointsSuggestion"("districtId", "householdId", "state", "at");

-- CreateIndex
CREATE INDEX "PointsSuggestion_districtId_villageCode_state_at_idx" ON "PointsSuggestion"("districtId", "villageCode", "state", "at");

-- CreateIndex
CREATE UNIQUE INDEX "PointsSuggestion_districtId_source_key" ON "PointsSuggestion"("districtId", "source");
