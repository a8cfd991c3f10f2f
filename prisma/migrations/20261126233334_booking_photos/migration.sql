-- CreateTable
CREATE TABLE "BookingPhoto" (
    "districtId" TEXT NOT NULL,
    "attachmentId" UUID NOT NULL,
    "rootId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BookingPhoto_pkey" PRIMARY KEY ("districtId","attachmentId")
);

-- CreateIndex
CREATE INDEX "BookingPhoto_districtId_rootId_idx" ON "BookingPhoto"("districtId", "rootId");

-- AddForeignKey
ALTER TABLE "BookingPhoto" ADD CONSTRAINT "BookingPhoto_districtId_attachmentId_fkey" FOREIGN KEY ("districtId", "attachmentId") REFERENCES "Attachment"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
