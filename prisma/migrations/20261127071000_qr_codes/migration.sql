-- CreateEnum
CREATE TYPE "CodeKind" AS ENUM ('GRID', 'BUILDING', 'VILLAGE', 'ADVISOR', 'MEETING');

-- CreateTable
CREATE TABLE "QrCode" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "CodeKind" NOT NULL,
    "subjectId" TEXT NOT NULL,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),
    "opened" INTEGER NOT NULL DEFAULT 0,
    "pictureKey" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3),

    CONSTRAINT "QrCode_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "QrCode_districtId_kind_subjectId_idx" ON "QrCode"("districtId", "kind", "subjectId");

-- CreateIndex
CREATE INDEX "QrCode_nextAt_idx" ON "QrCode"("nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "QrCode_districtId_code_key" ON "QrCode"("districtId", "code");

-- One code in use for each subject, whoever makes it at the same time.
CREATE UNIQUE INDEX "QrCode_in_use" ON "QrCode" ("districtId", "kind", "subjectId") WHERE "retiredAt" IS NULL;
