-- CreateTable
CREATE TABLE "RateLimit" (
    "districtId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "spentUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("districtId","key")
);

-- CreateIndex
CREATE INDEX "RateLimit_spentUntil_idx" ON "RateLimit"("spentUntil");
