-- CreateEnum
CREATE TYPE "MeetingStatus" AS ENUM ('CALLED', 'OPEN', 'HELD', 'CANCELLED');

-- CreateEnum
CREATE TYPE "SeatRole" AS ENUM ('CHAIR', 'RECORDER', 'AUTHOR', 'COUNCIL', 'SERVICE_TEAM', 'DEPARTMENT', 'ADVISOR', 'STAKEHOLDER', 'RESIDENT');

-- CreateEnum
CREATE TYPE "SignedVia" AS ENUM ('CODE', 'HAND', 'ONLINE');

-- CreateEnum
CREATE TYPE "MinuteKind" AS ENUM ('PROPOSAL', 'AGREEMENT', 'DISSENT', 'ONLINE');

-- CreateEnum
CREATE TYPE "PaperStatus" AS ENUM ('DRAFT', 'READ_BACK', 'CONFIRMED', 'PUBLISHED');

-- CreateTable
CREATE TABLE "OpinionStatement" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "authorId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "checkState" "CheckState" NOT NULL DEFAULT 'PENDING',
    "agree" INTEGER NOT NULL DEFAULT 0,
    "disagree" INTEGER NOT NULL DEFAULT 0,
    "pass" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpinionStatement_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "OpinionBallot" (
    "districtId" TEXT NOT NULL,
    "topicId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "householdId" UUID,
    "choices" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpinionBallot_pkey" PRIMARY KEY ("districtId","topicId","personId")
);

-- CreateTable
CREATE TABLE "OpinionMap" (
    "districtId" TEXT NOT NULL,
    "topicId" UUID NOT NULL,
    "wanted" BOOLEAN NOT NULL DEFAULT false,
    "claimedAt" TIMESTAMPTZ(3),
    "computedAt" TIMESTAMPTZ(3),
    "result" JSONB,

    CONSTRAINT "OpinionMap_pkey" PRIMARY KEY ("districtId","topicId")
);

-- CreateTable
CREATE TABLE "TopicQuestion" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "askerId" UUID NOT NULL,
    "departmentCode" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "checkState" "CheckState" NOT NULL DEFAULT 'PENDING',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "alarmAt" TIMESTAMPTZ(3),
    "alarmKind" "TopicAlarm",
    "overdueAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "answerState" "CheckState",
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "TopicQuestion_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "TopicMeeting" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "status" "MeetingStatus" NOT NULL DEFAULT 'CALLED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "place" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "agenda" TEXT[],
    "online" TEXT,
    "chairId" UUID NOT NULL,
    "recorderId" UUID NOT NULL,
    "calledById" UUID NOT NULL,
    "calledAt" TIMESTAMPTZ(3) NOT NULL,
    "signCode" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "cancelReason" TEXT,

    CONSTRAINT "TopicMeeting_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "MeetingSeat" (
    "districtId" TEXT NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" "SeatRole" NOT NULL,
    "invited" BOOLEAN NOT NULL,
    "coming" BOOLEAN,
    "online" BOOLEAN NOT NULL DEFAULT false,
    "repliedAt" TIMESTAMPTZ(3),
    "signedAt" TIMESTAMPTZ(3),
    "signedVia" "SignedVia",
    "signedById" UUID,

    CONSTRAINT "MeetingSeat_pkey" PRIMARY KEY ("districtId","meetingId","personId")
);

-- CreateTable
CREATE TABLE "MeetingLine" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "kind" "MinuteKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "speaker" TEXT,
    "personId" UUID,
    "checkState" "CheckState" NOT NULL DEFAULT 'PASSED',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MeetingLine_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "MeetingPhoto" (
    "districtId" TEXT NOT NULL,
    "meetingId" UUID NOT NULL,
    "attachmentId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "checkState" "CheckState" NOT NULL DEFAULT 'PENDING',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MeetingPhoto_pkey" PRIMARY KEY ("districtId","meetingId","attachmentId")
);

-- CreateTable
CREATE TABLE "DecisionPaper" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "status" "PaperStatus" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "body" TEXT NOT NULL,
    "matter" TEXT,
    "writerId" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "reading" INTEGER NOT NULL DEFAULT 0,
    "readBackAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "voteKind" TEXT,
    "voteEligible" INTEGER,
    "votePresent" INTEGER,
    "voteInFavour" INTEGER,
    "voteHeldOn" DATE,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DecisionPaper_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "PaperAnswer" (
    "districtId" TEXT NOT NULL,
    "paperId" UUID NOT NULL,
    "reading" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "note" TEXT,
    "enteredById" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaperAnswer_pkey" PRIMARY KEY ("districtId","paperId","reading","personId")
);

-- CreateTable
CREATE TABLE "TopicTask" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "topicId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "leadUnit" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "ticketId" UUID NOT NULL,
    "droppedAt" TIMESTAMPTZ(3),
    "dropReason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TopicTask_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "TaskHelper" (
    "districtId" TEXT NOT NULL,
    "taskId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TaskHelper_pkey" PRIMARY KEY ("districtId","taskId","personId")
);

-- CreateTable
CREATE TABLE "TopicJudgement" (
    "districtId" TEXT NOT NULL,
    "topicId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "informed" BOOLEAN NOT NULL,
    "solved" BOOLEAN NOT NULL,
    "satisfied" BOOLEAN NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TopicJudgement_pkey" PRIMARY KEY ("districtId","topicId","round","personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "OpinionStatement_districtId_topicId_no_key" ON "OpinionStatement"("districtId", "topicId", "no");

-- CreateIndex
CREATE INDEX "TopicQuestion_districtId_topicId_askedAt_idx" ON "TopicQuestion"("districtId", "topicId", "askedAt");

-- CreateIndex
CREATE INDEX "TopicQuestion_districtId_departmentCode_askedAt_id_idx" ON "TopicQuestion"("districtId", "departmentCode", "askedAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "TopicMeeting_districtId_topicId_no_key" ON "TopicMeeting"("districtId", "topicId", "no");

-- CreateIndex
CREATE UNIQUE INDEX "TopicMeeting_districtId_signCode_key" ON "TopicMeeting"("districtId", "signCode");

-- CreateIndex
CREATE INDEX "MeetingSeat_districtId_personId_meetingId_idx" ON "MeetingSeat"("districtId", "personId", "meetingId");

-- CreateIndex
CREATE INDEX "MeetingLine_districtId_meetingId_kind_position_idx" ON "MeetingLine"("districtId", "meetingId", "kind", "position");

-- CreateIndex
CREATE INDEX "DecisionPaper_districtId_topicId_idx" ON "DecisionPaper"("districtId", "topicId");

-- CreateIndex
CREATE UNIQUE INDEX "DecisionPaper_districtId_meetingId_key" ON "DecisionPaper"("districtId", "meetingId");

-- CreateIndex
CREATE INDEX "TopicTask_districtId_topicId_position_idx" ON "TopicTask"("districtId", "topicId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "TopicTask_districtId_ticketId_key" ON "TopicTask"("districtId", "ticketId");

-- AddForeignKey
ALTER TABLE "OpinionStatement" ADD CONSTRAINT "OpinionStatement_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionBallot" ADD CONSTRAINT "OpinionBallot_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionMap" ADD CONSTRAINT "OpinionMap_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicQuestion" ADD CONSTRAINT "TopicQuestion_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicMeeting" ADD CONSTRAINT "TopicMeeting_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSeat" ADD CONSTRAINT "MeetingSeat_districtId_meetingId_fkey" FOREIGN KEY ("districtId", "meetingId") REFERENCES "TopicMeeting"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingLine" ADD CONSTRAINT "MeetingLine_districtId_meetingId_fkey" FOREIGN KEY ("districtId", "meetingId") REFERENCES "TopicMeeting"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingPhoto" ADD CONSTRAINT "MeetingPhoto_districtId_meetingId_fkey" FOREIGN KEY ("districtId", "meetingId") REFERENCES "TopicMeeting"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionPaper" ADD CONSTRAINT "DecisionPaper_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperAnswer" ADD CONSTRAINT "PaperAnswer_districtId_paperId_fkey" FOREIGN KEY ("districtId", "paperId") REFERENCES "DecisionPaper"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicTask" ADD CONSTRAINT "TopicTask_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaskHelper" ADD CONSTRAINT "TaskHelper_districtId_taskId_fkey" FOREIGN KEY ("districtId", "taskId") REFERENCES "TopicTask"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicJudgement" ADD CONSTRAINT "TopicJudgement_districtId_topicId_fkey" FOREIGN KEY ("districtId", "topicId") REFERENCES "Topic"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- One living meeting a topic, whoever calls at the same time.
CREATE UNIQUE INDEX "TopicMeeting_living_key" ON "TopicMeeting" ("districtId", "topicId") WHERE "status" IN ('CALLED', 'OPEN');

-- Clocks that are due, maps that are wanted, judgings that are over.
CREATE INDEX "TopicQuestion_alarm_idx" ON "TopicQuestion" ("alarmAt") WHERE "alarmAt" IS NOT NULL;
CREATE INDEX "OpinionMap_wanted_idx" ON "OpinionMap" ("districtId") WHERE "wanted" OR "claimedAt" IS NOT NULL;
CREATE INDEX "Topic_judging_idx" ON "Topic" ("districtId", "stageDueAt") WHERE "status" = 'JUDGE';

ALTER TABLE "OpinionStatement" ADD CONSTRAINT "OpinionStatement_counters_check" CHECK ("agree" >= 0 AND "disagree" >= 0 AND "pass" >= 0);
ALTER TABLE "TopicMeeting" ADD CONSTRAINT "TopicMeeting_span_check" CHECK ("endsAt" > "startsAt");
ALTER TABLE "DecisionPaper" ADD CONSTRAINT "DecisionPaper_vote_check" CHECK (
  num_nulls("voteKind", "voteEligible", "votePresent", "voteInFavour", "voteHeldOn") IN (0, 5)
  AND ("votePresent" IS NULL OR ("votePresent" <= "voteEligible" AND "voteInFavour" <= "votePresent")));
