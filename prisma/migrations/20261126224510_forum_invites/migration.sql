-- AlterTable
ALTER TABLE "TopicSupport" ADD COLUMN     "personKey" TEXT;

-- CreateTable
CREATE TABLE "TopicInvite" (
    "districtId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "topicId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TopicInvite_pkey" PRIMARY KEY ("districtId","code")
);

-- CreateIndex
CREATE UNIQUE INDEX "TopicInvite_districtId_topicId_key" ON "TopicInvite"("districtId", "topicId");

-- CreateIndex
CREATE INDEX "TopicSupport_districtId_personKey_idx" ON "TopicSupport"("districtId", "personKey");

-- CreateIndex
CREATE UNIQUE INDEX "TopicSupport_districtId_topicId_personKey_key" ON "TopicSupport"("districtId", "topicId", "personKey");
