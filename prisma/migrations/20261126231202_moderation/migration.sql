-- CreateEnum
CREATE TYPE "CheckStage" AS ENUM ('WAITING', 'ASKED', 'HELD', 'PASSED', 'REFUSED');

-- CreateEnum
CREATE TYPE "CheckAlarm" AS ENUM ('WARN', 'OVERDUE');

-- CreateEnum
CREATE TYPE "AppealState" AS ENUM ('OPEN', 'UPHELD', 'GRANTED');

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "nicknameWanted" TEXT;

-- CreateTable
CREATE TABLE "ContentCheck" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "groupId" TEXT,
    "authorId" UUID NOT NULL,
    "townCode" TEXT,
    "villageCode" TEXT,
    "stage" "CheckStage" NOT NULL DEFAULT 'WAITING',
    "rule" TEXT,
    "because" TEXT,
    "label" INTEGER,
    "traceId" TEXT,
    "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "fingerprint" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),
    "heldAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "alarmAt" TIMESTAMPTZ(3),
    "alarmKind" "CheckAlarm",
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,
    "reportCount" INTEGER NOT NULL DEFAULT 0,
    "appeal" "AppealState",
    "appealText" TEXT,
    "appealedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContentCheck_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "ContentReport" (
    "districtId" TEXT NOT NULL,
    "checkId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContentReport_pkey" PRIMARY KEY ("districtId","checkId","personId")
);

-- CreateIndex
CREATE INDEX "ContentCheck_districtId_authorId_createdAt_idx" ON "ContentCheck"("districtId", "authorId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ContentCheck_districtId_fingerprint_createdAt_idx" ON "ContentCheck"("districtId", "fingerprint", "createdAt");

-- CreateIndex
CREATE INDEX "ContentCheck_districtId_groupId_createdAt_idx" ON "ContentCheck"("districtId", "groupId", "createdAt");

-- CreateIndex
CREATE INDEX "ContentCheck_districtId_decidedAt_idx" ON "ContentCheck"("districtId", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ContentCheck_districtId_kind_subjectId_key" ON "ContentCheck"("districtId", "kind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "ContentCheck_districtId_traceId_key" ON "ContentCheck"("districtId", "traceId");

-- CreateIndex
CREATE INDEX "ContentReport_districtId_personId_at_idx" ON "ContentReport"("districtId", "personId", "at");

-- AddForeignKey
ALTER TABLE "ContentReport" ADD CONSTRAINT "ContentReport_districtId_checkId_fkey" FOREIGN KEY ("districtId", "checkId") REFERENCES "ContentCheck"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Most checks have passed and are never looked for again; these are the few that somebody or something waits for.
CREATE INDEX "ContentCheck_next_idx" ON "ContentCheck" ("districtId", "nextAt") WHERE "nextAt" IS NOT NULL;
CREATE INDEX "ContentCheck_alarm_idx" ON "ContentCheck" ("alarmAt") WHERE "alarmAt" IS NOT NULL;
CREATE INDEX "ContentCheck_due_idx" ON "ContentCheck" ("districtId", "dueAt", "id") WHERE "dueAt" IS NOT NULL;
CREATE INDEX "ContentCheck_flagged_idx" ON "ContentCheck" ("districtId", "createdAt" DESC, "id" DESC) WHERE "stage" = 'PASSED' AND "flags" <> '{}';
ALTER TABLE "ContentCheck" ADD CONSTRAINT "ContentCheck_refusal_named" CHECK ("stage" <> 'REFUSED' OR "rule" IS NOT NULL OR "because" = 'GONE');
