-- CreateEnum
CREATE TYPE "HouseholdMoveKind" AS ENUM ('REGISTER', 'JOIN', 'SPLIT', 'MERGE', 'RELOCATE');

-- CreateEnum
CREATE TYPE "HouseholdMoveState" AS ENUM ('OPEN', 'DONE', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "SplitRule" AS ENUM ('BY_ADULTS', 'STAY');

-- AlterTable
ALTER TABLE "Household" ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "headId" UUID;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "adultOn" DATE;

-- AlterTable
ALTER TABLE "RuleBook" ADD COLUMN     "splitRule" "SplitRule" NOT NULL DEFAULT 'BY_ADULTS';

-- CreateTable
CREATE TABLE "HouseholdMove" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" "HouseholdMoveKind" NOT NULL,
    "state" "HouseholdMoveState" NOT NULL DEFAULT 'OPEN',
    "villageCode" TEXT NOT NULL,
    "gridCode" TEXT,
    "householdId" UUID,
    "otherId" UUID,
    "byId" UUID NOT NULL,
    "name" TEXT,
    "note" TEXT,
    "personIds" UUID[],
    "agreed" INTEGER,
    "moved" INTEGER,
    "adultOn" DATE,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "HouseholdMove_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "HouseholdConsent" (
    "districtId" TEXT NOT NULL,
    "moveId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HouseholdConsent_pkey" PRIMARY KEY ("districtId","moveId","personId")
);

-- CreateTable
CREATE TABLE "HouseholdInvite" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "householdId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedById" UUID,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HouseholdInvite_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "HouseholdMove_districtId_villageCode_state_askedAt_idx" ON "HouseholdMove"("districtId", "villageCode", "state", "askedAt");

-- CreateIndex
CREATE INDEX "HouseholdMove_districtId_householdId_state_idx" ON "HouseholdMove"("districtId", "householdId", "state");

-- CreateIndex
CREATE INDEX "HouseholdMove_districtId_byId_state_idx" ON "HouseholdMove"("districtId", "byId", "state");

-- CreateIndex
CREATE INDEX "HouseholdConsent_districtId_personId_idx" ON "HouseholdConsent"("districtId", "personId");

-- CreateIndex
CREATE INDEX "HouseholdInvite_districtId_householdId_idx" ON "HouseholdInvite"("districtId", "householdId");

-- CreateIndex
CREATE UNIQUE INDEX "HouseholdInvite_districtId_code_key" ON "HouseholdInvite"("districtId", "code");

-- AddForeignKey
ALTER TABLE "HouseholdConsent" ADD CONSTRAINT "HouseholdConsent_districtId_moveId_fkey" FOREIGN KEY ("districtId", "moveId") REFERENCES "HouseholdMove"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say: one open change of a household, one open wish of a person to belong to one, one standing invitation of a household.
CREATE UNIQUE INDEX "HouseholdMove_open" ON "HouseholdMove" ("districtId", "householdId") WHERE "state" = 'OPEN' AND "kind" IN ('SPLIT', 'MERGE', 'RELOCATE');
CREATE UNIQUE INDEX "HouseholdMove_asked" ON "HouseholdMove" ("districtId", "byId") WHERE "state" = 'OPEN' AND "kind" IN ('REGISTER', 'JOIN');
CREATE UNIQUE INDEX "HouseholdInvite_open" ON "HouseholdInvite" ("districtId", "householdId") WHERE "usedAt" IS NULL;
ALTER TABLE "PointsAccount" ADD CONSTRAINT "PointsAccount_closed_check" CHECK ("closedAt" IS NULL OR "balance" = 0);

-- An entry belongs to the village in which the household's account is at that moment, so the sums of a village stay those of its households.
CREATE OR REPLACE FUNCTION points_chain() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE account record;
BEGIN
  SELECT "balance", "seq", "head", "closedAt", "villageCode" INTO account FROM "PointsAccount"
    WHERE "districtId" = NEW."districtId" AND "id" = NEW."accountId" AND "kind" = 'HOUSEHOLD' FOR UPDATE;
  IF NOT FOUND OR account."closedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'no open account %', NEW."accountId" USING ERRCODE = 'CP002';
  END IF;
  IF account."villageCode" <> NEW."villageCode" OR NOT EXISTS (SELECT 1 FROM "PointsAccount" WHERE "districtId" = NEW."districtId"
      AND "id" = NEW."counterId" AND "kind" <> 'HOUSEHOLD' AND "villageCode" = NEW."villageCode") THEN
    RAISE EXCEPTION 'accounts % and % are not both of village %', NEW."accountId", NEW."counterId", NEW."villageCode" USING ERRCODE = 'CP003';
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

-- A household's account goes to another village only when it is empty: its points leave by MOVE_OUT before and come by MOVE_IN after. Refusal: CP005.
CREATE FUNCTION points_rehome(district text, account uuid, village text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "PointsAccount" SET "villageCode" = village
    WHERE "districtId" = district AND "id" = account AND "kind" = 'HOUSEHOLD' AND "closedAt" IS NULL AND "balance" = 0;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'account % has points or is closed', account USING ERRCODE = 'CP005';
  END IF;
END $$;
