-- CreateEnum
CREATE TYPE "PointsAccountKind" AS ENUM ('HOUSEHOLD', 'POOL', 'SHOP', 'EXPIRED', 'TRANSIT');

-- CreateEnum
CREATE TYPE "PointsEntryKind" AS ENUM ('AWARD', 'DEDUCT', 'REDEEM', 'REFUND', 'EXPIRE', 'REVERSAL', 'MOVE_OUT', 'MOVE_IN');

-- CreateEnum
CREATE TYPE "RuleBookState" AS ENUM ('DRAFT', 'ADOPTED');

-- CreateTable
CREATE TABLE "PointsAccount" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" "PointsAccountKind" NOT NULL,
    "villageCode" TEXT NOT NULL,
    "householdId" UUID,
    "balance" INTEGER NOT NULL DEFAULT 0,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "head" TEXT NOT NULL DEFAULT '',
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PointsAccount_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "PointsEntry" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "counterId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "kind" "PointsEntryKind" NOT NULL,
    "delta" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "ruleItemId" UUID,
    "reversesId" UUID,
    "actorId" UUID NOT NULL,
    "reviewerId" UUID,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "balance" INTEGER NOT NULL,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "PointsEntry_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "RuleBook" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "RuleBookState" NOT NULL DEFAULT 'DRAFT',
    "adoptedBy" TEXT,
    "adoptedOn" DATE,
    "effectiveFrom" DATE,
    "effectiveTo" DATE,
    "minutesIds" UUID[],
    "draftedById" UUID NOT NULL,
    "adoptedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RuleBook_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "RuleItem" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "bookId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "yearCap" INTEGER NOT NULL,
    "evidence" TEXT NOT NULL,
    "isCharter" BOOLEAN NOT NULL,
    "sort" INTEGER NOT NULL,

    CONSTRAINT "RuleItem_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "PointsAccount_districtId_villageCode_kind_idx" ON "PointsAccount"("districtId", "villageCode", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "PointsAccount_districtId_householdId_key" ON "PointsAccount"("districtId", "householdId");

-- CreateIndex
CREATE INDEX "PointsEntry_districtId_counterId_kind_idx" ON "PointsEntry"("districtId", "counterId", "kind");

-- CreateIndex
CREATE INDEX "PointsEntry_districtId_villageCode_at_idx" ON "PointsEntry"("districtId", "villageCode", "at");

-- CreateIndex
CREATE UNIQUE INDEX "PointsEntry_districtId_accountId_seq_key" ON "PointsEntry"("districtId", "accountId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "PointsEntry_districtId_source_key" ON "PointsEntry"("districtId", "source");

-- CreateIndex
CREATE UNIQUE INDEX "PointsEntry_districtId_reversesId_key" ON "PointsEntry"("districtId", "reversesId");

-- CreateIndex
CREATE UNIQUE INDEX "RuleBook_districtId_villageCode_version_key" ON "RuleBook"("districtId", "villageCode", "version");

-- CreateIndex
CREATE UNIQUE INDEX "RuleItem_districtId_bookId_code_key" ON "RuleItem"("districtId", "bookId", "code");

-- AddForeignKey
ALTER TABLE "RuleItem" ADD CONSTRAINT "RuleItem_districtId_bookId_fkey" FOREIGN KEY ("districtId", "bookId") REFERENCES "RuleBook"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
CREATE UNIQUE INDEX "PointsAccount_of_village" ON "PointsAccount" ("districtId", "villageCode", "kind") WHERE "householdId" IS NULL;
ALTER TABLE "PointsAccount" ADD CONSTRAINT "PointsAccount_balance_check" CHECK ("balance" >= 0);
ALTER TABLE "PointsAccount" ADD CONSTRAINT "PointsAccount_kind_check" CHECK (("kind" = 'HOUSEHOLD') = ("householdId" IS NOT NULL));
ALTER TABLE "PointsEntry" ADD CONSTRAINT "PointsEntry_delta_check" CHECK ("delta" <> 0 AND abs("delta") <= 100000);
CREATE UNIQUE INDEX "RuleBook_draft" ON "RuleBook" ("districtId", "villageCode") WHERE "state" = 'DRAFT';
ALTER TABLE "RuleItem" ADD CONSTRAINT "RuleItem_points_check" CHECK ("points" <> 0 AND abs("points") <= 50);

-- An entry gets its place in the household's chain here and nowhere else: number, balance, the hash before it and its own. The function runs with
-- the rights of its owner, so the desk's own role needs none to change balances. Refusals: CP001 not enough points, CP002 no such open account,
-- CP003 the two accounts do not belong together, CP004 the ledger is not changed.
CREATE FUNCTION points_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE account record;
BEGIN
  SELECT "balance", "seq", "head", "closedAt" INTO account FROM "PointsAccount"
    WHERE "districtId" = NEW."districtId" AND "id" = NEW."accountId" AND "kind" = 'HOUSEHOLD' FOR UPDATE;
  IF NOT FOUND OR account."closedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'no open account %', NEW."accountId" USING ERRCODE = 'CP002';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "PointsAccount" WHERE "districtId" = NEW."districtId" AND "id" = NEW."counterId"
      AND "kind" <> 'HOUSEHOLD' AND "villageCode" = NEW."villageCode") THEN
    RAISE EXCEPTION 'account % is not of village %', NEW."counterId", NEW."villageCode" USING ERRCODE = 'CP003';
  END IF;
  NEW."seq" := account."seq" + 1;
  NEW."balance" := account."balance" + NEW."delta";
  IF NEW."balance" < 0 THEN
    RAISE EXCEPTION 'not enough points' USING ERRCODE = 'CP001';
  END IF;
  NEW."previous" := account."head";
  NEW."hash" := encode(sha256(convert_to(concat(NEW."previous", E'\n', NEW."seq", E'\n', NEW."balance", E'\n', NEW."body"), 'UTF8')), 'hex');
  UPDATE "PointsAccount" SET "balance" = NEW."balance", "seq" = NEW."seq", "head" = NEW."hash"
    WHERE "districtId" = NEW."districtId" AND "id" = NEW."accountId";
  RETURN NEW;
END $$;
CREATE TRIGGER points_chain BEFORE INSERT ON "PointsEntry" FOR EACH ROW EXECUTE FUNCTION points_chain();

CREATE FUNCTION points_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on the ledger', TG_OP USING ERRCODE = 'CP004';
END $$;
CREATE TRIGGER points_fixed BEFORE UPDATE OR DELETE ON "PointsEntry" FOR EACH ROW EXECUTE FUNCTION points_fixed();
CREATE TRIGGER points_kept BEFORE TRUNCATE ON "PointsEntry" FOR EACH STATEMENT EXECUTE FUNCTION points_fixed();
