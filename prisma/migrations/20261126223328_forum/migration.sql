-- CreateEnum
CREATE TYPE "TopicLevel" AS ENUM ('ESTATE', 'VILLAGE', 'TOWN');

-- CreateEnum
CREATE TYPE "TopicStatus" AS ENUM ('RAISED', 'SENT_BACK', 'REVIEW', 'NOTICE', 'DISCUSS', 'DECIDE', 'CARRY_OUT', 'JUDGE', 'DONE', 'UNAGREED', 'RULED_OUT', 'MERGED', 'SPLIT', 'WITHDRAWN', 'LAPSED');

-- CreateEnum
CREATE TYPE "TopicPhase" AS ENUM ('DECIDING', 'DOING', 'ENDED');

-- CreateEnum
CREATE TYPE "CheckState" AS ENUM ('PENDING', 'PASSED', 'HELD', 'REFUSED');

-- CreateEnum
CREATE TYPE "TopicAlarm" AS ENUM ('WARN', 'OVERDUE', 'OPEN', 'LAPSE');

-- CreateEnum
CREATE TYPE "SupportVia" AS ENUM ('APP', 'PAPER', 'SPOKEN');

-- CreateTable
CREATE TABLE "Topic" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "level" "TopicLevel" NOT NULL,
    "status" "TopicStatus" NOT NULL DEFAULT 'RAISED',
    "phase" "TopicPhase" NOT NULL DEFAULT 'DECIDING',
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "textNo" INTEGER NOT NULL DEFAULT 1,
    "checkState" "CheckState" NOT NULL DEFAULT 'PENDING',
    "grams" TEXT[],
    "townCode" TEXT NOT NULL,
    "villageCode" TEXT,
    "place" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "threshold" INTEGER NOT NULL,
    "ownerUnit" TEXT NOT NULL,
    "ownerId" UUID,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "stageSince" TIMESTAMPTZ(3) NOT NULL,
    "stageDueAt" TIMESTAMPTZ(3),
    "extendCount" INTEGER NOT NULL DEFAULT 0,
    "activeAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "alarmAt" TIMESTAMPTZ(3),
    "alarmKind" "TopicAlarm",
    "supportCount" INTEGER NOT NULL DEFAULT 0,
    "householdCount" INTEGER NOT NULL DEFAULT 0,
    "commentCount" INTEGER NOT NULL DEFAULT 0,
    "mergedIntoId" UUID,
    "splitFromId" UUID,

    CONSTRAINT "Topic_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "TopicText" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "reason" TEXT,
    "authorId" UUID NOT NULL,
    "checkState" "CheckState" NOT NULL DEFAULT 'PENDING',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TopicText_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "TopicAuthor" (
    "districtId" TEXT NOT NULL,
    "topicId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TopicAuthor_pkey" PRIMARY KEY ("districtId","topicId","personId")
);

-- CreateTable
CREATE TABLE "TopicStep" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "status" "TopicStatus" NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "actorRole" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "note" TEXT,
    "dueAt" TIMESTAMPTZ(3),
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TopicStep_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "TopicSupport" (
    "districtId" TEXT NOT NULL,
    "topicId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "householdId" UUID,
    "villageCode" TEXT NOT NULL,
    "via" "SupportVia" NOT NULL DEFAULT 'APP',
    "enteredById" UUID,
    "consent" TEXT,
    "photoId" UUID,
    "carriedFromId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "TopicSupport_pkey" PRIMARY KEY ("districtId","topicId","personId")
);

-- CreateTable
CREATE TABLE "TopicComment" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "rootId" UUID,
    "answersId" UUID,
    "authorId" UUID NOT NULL,
    "villageCode" TEXT,
    "hideName" BOOLEAN NOT NULL DEFAULT false,
    "body" TEXT NOT NULL,
    "checkState" "CheckState" NOT NULL DEFAULT 'PENDING',
    "replyCount" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TopicComment_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "TopicPhoto" (
    "districtId" TEXT NOT NULL,
    "topicId" UUID NOT NULL,
    "attachmentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "checkState" "CheckState" NOT NULL DEFAULT 'PENDING',

    CONSTRAINT "TopicPhoto_pkey" PRIMARY KEY ("districtId","topicId","attachmentId")
);

-- CreateTable
CREATE TABLE "TopicThreshold" (
    "districtId" TEXT NOT NULL,
    "placeCode" TEXT NOT NULL,
    "level" "TopicLevel" NOT NULL,
    "voices" INTEGER NOT NULL,

    CONSTRAINT "TopicThreshold_pkey" PRIMARY KEY ("districtId","placeCode","level")
);

-- CreateIndex
CREATE INDEX "Topic_districtId_phase_activeAt_id_idx" ON "Topic"("districtId", "phase", "activeAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Topic_districtId_villageCode_phase_activeAt_id_idx" ON "Topic"("districtId", "villageCode", "phase", "activeAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Topic_districtId_townCode_phase_activeAt_id_idx" ON "Topic"("districtId", "townCode", "phase", "activeAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Topic_districtId_authorId_raisedAt_id_idx" ON "Topic"("districtId", "authorId", "raisedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Topic_districtId_ownerUnit_status_stageDueAt_id_idx" ON "Topic"("districtId", "ownerUnit", "status", "stageDueAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_districtId_no_key" ON "Topic"("districtId", "no");

-- CreateIndex
CREATE UNIQUE INDEX "TopicText_districtId_topicId_no_key" ON "TopicText"("districtId", "topicId", "no");

-- CreateIndex
CREATE INDEX "TopicAuthor_districtId_personId_idx" ON "TopicAuthor"("districtId", "personId");

-- CreateIndex
CREATE INDEX "TopicStep_districtId_topicId_at_idx" ON "TopicStep"("districtId", "topicId", "at");

-- CreateIndex
CREATE INDEX "TopicSupport_districtId_topicId_householdId_idx" ON "TopicSupport"("districtId", "topicId", "householdId");

-- CreateIndex
CREATE INDEX "TopicSupport_districtId_personId_at_idx" ON "TopicSupport"("districtId", "personId", "at" DESC);

-- CreateIndex
CREATE INDEX "TopicComment_districtId_topicId_rootId_at_id_idx" ON "TopicComment"("districtId", "topicId", "rootId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "TopicComment_districtId_authorId_at_idx" ON "TopicComment"("districtId", "authorId", "at");

-- CreateIndex
CREATE INDEX "TopicPhoto_districtId_attachmentId_idx" ON "TopicPhoto"("districtId", "attachmentId");

-- AddForeignKey
ALTER TABLE "TopicText" ADD CONSTRAINT "TopicText_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicAuthor" ADD CONSTRAINT "TopicAuthor_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicStep" ADD CONSTRAINT "TopicStep_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicSupport" ADD CONSTRAINT "TopicSupport_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicComment" ADD CONSTRAINT "TopicComment_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicPhoto" ADD CONSTRAINT "TopicPhoto_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- A phase is its status, whatever the program does.
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_phase_check" CHECK ("phase" = CASE
  WHEN "status" IN ('RAISED', 'SENT_BACK', 'REVIEW', 'NOTICE', 'DISCUSS', 'DECIDE') THEN 'DECIDING'::"TopicPhase"
  WHEN "status" IN ('CARRY_OUT', 'JUDGE') THEN 'DOING'::"TopicPhase"
  ELSE 'ENDED'::"TopicPhase" END);
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_counters_check" CHECK ("supportCount" >= 0 AND "householdCount" >= 0 AND "commentCount" >= 0);
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_village_check" CHECK (("level" = 'TOWN') = ("villageCode" IS NULL));

-- Search looks for all pieces of what was typed.
CREATE INDEX "Topic_grams_idx" ON "Topic" USING gin ("grams");

-- Clocks that are due.
CREATE INDEX "Topic_alarm_idx" ON "Topic" ("alarmAt") WHERE "alarmAt" IS NOT NULL;

-- Somebody's own voices, and who has still given one.
CREATE INDEX "TopicSupport_living_idx" ON "TopicSupport" ("districtId", "topicId", "at", "personId") WHERE "withdrawnAt" IS NULL;

CREATE SEQUENCE "topic_no_seq";
