-- CreateTable
CREATE TABLE "PushedMessage" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "openid" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PushedMessage_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "PushedMessage_at_idx" ON "PushedMessage"("at");

-- CreateIndex
CREATE UNIQUE INDEX "PushedMessage_districtId_dedupeKey_key" ON "PushedMessage"("districtId", "dedupeKey");
