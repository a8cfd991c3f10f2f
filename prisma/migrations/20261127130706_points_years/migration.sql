-- CreateEnum
CREATE TYPE "YearEnd" AS ENUM ('KEEP', 'RESET');

-- AlterTable
ALTER TABLE "RuleBook" ADD COLUMN     "yearEnd" "YearEnd" NOT NULL DEFAULT 'KEEP';

-- CreateTable
CREATE TABLE "PointsYear" (
    "districtId" TEXT NOT NULL,
    "householdId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "accountId" UUID NOT NULL,
    "expires" BOOLEAN NOT NULL,
    "toldAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "balance" INTEGER,
    "stars" INTEGER,
    "plus" INTEGER,
    "minus" INTEGER,
    "spent" INTEGER,
    "expired" INTEGER,

    CONSTRAINT "PointsYear_pkey" PRIMARY KEY ("districtId","householdId","year")
);

-- CreateIndex
CREATE INDEX "PointsYear_districtId_closedAt_closesAt_idx" ON "PointsYear"("districtId", "closedAt", "closesAt");
