-- CreateEnum
CREATE TYPE "DataRequestKind" AS ENUM ('COPY', 'CORRECT', 'DELETE', 'EXPLAIN');

-- CreateEnum
CREATE TYPE "DataRequestState" AS ENUM ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "DataRequest" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" "DataRequestKind" NOT NULL,
    "about" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "wanted" TEXT,
    "state" "DataRequestState" NOT NULL DEFAULT 'OPEN',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "alarmAt" TIMESTAMPTZ(3),

    CONSTRAINT "DataRequest_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateTable
CREATE TABLE "FileToErase" (
    "districtId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "eraseAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FileToErase_pkey" PRIMARY KEY ("districtId","key")
);

-- CreateIndex
CREATE INDEX "DataRequest_districtId_personId_createdAt_id_idx" ON "DataRequest"("districtId", "personId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "DataRequest_districtId_state_dueAt_id_idx" ON "DataRequest"("districtId", "state", "dueAt", "id");

-- CreateIndex
CREATE INDEX "DataRequest_alarmAt_idx" ON "DataRequest"("alarmAt");

-- CreateIndex
CREATE INDEX "FileToErase_eraseAt_idx" ON "FileToErase"("eraseAt");
