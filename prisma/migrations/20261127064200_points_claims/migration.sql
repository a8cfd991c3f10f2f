-- CreateEnum
CREATE TYPE "ClaimState" AS ENUM ('PROPOSED', 'REVIEW', 'NOTICE', 'BOOKED', 'REJECTED', 'WITHDRAWN', 'REVERSED');

-- CreateEnum
CREATE TYPE "ClaimAlarm" AS ENUM ('WARN', 'OVER', 'BOOK');

-- CreateEnum
CREATE TYPE "ClaimChoice" AS ENUM ('AGREE', 'REFUSE', 'RECUSE');

-- AlterEnum
ALTER TYPE "PostKind" ADD VALUE 'REVIEWER';

-- CreateTable
CREATE TABLE "PointsClaim" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "state" "ClaimState" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "round" INTEGER NOT NULL DEFAULT 1,
    "villageCode" TEXT NOT NULL,
    "householdId" UUID NOT NULL,
    "ruleItemId" UUID NOT NULL,
    "ruleCode" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "happenedOn" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "nameShown" BOOLEAN NOT NULL DEFAULT false,
    "byId" UUID NOT NULL,
    "isRecorded" BOOLEAN NOT NULL,
    "acceptedById" UUID,
    "reviewerId" UUID,
    "warningId" UUID,
    "isBorrowing" BOOLEAN NOT NULL DEFAULT false,
    "origin" TEXT,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "stageSince" TIMESTAMPTZ(3) NOT NULL,
    "stageDueAt" TIMESTAMPTZ(3),
    "alarmAt" TIMESTAMPTZ(3),
    "alarmKind" "ClaimAlarm",
    "reason" TEXT,
    "entryId" UUID,
    "booked" INTEGER,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PointsClaim_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "PointsClaimPhoto" (
    "districtId" TEXT NOT NULL,
    "claimId" UUID NOT NULL,
    "attachmentId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "isReleased" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PointsClaimPhoto_pkey" PRIMARY KEY ("districtId","claimId","attachmentId")
);

-- CreateTable
CREATE TABLE "PointsClaimStep" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "state" "ClaimState" NOT NULL,
    "actorId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PointsClaimStep_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "PointsVote" (
    "districtId" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "choice" "ClaimChoice" NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "struckAt" TIMESTAMPTZ(3),

    CONSTRAINT "PointsVote_pkey" PRIMARY KEY ("districtId","subjectId","round","personId")
);

-- CreateTable
CREATE TABLE "PointsKin" (
    "districtId" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "householdId" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "declaredById" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PointsKin_pkey" PRIMARY KEY ("districtId","personId","householdId")
);

-- CreateTable
CREATE TABLE "PointsObjection" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "isUpheld" BOOLEAN,
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "PointsObjection_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "PointsWarning" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "householdId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "ruleCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PointsWarning_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "PointsClaim_districtId_householdId_filedAt_id_idx" ON "PointsClaim"("districtId", "householdId", "filedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "PointsClaim_districtId_villageCode_state_filedAt_id_idx" ON "PointsClaim"("districtId", "villageCode", "state", "filedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "PointsClaim_alarmAt_idx" ON "PointsClaim"("alarmAt");

-- CreateIndex
CREATE UNIQUE INDEX "PointsClaim_districtId_origin_key" ON "PointsClaim"("districtId", "origin");

-- CreateIndex
CREATE INDEX "PointsClaimStep_districtId_claimId_at_idx" ON "PointsClaimStep"("districtId", "claimId", "at");

-- CreateIndex
CREATE INDEX "PointsVote_districtId_personId_at_idx" ON "PointsVote"("districtId", "personId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "PointsObjection_districtId_claimId_personId_key" ON "PointsObjection"("districtId", "claimId", "personId");

-- CreateIndex
CREATE INDEX "PointsWarning_districtId_householdId_ruleCode_at_idx" ON "PointsWarning"("districtId", "householdId", "ruleCode", "at");

-- AddForeignKey
ALTER TABLE "PointsClaimPhoto" ADD CONSTRAINT "PointsClaimPhoto_districtId_claimId_fkey" FOREIGN KEY ("districtId", "claimId") REFERENCES "PointsClaim"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointsClaimPhoto" ADD CONSTRAINT "PointsClaimPhoto_districtId_attachmentId_fkey" FOREIGN KEY ("districtId", "attachmentId") REFERENCES "Attachment"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointsClaimStep" ADD CONSTRAINT "PointsClaimStep_districtId_claimId_fkey" FOREIGN KEY ("districtId", "claimId") REFERENCES "PointsClaim"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointsObjection" ADD CONSTRAINT "PointsObjection_districtId_claimId_fkey" FOREIGN KEY ("districtId", "claimId") REFERENCES "PointsClaim"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
CREATE UNIQUE INDEX "PointsClaimPhoto_evidence" ON "PointsClaimPhoto" ("districtId", "sha256") WHERE NOT "isReleased";
ALTER TABLE "PointsClaim" ADD CONSTRAINT "PointsClaim_points_check" CHECK ("points" <> 0 AND abs("points") <= 50);
-- A deed that took points was warned of; what is booked was stood for by one person and checked by another.
ALTER TABLE "PointsClaim" ADD CONSTRAINT "PointsClaim_warning_check" CHECK ("points" > 0 OR "warningId" IS NOT NULL);
ALTER TABLE "PointsClaim" ADD CONSTRAINT "PointsClaim_booked_check" CHECK ("entryId" IS NULL OR ("acceptedById" IS NOT NULL AND "reviewerId" IS NOT NULL AND "acceptedById" <> "reviewerId"));
