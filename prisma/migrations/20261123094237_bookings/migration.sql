-- CreateEnum
CREATE TYPE "AdvisorRank" AS ENUM ('PRIMARY', 'SUBSTITUTE');

-- CreateEnum
CREATE TYPE "Manner" AS ENUM ('ONSITE', 'PHONE', 'VIDEO');

-- CreateEnum
CREATE TYPE "AvailabilityKind" AS ENUM ('WEEKLY', 'DATE', 'MARKET', 'LEAVE');

-- CreateEnum
CREATE TYPE "SlotState" AS ENUM ('OPEN', 'HELD', 'TAKEN', 'BLOCKED');

-- CreateEnum
CREATE TYPE "BookingStatus" AS ENUM ('REQUESTED', 'CONFIRMED', 'DONE', 'CANCELLED', 'EXPIRED', 'RESCHEDULED', 'NO_SHOW_RESIDENT', 'NO_SHOW_ADVISOR');

-- CreateEnum
CREATE TYPE "BookingParty" AS ENUM ('RESIDENT', 'ADVISOR', 'STAFF', 'SYSTEM');

-- CreateEnum
CREATE TYPE "BookingAlarm" AS ENUM ('EXPIRE', 'DAY', 'DAY_CALL', 'HOURS', 'HOURS_CALL', 'RECORD');

-- CreateEnum
CREATE TYPE "WaitState" AS ENUM ('WAITING', 'OFFERED', 'TAKEN', 'LEFT', 'EXPIRED');

-- CreateTable
CREATE TABLE "LawFirm" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "address" TEXT,

    CONSTRAINT "LawFirm_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "AdvisorTeam" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "firmId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "AdvisorTeam_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "TeamTown" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "townCode" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "TeamTown_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "Advisor" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "licenceNo" TEXT NOT NULL,
    "fields" TEXT[],
    "languages" TEXT[],
    "intro" TEXT NOT NULL DEFAULT '',
    "slotMinutes" INTEGER NOT NULL DEFAULT 40,
    "bufferMinutes" INTEGER NOT NULL DEFAULT 0,
    "noticeHours" INTEGER NOT NULL DEFAULT 2,
    "windowDays" INTEGER NOT NULL DEFAULT 21,
    "dailyLimit" INTEGER NOT NULL DEFAULT 10,
    "maxVillages" INTEGER NOT NULL DEFAULT 5,
    "feedHash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Advisor_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "AdvisorVillage" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "advisorId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "rank" "AdvisorRank" NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "AdvisorVillage_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "AdvisorAvailability" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "advisorId" UUID NOT NULL,
    "kind" "AvailabilityKind" NOT NULL,
    "manner" "Manner",
    "villageCode" TEXT,
    "weekday" INTEGER,
    "date" DATE,
    "untilDate" DATE,
    "marketDigits" INTEGER[],
    "lunar" BOOLEAN NOT NULL DEFAULT false,
    "fromMinute" INTEGER NOT NULL,
    "toMinute" INTEGER NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AdvisorAvailability_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "Slot" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "advisorId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "manner" "Manner" NOT NULL,
    "villageCode" TEXT,
    "state" "SlotState" NOT NULL DEFAULT 'OPEN',
    "holderId" UUID,
    "heldUntil" TIMESTAMPTZ(3),
    "freedAt" TIMESTAMPTZ(3),
    "offerAt" TIMESTAMPTZ(3),

    CONSTRAINT "Slot_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "Booking" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "rootId" UUID NOT NULL,
    "previousId" UUID,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "no" TEXT NOT NULL,
    "slotId" UUID NOT NULL,
    "advisorId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "residentId" UUID NOT NULL,
    "enteredById" UUID,
    "jointPersonId" UUID,
    "manner" "Manner" NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "matter" TEXT NOT NULL,
    "disputeType" TEXT NOT NULL,
    "phone" TEXT,
    "clientHash" TEXT,
    "otherPartyHash" TEXT,
    "againstVillage" BOOLEAN NOT NULL DEFAULT false,
    "status" "BookingStatus" NOT NULL DEFAULT 'REQUESTED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "because" TEXT NOT NULL,
    "walkIn" BOOLEAN NOT NULL DEFAULT false,
    "callFirst" BOOLEAN NOT NULL DEFAULT false,
    "cancelledBy" "BookingParty",
    "cancelReason" TEXT,
    "proposedSlotId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "arrivedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "complainedAt" TIMESTAMPTZ(3),
    "alarmAt" TIMESTAMPTZ(3),
    "alarmKind" "BookingAlarm",
    "ratedOnTime" BOOLEAN,
    "ratedHelpful" BOOLEAN,
    "ratedSatisfied" BOOLEAN,
    "ratingNote" TEXT,

    CONSTRAINT "Booking_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "BookingStep" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "bookingId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "actorRole" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "note" TEXT,
    "forBureau" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BookingStep_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "WaitingEntry" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "disputeType" TEXT NOT NULL,
    "wishFrom" TIMESTAMPTZ(3) NOT NULL,
    "wishTo" TIMESTAMPTZ(3) NOT NULL,
    "state" "WaitState" NOT NULL DEFAULT 'WAITING',
    "slotId" UUID,
    "offerUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WaitingEntry_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "WaitingOffer" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "slotId" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "taken" BOOLEAN,

    CONSTRAINT "WaitingOffer_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "AdvisorPresence" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "advisorId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),
    "metres" INTEGER NOT NULL,
    "qrOk" BOOLEAN NOT NULL,
    "signedById" UUID,
    "signedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AdvisorPresence_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "ServiceRecord" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "bookingId" UUID NOT NULL,
    "advisorId" UUID NOT NULL,
    "who" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "lawCited" TEXT[],
    "advice" TEXT NOT NULL,
    "nextStep" TEXT NOT NULL,
    "handover" TEXT,
    "complete" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ServiceRecord_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "AdvisorLecture" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "advisorId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL,
    "headcount" INTEGER NOT NULL,

    CONSTRAINT "AdvisorLecture_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "RecordSample" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "checkedById" UUID,
    "finding" TEXT,
    "passed" BOOLEAN,
    "checkedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecordSample_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LawFirm_districtId_name_key" ON "LawFirm"("districtId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "AdvisorTeam_districtId_name_key" ON "AdvisorTeam"("districtId", "name");

-- CreateIndex
CREATE INDEX "TeamTown_districtId_townCode_idx" ON "TeamTown"("districtId", "townCode");

-- CreateIndex
CREATE UNIQUE INDEX "Advisor_districtId_personId_key" ON "Advisor"("districtId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Advisor_districtId_licenceNo_key" ON "Advisor"("districtId", "licenceNo");

-- CreateIndex
CREATE UNIQUE INDEX "Advisor_feedHash_key" ON "Advisor"("feedHash");

-- CreateIndex
CREATE INDEX "AdvisorVillage_districtId_villageCode_idx" ON "AdvisorVillage"("districtId", "villageCode");

-- CreateIndex
CREATE INDEX "AdvisorVillage_districtId_advisorId_idx" ON "AdvisorVillage"("districtId", "advisorId");

-- CreateIndex
CREATE INDEX "AdvisorAvailability_districtId_advisorId_idx" ON "AdvisorAvailability"("districtId", "advisorId");

-- CreateIndex
CREATE UNIQUE INDEX "Slot_districtId_advisorId_startsAt_key" ON "Slot"("districtId", "advisorId", "startsAt");

-- CreateIndex
CREATE INDEX "Booking_districtId_advisorId_startsAt_idx" ON "Booking"("districtId", "advisorId", "startsAt");

-- CreateIndex
CREATE INDEX "Booking_districtId_residentId_startsAt_idx" ON "Booking"("districtId", "residentId", "startsAt");

-- CreateIndex
CREATE INDEX "Booking_districtId_enteredById_startsAt_idx" ON "Booking"("districtId", "enteredById", "startsAt");

-- CreateIndex
CREATE INDEX "Booking_districtId_villageCode_startsAt_idx" ON "Booking"("districtId", "villageCode", "startsAt");

-- CreateIndex
CREATE INDEX "Booking_districtId_rootId_idx" ON "Booking"("districtId", "rootId");

-- CreateIndex
CREATE INDEX "Booking_alarmAt_idx" ON "Booking"("alarmAt");

-- CreateIndex
CREATE UNIQUE INDEX "Booking_districtId_no_key" ON "Booking"("districtId", "no");

-- CreateIndex
CREATE INDEX "BookingStep_districtId_bookingId_at_idx" ON "BookingStep"("districtId", "bookingId", "at");

-- CreateIndex
CREATE INDEX "WaitingEntry_districtId_villageCode_state_createdAt_idx" ON "WaitingEntry"("districtId", "villageCode", "state", "createdAt");

-- CreateIndex
CREATE INDEX "WaitingEntry_districtId_personId_createdAt_idx" ON "WaitingEntry"("districtId", "personId", "createdAt");

-- CreateIndex
CREATE INDEX "WaitingEntry_districtId_slotId_idx" ON "WaitingEntry"("districtId", "slotId");

-- CreateIndex
CREATE INDEX "WaitingOffer_districtId_slotId_idx" ON "WaitingOffer"("districtId", "slotId");

-- CreateIndex
CREATE UNIQUE INDEX "WaitingOffer_districtId_entryId_slotId_key" ON "WaitingOffer"("districtId", "entryId", "slotId");

-- CreateIndex
CREATE INDEX "AdvisorPresence_districtId_advisorId_arrivedAt_idx" ON "AdvisorPresence"("districtId", "advisorId", "arrivedAt");

-- CreateIndex
CREATE INDEX "AdvisorPresence_districtId_villageCode_arrivedAt_idx" ON "AdvisorPresence"("districtId", "villageCode", "arrivedAt");

-- CreateIndex
CREATE INDEX "ServiceRecord_districtId_advisorId_createdAt_idx" ON "ServiceRecord"("districtId", "advisorId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceRecord_districtId_bookingId_key" ON "ServiceRecord"("districtId", "bookingId");

-- CreateIndex
CREATE INDEX "AdvisorLecture_districtId_advisorId_heldAt_idx" ON "AdvisorLecture"("districtId", "advisorId", "heldAt");

-- CreateIndex
CREATE UNIQUE INDEX "RecordSample_districtId_quarter_recordId_key" ON "RecordSample"("districtId", "quarter", "recordId");

-- AddForeignKey
ALTER TABLE "AdvisorTeam" ADD CONSTRAINT "AdvisorTeam_districtId_firmId_fkey" FOREIGN KEY ("districtId", "firmId") REFERENCES "LawFirm"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamTown" ADD CONSTRAINT "TeamTown_districtId_teamId_fkey" FOREIGN KEY ("districtId", "teamId") REFERENCES "AdvisorTeam"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Advisor" ADD CONSTRAINT "Advisor_districtId_teamId_fkey" FOREIGN KEY ("districtId", "teamId") REFERENCES "AdvisorTeam"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdvisorVillage" ADD CONSTRAINT "AdvisorVillage_districtId_advisorId_fkey" FOREIGN KEY ("districtId", "advisorId") REFERENCES "Advisor"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdvisorAvailability" ADD CONSTRAINT "AdvisorAvailability_districtId_advisorId_fkey" FOREIGN KEY ("districtId", "advisorId") REFERENCES "Advisor"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_districtId_advisorId_fkey" FOREIGN KEY ("districtId", "advisorId") REFERENCES "Advisor"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_districtId_advisorId_fkey" FOREIGN KEY ("districtId", "advisorId") REFERENCES "Advisor"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BookingStep" ADD CONSTRAINT "BookingStep_districtId_bookingId_fkey" FOREIGN KEY ("districtId", "bookingId") REFERENCES "Booking"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitingOffer" ADD CONSTRAINT "WaitingOffer_districtId_entryId_fkey" FOREIGN KEY ("districtId", "entryId") REFERENCES "WaitingEntry"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- One living booking a slot, and no two at the same time for one advisor or one person, whatever the program does.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE UNIQUE INDEX "Booking_slot_key" ON "Booking" ("districtId", "slotId") WHERE "status" IN ('REQUESTED', 'CONFIRMED');
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_advisor_free" EXCLUDE USING gist ("advisorId" WITH =, tstzrange("startsAt", "endsAt") WITH &&) WHERE ("status" IN ('REQUESTED', 'CONFIRMED'));
ALTER TABLE "Booking" ADD CONSTRAINT "Booking_resident_free" EXCLUDE USING gist ("residentId" WITH =, tstzrange("startsAt", "endsAt") WITH &&) WHERE ("status" IN ('REQUESTED', 'CONFIRMED'));

-- Slots the waiting list is looked at for.
CREATE INDEX "Slot_offer_idx" ON "Slot" ("offerAt") WHERE "offerAt" IS NOT NULL;

-- Whom a firm has advised, for the check of interests.
CREATE INDEX "Booking_client_idx" ON "Booking" ("districtId", "clientHash") WHERE "clientHash" IS NOT NULL;

CREATE SEQUENCE "booking_no_seq";
