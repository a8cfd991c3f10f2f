-- CreateEnum
CREATE TYPE "ChatMode" AS ENUM ('BOT', 'QUEUED', 'HUMAN');

-- CreateEnum
CREATE TYPE "Speaker" AS ENUM ('RESIDENT', 'BOT', 'AGENT');

-- CreateEnum
CREATE TYPE "PostKind" AS ENUM ('GRID_LEAD', 'GRID_STAFF', 'BUILDING_LEAD', 'TOWN_CLERK', 'DEPARTMENT_CLERK', 'LEGAL_ADVISOR', 'CENTRE_SEAT', 'JUSTICE_BUREAU', 'ADMIN');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('PENDING', 'SENDING', 'SENT', 'SKIPPED', 'UNKNOWN', 'DEAD');

-- CreateEnum
CREATE TYPE "DivisionKind" AS ENUM ('DISTRICT', 'TOWN', 'VILLAGE');

-- CreateEnum
CREATE TYPE "EstateKind" AS ENUM ('REAL', 'VIRTUAL');

-- CreateEnum
CREATE TYPE "DepartmentTier" AS ENUM ('RESIDENT', 'LINKED', 'OTHER', 'CENTRE');

-- CreateEnum
CREATE TYPE "TicketStatus" AS ENUM ('SUBMITTED', 'ACCEPTED', 'PROCESSING', 'PAUSED', 'ARBITRATION', 'HANDLED', 'RESOLVED', 'CLOSED', 'REJECTED', 'WITHDRAWN', 'MERGED');

-- CreateEnum
CREATE TYPE "TicketLevel" AS ENUM ('P0', 'P1', 'P2', 'P3', 'Q', 'S');

-- CreateEnum
CREATE TYPE "HandlingLevel" AS ENUM ('GRID', 'VILLAGE', 'TOWN', 'DEPARTMENT', 'CENTRE');

-- CreateEnum
CREATE TYPE "AssistState" AS ENUM ('OPEN', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "AttachmentRole" AS ENUM ('BEFORE', 'AFTER', 'OTHER');

-- CreateTable
CREATE TABLE "DomainEvent" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "actorId" UUID,
    "requestId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "dispatchedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DomainEvent_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "ReactionMark" (
    "eventId" UUID NOT NULL,
    "subscriber" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReactionMark_pkey" PRIMARY KEY ("eventId","subscriber")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "districtId" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "response" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("districtId","actorId","key")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "mode" "ChatMode" NOT NULL DEFAULT 'BOT',
    "queueCode" TEXT,
    "agentId" UUID,
    "queuedAt" TIMESTAMPTZ(3),
    "returnAt" TIMESTAMPTZ(3),
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "Message" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "speaker" "Speaker" NOT NULL,
    "agentId" UUID,
    "agentName" TEXT,
    "text" TEXT NOT NULL,
    "card" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "Household" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "villageCode" TEXT NOT NULL,
    "gridCode" TEXT,
    "group" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Household_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "Person" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nickname" TEXT,
    "phone" TEXT,
    "openid" TEXT,
    "homeVillageCode" TEXT,
    "homeGridCode" TEXT,
    "householdId" UUID,
    "elderMode" BOOLEAN NOT NULL DEFAULT false,
    "demoRole" TEXT,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "Post" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "PostKind" NOT NULL,
    "placeCode" TEXT NOT NULL,
    "departmentCode" TEXT,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "handedToId" UUID,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "Session" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "LoginCode" (
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LoginCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateTable
CREATE TABLE "DutyShift" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "placeCode" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DutyShift_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "WechatToken" (
    "appId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WechatToken_pkey" PRIMARY KEY ("appId")
);

-- CreateTable
CREATE TABLE "Notification" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "ticketId" UUID,
    "dedupeKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "notificationId" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'PENDING',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "reason" TEXT,
    "errcode" INTEGER,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "SubscribeQuota" (
    "districtId" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "remaining" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SubscribeQuota_pkey" PRIMARY KEY ("districtId","personId","template")
);

-- CreateTable
CREATE TABLE "Division" (
    "code" TEXT NOT NULL,
    "kind" "DivisionKind" NOT NULL,
    "name" TEXT NOT NULL,
    "officialName" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "parentCode" TEXT,
    "managedBy" TEXT NOT NULL,
    "inScope" BOOLEAN NOT NULL,
    "aliases" TEXT[],
    "lng" DOUBLE PRECISION,
    "lat" DOUBLE PRECISION,
    "boundary" JSONB,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Division_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Grid" (
    "districtId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "villageCode" TEXT NOT NULL,
    "townCode" TEXT NOT NULL,
    "boundary" JSONB NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "synthetic" BOOLEAN NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "effectiveTo" DATE,

    CONSTRAINT "Grid_pkey" PRIMARY KEY ("districtId","code","version")
);

-- CreateTable
CREATE TABLE "Estate" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "EstateKind" NOT NULL,
    "villageCode" TEXT NOT NULL,
    "gridCode" TEXT,
    "north" TEXT NOT NULL,
    "east" TEXT NOT NULL,
    "south" TEXT NOT NULL,
    "west" TEXT NOT NULL,
    "aliases" TEXT[],
    "isModel" BOOLEAN NOT NULL DEFAULT false,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Estate_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "BuildingGroup" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "gridCode" TEXT NOT NULL,
    "estateId" UUID,
    "households" INTEGER NOT NULL DEFAULT 0,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "BuildingGroup_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "Department" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "tier" "DepartmentTier" NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Category" (
    "version" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "handler" TEXT NOT NULL,
    "leadUnit" TEXT NOT NULL,
    "assistUnits" TEXT[],
    "openWhen" TEXT NOT NULL,
    "closeWhen" TEXT NOT NULL,
    "sensitive" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,
    "effectiveFrom" DATE NOT NULL,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("version","code")
);

-- CreateTable
CREATE TABLE "CalendarYear" (
    "year" INTEGER NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "CalendarYear_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "date" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "Ticket" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "categoryCode" TEXT NOT NULL,
    "categoryVersion" TEXT NOT NULL,
    "level" "TicketLevel" NOT NULL,
    "status" "TicketStatus" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL,
    "reporterId" UUID,
    "enteredById" UUID,
    "anonymous" BOOLEAN NOT NULL DEFAULT false,
    "confidential" BOOLEAN NOT NULL DEFAULT false,
    "address" TEXT NOT NULL,
    "lng" DOUBLE PRECISION,
    "lat" DOUBLE PRECISION,
    "townCode" TEXT,
    "villageCode" TEXT,
    "gridCode" TEXT,
    "handlingLevel" "HandlingLevel" NOT NULL,
    "unitCode" TEXT NOT NULL,
    "assigneeId" UUID,
    "leadUnit" TEXT NOT NULL,
    "routing" JSONB NOT NULL,
    "understanding" JSONB,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptBy" TIMESTAMPTZ(3) NOT NULL,
    "contactBy" TIMESTAMPTZ(3) NOT NULL,
    "handleBy" TIMESTAMPTZ(3) NOT NULL,
    "clockProvisional" BOOLEAN NOT NULL DEFAULT false,
    "acceptedAt" TIMESTAMPTZ(3),
    "contactedAt" TIMESTAMPTZ(3),
    "handledAt" TIMESTAMPTZ(3),
    "handlerId" UUID,
    "resolvedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "pausedAt" TIMESTAMPTZ(3),
    "pauseReason" TEXT,
    "returnCount" INTEGER NOT NULL DEFAULT 0,
    "arbitrated" BOOLEAN NOT NULL DEFAULT false,
    "extendCount" INTEGER NOT NULL DEFAULT 0,
    "reopenCount" INTEGER NOT NULL DEFAULT 0,
    "urgeCount" INTEGER NOT NULL DEFAULT 0,
    "escalation" INTEGER NOT NULL DEFAULT 0,
    "alarmAt" TIMESTAMPTZ(3),
    "alarmKind" TEXT,
    "followerCount" INTEGER NOT NULL DEFAULT 0,
    "duplicateOfId" UUID,
    "ratedContacted" BOOLEAN,
    "ratedSolved" BOOLEAN,
    "ratedSatisfied" BOOLEAN,
    "ratingNote" TEXT,
    "ratedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Ticket_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "TicketStep" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "actorRole" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "note" TEXT,
    "payload" JSONB,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TicketStep_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "TicketAssist" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "unitCode" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "AssistState" NOT NULL DEFAULT 'OPEN',
    "result" TEXT,
    "createdById" UUID,
    "finishedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TicketAssist_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "TicketFollower" (
    "districtId" TEXT NOT NULL,
    "ticketId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "note" TEXT,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TicketFollower_pkey" PRIMARY KEY ("districtId","ticketId","personId")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "ticketId" UUID,
    "role" "AttachmentRole" NOT NULL DEFAULT 'OTHER',
    "key" TEXT NOT NULL,
    "thumbKey" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "CannedSentence" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "categoryCode" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "CannedSentence_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "DomainEvent_districtId_name_at_idx" ON "DomainEvent"("districtId", "name", "at");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE INDEX "Conversation_districtId_mode_queueCode_queuedAt_idx" ON "Conversation"("districtId", "mode", "queueCode", "queuedAt");

-- CreateIndex
CREATE INDEX "Conversation_districtId_agentId_idx" ON "Conversation"("districtId", "agentId");

-- CreateIndex
CREATE INDEX "Conversation_returnAt_idx" ON "Conversation"("returnAt");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_districtId_personId_key" ON "Conversation"("districtId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_districtId_conversationId_seq_key" ON "Message"("districtId", "conversationId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Household_districtId_code_key" ON "Household"("districtId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Person_districtId_openid_key" ON "Person"("districtId", "openid");

-- CreateIndex
CREATE INDEX "Post_districtId_kind_placeCode_idx" ON "Post"("districtId", "kind", "placeCode");

-- CreateIndex
CREATE INDEX "Post_districtId_personId_idx" ON "Post"("districtId", "personId");

-- CreateIndex
CREATE INDEX "Session_districtId_personId_idx" ON "Session"("districtId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "DutyShift_districtId_placeCode_startsAt_idx" ON "DutyShift"("districtId", "placeCode", "startsAt");

-- CreateIndex
CREATE INDEX "Notification_districtId_personId_createdAt_idx" ON "Notification"("districtId", "personId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Notification_districtId_dedupeKey_key" ON "Notification"("districtId", "dedupeKey");

-- CreateIndex
CREATE INDEX "Delivery_districtId_state_updatedAt_idx" ON "Delivery"("districtId", "state", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_districtId_notificationId_template_key" ON "Delivery"("districtId", "notificationId", "template");

-- CreateIndex
CREATE INDEX "Division_parentCode_idx" ON "Division"("parentCode");

-- CreateIndex
CREATE INDEX "Grid_districtId_villageCode_idx" ON "Grid"("districtId", "villageCode");

-- CreateIndex
CREATE UNIQUE INDEX "Estate_districtId_villageCode_name_key" ON "Estate"("districtId", "villageCode", "name");

-- CreateIndex
CREATE UNIQUE INDEX "BuildingGroup_districtId_gridCode_name_key" ON "BuildingGroup"("districtId", "gridCode", "name");

-- CreateIndex
CREATE INDEX "Ticket_districtId_gridCode_handleBy_id_idx" ON "Ticket"("districtId", "gridCode", "handleBy", "id");

-- CreateIndex
CREATE INDEX "Ticket_districtId_villageCode_handleBy_id_idx" ON "Ticket"("districtId", "villageCode", "handleBy", "id");

-- CreateIndex
CREATE INDEX "Ticket_districtId_assigneeId_handleBy_id_idx" ON "Ticket"("districtId", "assigneeId", "handleBy", "id");

-- CreateIndex
CREATE INDEX "Ticket_districtId_unitCode_handleBy_id_idx" ON "Ticket"("districtId", "unitCode", "handleBy", "id");

-- CreateIndex
CREATE INDEX "Ticket_districtId_reporterId_receivedAt_id_idx" ON "Ticket"("districtId", "reporterId", "receivedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Ticket_districtId_categoryCode_receivedAt_idx" ON "Ticket"("districtId", "categoryCode", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_districtId_no_key" ON "Ticket"("districtId", "no");

-- CreateIndex
CREATE INDEX "TicketStep_districtId_ticketId_at_idx" ON "TicketStep"("districtId", "ticketId", "at");

-- CreateIndex
CREATE INDEX "TicketAssist_districtId_ticketId_idx" ON "TicketAssist"("districtId", "ticketId");

-- CreateIndex
CREATE INDEX "TicketAssist_districtId_unitCode_state_dueAt_idx" ON "TicketAssist"("districtId", "unitCode", "state", "dueAt");

-- CreateIndex
CREATE INDEX "TicketFollower_districtId_personId_idx" ON "TicketFollower"("districtId", "personId");

-- CreateIndex
CREATE INDEX "Attachment_districtId_ticketId_idx" ON "Attachment"("districtId", "ticketId");

-- CreateIndex
CREATE INDEX "Attachment_districtId_ownerId_createdAt_idx" ON "Attachment"("districtId", "ownerId", "createdAt");

-- CreateIndex
CREATE INDEX "CannedSentence_districtId_action_categoryCode_idx" ON "CannedSentence"("districtId", "action", "categoryCode");

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_districtId_conversationId_fkey" FOREIGN KEY ("districtId", "conversationId") REFERENCES "Conversation"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_districtId_householdId_fkey" FOREIGN KEY ("districtId", "householdId") REFERENCES "Household"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_districtId_personId_fkey" FOREIGN KEY ("districtId", "personId") REFERENCES "Person"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_districtId_personId_fkey" FOREIGN KEY ("districtId", "personId") REFERENCES "Person"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_districtId_notificationId_fkey" FOREIGN KEY ("districtId", "notificationId") REFERENCES "Notification"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketStep" ADD CONSTRAINT "TicketStep_districtId_ticketId_fkey" FOREIGN KEY ("districtId", "ticketId") REFERENCES "Ticket"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketAssist" ADD CONSTRAINT "TicketAssist_districtId_ticketId_fkey" FOREIGN KEY ("districtId", "ticketId") REFERENCES "Ticket"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketFollower" ADD CONSTRAINT "TicketFollower_districtId_ticketId_fkey" FOREIGN KEY ("districtId", "ticketId") REFERENCES "Ticket"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_districtId_ticketId_fkey" FOREIGN KEY ("districtId", "ticketId") REFERENCES "Ticket"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.
-- Ticket numbers are handed out to instances in blocks of 50.
CREATE SEQUENCE "ticket_no_seq" INCREMENT 50;

-- The outbox and the alarms are small however long the history grows.
CREATE INDEX "DomainEvent_outbox_idx" ON "DomainEvent" ("id") WHERE "dispatchedAt" IS NULL;
CREATE INDEX "Ticket_alarm_idx" ON "Ticket" ("alarmAt") WHERE "alarmAt" IS NOT NULL;
CREATE INDEX "Delivery_open_idx" ON "Delivery" ("updatedAt") WHERE "state" IN ('PENDING', 'SENDING');

-- Facts are never changed; only the outbox mark may be set, once.
CREATE FUNCTION "domain_event_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."dispatchedAt" IS NULL
     AND (NEW."id", NEW."name", NEW."payload", NEW."at") IS NOT DISTINCT FROM (OLD."id", OLD."name", OLD."payload", OLD."at") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% on DomainEvent is not allowed', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "domain_event_append_only" BEFORE UPDATE OR DELETE ON "DomainEvent" FOR EACH ROW EXECUTE FUNCTION "domain_event_append_only"();

-- A person holds a post of one kind at one place once at a time, and ratings come whole or not at all.
ALTER TABLE "Post" ADD CONSTRAINT "Post_dates_check" CHECK ("endsOn" IS NULL OR "endsOn" >= "startsOn");
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_rating_check" CHECK (num_nulls("ratedContacted", "ratedSolved", "ratedSatisfied") IN (0, 3));
ALTER TABLE "SubscribeQuota" ADD CONSTRAINT "SubscribeQuota_remaining_check" CHECK ("remaining" >= 0);
