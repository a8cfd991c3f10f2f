-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "desktop" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "DesktopSignIn" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID,
    "seenAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "refusedAt" TIMESTAMPTZ(3),
    "takenAt" TIMESTAMPTZ(3),

    CONSTRAINT "DesktopSignIn_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "DesktopSignIn_expiresAt_idx" ON "DesktopSignIn"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "DesktopSignIn_districtId_code_key" ON "DesktopSignIn"("districtId", "code");
