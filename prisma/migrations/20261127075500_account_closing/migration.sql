-- CreateEnum
CREATE TYPE "ClosureState" AS ENUM ('WAITING', 'UNDONE', 'DONE');

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "districtId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "eventId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("districtId","seq")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "districtId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("districtId")
);

-- CreateTable
CREATE TABLE "AccountClosure" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" "ClosureState" NOT NULL DEFAULT 'WAITING',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "eraseAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccountClosure_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "RetentionRun" (
    "districtId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "rule" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RetentionRun_pkey" PRIMARY KEY ("districtId","day","rule")
);

-- CreateIndex
CREATE INDEX "AuditEntry_districtId_at_idx" ON "AuditEntry"("districtId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_districtId_eventId_key" ON "AuditEntry"("districtId", "eventId");

-- CreateIndex
CREATE INDEX "AccountClosure_districtId_personId_askedAt_idx" ON "AccountClosure"("districtId", "personId", "askedAt");

-- CreateIndex
CREATE INDEX "AccountClosure_state_eraseAt_idx" ON "AccountClosure"("state", "eraseAt");

-- CreateIndex
CREATE INDEX "Message_createdAt_idx" ON "Message" USING BRIN ("createdAt");

-- CreateIndex
CREATE INDEX "Notification_createdAt_idx" ON "Notification" USING BRIN ("createdAt");

-- CreateIndex
CREATE INDEX "DomainEvent_at_idx" ON "DomainEvent" USING BRIN ("at");

-- CreateIndex
CREATE INDEX "ReactionMark_at_idx" ON "ReactionMark" USING BRIN ("at");

-- One closing of a person may wait at a time.
CREATE UNIQUE INDEX "AccountClosure_waiting" ON "AccountClosure" ("districtId", "personId") WHERE "state" = 'WAITING';

-- Which facts somebody may have to answer for: who looked at what is hidden, who took data out, who answered for data, who changed the world or keys.
CREATE FUNCTION is_audited(name text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT name = ANY (ARRAY['ticket.contactRevealed', 'tickets.exported', 'scores.exported', 'session.revoked', 'world.imported', 'laws.imported',
    'points.bookAdopted', 'content.settled']) OR name LIKE 'privacy.%'
$$;

-- The audit log is written here and nowhere else, each entry over the hash of the one before. The function runs with the rights of its owner, so the
-- desk's own role needs none to write.
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE head record; entry text; next_hash text;
BEGIN
  INSERT INTO "AuditHead" ("districtId", "seq", "hash") VALUES (NEW."districtId", 0, '') ON CONFLICT DO NOTHING;
  SELECT "seq", "hash" INTO head FROM "AuditHead" WHERE "districtId" = NEW."districtId" FOR UPDATE;
  entry := concat_ws(E'\n', head."seq" + 1, NEW."id", NEW."name", coalesce(NEW."actorId"::text, '-'), coalesce(NEW."requestId", '-'),
    to_char(NEW."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), NEW."payload"::text);
  next_hash := encode(sha256(convert_to(concat(head."hash", E'\n', entry), 'UTF8')), 'hex');
  INSERT INTO "AuditEntry" ("districtId", "seq", "eventId", "name", "actorId", "at", "body", "previous", "hash")
    VALUES (NEW."districtId", head."seq" + 1, NEW."id", NEW."name", NEW."actorId", NEW."at", entry, head."hash", next_hash);
  UPDATE "AuditHead" SET "seq" = head."seq" + 1, "hash" = next_hash WHERE "districtId" = NEW."districtId";
  RETURN NULL;
END $$;
CREATE TRIGGER audit_chain AFTER INSERT ON "DomainEvent" FOR EACH ROW WHEN (is_audited(NEW."name")) EXECUTE FUNCTION audit_chain();

CREATE FUNCTION audit_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on the audit log', TG_OP USING ERRCODE = 'CP004';
END $$;
CREATE TRIGGER audit_fixed BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION audit_fixed();
CREATE TRIGGER audit_kept BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION audit_fixed();

-- A fact stays as it was written; only that it was passed on may be noted.
CREATE TRIGGER fact_fixed BEFORE UPDATE ON "DomainEvent" FOR EACH ROW
  WHEN (ROW(OLD."districtId", OLD."id", OLD."name", OLD."payload", OLD."actorId", OLD."requestId", OLD."at")
    IS DISTINCT FROM ROW(NEW."districtId", NEW."id", NEW."name", NEW."payload", NEW."actorId", NEW."requestId", NEW."at"))
  EXECUTE FUNCTION audit_fixed();
