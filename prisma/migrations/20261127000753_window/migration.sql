-- CreateTable
CREATE TABLE "WindowTurn" (
    "districtId" TEXT NOT NULL,
    "messageId" UUID NOT NULL,
    "openid" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "nextAt" TIMESTAMPTZ(3),

    CONSTRAINT "WindowTurn_pkey" PRIMARY KEY ("districtId","messageId")
);

-- CreateTable
CREATE TABLE "WindowSession" (
    "districtId" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "openid" TEXT NOT NULL,
    "openUntil" TIMESTAMPTZ(3) NOT NULL,
    "repliesLeft" INTEGER NOT NULL,
    "sentSeq" INTEGER NOT NULL,
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "WindowSession_pkey" PRIMARY KEY ("districtId","personId")
);

-- CreateIndex
CREATE INDEX "WindowTurn_districtId_openid_at_idx" ON "WindowTurn"("districtId", "openid", "at");

-- CreateIndex
CREATE INDEX "WindowSession_districtId_openUntil_idx" ON "WindowSession"("districtId", "openUntil");

-- Few wait at a time.
CREATE INDEX "WindowTurn_next_idx" ON "WindowTurn" ("districtId", "at", "messageId") WHERE "nextAt" IS NOT NULL;
