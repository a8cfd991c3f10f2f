-- CreateEnum
CREATE TYPE "RedemptionState" AS ENUM ('RESERVED', 'HANDED_OVER', 'SETTLED', 'CANCELLED', 'EXPIRED');

-- AlterEnum
ALTER TYPE "PostKind" ADD VALUE 'MERCHANT';

-- CreateTable
CREATE TABLE "ShopOutlet" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ShopOutlet_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "ShopKeeper" (
    "districtId" TEXT NOT NULL,
    "outletId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ShopKeeper_pkey" PRIMARY KEY ("districtId","outletId","personId")
);

-- CreateTable
CREATE TABLE "ShopGood" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "outletId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "yearLimit" INTEGER,
    "stock" INTEGER NOT NULL,
    "photoId" UUID,
    "isOffered" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ShopGood_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "Redemption" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "householdId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "outletId" UUID NOT NULL,
    "goodId" UUID NOT NULL,
    "goodName" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "state" "RedemptionState" NOT NULL DEFAULT 'RESERVED',
    "code" TEXT NOT NULL,
    "requestedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "handedAt" TIMESTAMPTZ(3),
    "handedById" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "settlementId" UUID,

    CONSTRAINT "Redemption_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "ShopSettlement" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "outletId" UUID NOT NULL,
    "villageCode" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "redemptions" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "settledById" UUID NOT NULL,
    "settledAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ShopSettlement_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "ShopOutlet_districtId_villageCode_idx" ON "ShopOutlet"("districtId", "villageCode");

-- CreateIndex
CREATE INDEX "ShopKeeper_districtId_personId_idx" ON "ShopKeeper"("districtId", "personId");

-- CreateIndex
CREATE INDEX "ShopGood_districtId_villageCode_idx" ON "ShopGood"("districtId", "villageCode");

-- CreateIndex
CREATE INDEX "Redemption_districtId_householdId_createdAt_idx" ON "Redemption"("districtId", "householdId", "createdAt");

-- CreateIndex
CREATE INDEX "Redemption_districtId_outletId_handedAt_idx" ON "Redemption"("districtId", "outletId", "handedAt");

-- CreateIndex
CREATE INDEX "Redemption_districtId_goodId_idx" ON "Redemption"("districtId", "goodId");

-- CreateIndex
CREATE UNIQUE INDEX "Redemption_districtId_code_key" ON "Redemption"("districtId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "ShopSettlement_districtId_outletId_month_key" ON "ShopSettlement"("districtId", "outletId", "month");

-- AddForeignKey
ALTER TABLE "ShopKeeper" ADD CONSTRAINT "ShopKeeper_districtId_outletId_fkey" FOREIGN KEY ("districtId", "outletId") REFERENCES "ShopOutlet"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShopGood" ADD CONSTRAINT "ShopGood_districtId_outletId_fkey" FOREIGN KEY ("districtId", "outletId") REFERENCES "ShopOutlet"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redemption" ADD CONSTRAINT "Redemption_districtId_goodId_fkey" FOREIGN KEY ("districtId", "goodId") REFERENCES "ShopGood"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redemption" ADD CONSTRAINT "Redemption_districtId_settlementId_fkey" FOREIGN KEY ("districtId", "settlementId") REFERENCES "ShopSettlement"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "ShopGood_districtId_photoId_idx" ON "ShopGood"("districtId", "photoId");

-- AddForeignKey
ALTER TABLE "ShopGood" ADD CONSTRAINT "ShopGood_districtId_photoId_fkey" FOREIGN KEY ("districtId", "photoId") REFERENCES "Attachment"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "ShopGood" ADD CONSTRAINT "ShopGood_stock_check" CHECK ("stock" BETWEEN 0 AND 9999);
ALTER TABLE "ShopGood" ADD CONSTRAINT "ShopGood_points_check" CHECK ("points" BETWEEN 10 AND 1000);
ALTER TABLE "Redemption" ADD CONSTRAINT "Redemption_count_check" CHECK ("count" > 0 AND "points" > 0);
ALTER TABLE "Redemption" ADD CONSTRAINT "Redemption_handed_check" CHECK (("handedAt" IS NOT NULL) = ("state" IN ('HANDED_OVER', 'SETTLED')));
ALTER TABLE "Redemption" ADD CONSTRAINT "Redemption_settled_check" CHECK (("settlementId" IS NOT NULL) = ("state" = 'SETTLED'));
CREATE INDEX "Redemption_waiting" ON "Redemption" ("districtId", "expiresAt") WHERE "state" = 'RESERVED';
