-- CreateIndex
CREATE INDEX "MeetingPhoto_districtId_attachmentId_idx" ON "MeetingPhoto"("districtId", "attachmentId");

-- AddForeignKey
ALTER TABLE "MeetingPhoto" ADD CONSTRAINT "MeetingPhoto_districtId_attachmentId_fkey" FOREIGN KEY ("districtId", "attachmentId") REFERENCES "Attachment"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
