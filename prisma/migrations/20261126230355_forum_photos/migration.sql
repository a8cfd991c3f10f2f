-- AddForeignKey
ALTER TABLE "TopicSupport" ADD CONSTRAINT "TopicSupport_districtId_photoId_fkey" FOREIGN KEY ("districtId", "photoId") REFERENCES "Attachment"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicPhoto" ADD CONSTRAINT "TopicPhoto_districtId_attachmentId_fkey" FOREIGN KEY ("districtId", "attachmentId") REFERENCES "Attachment"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
