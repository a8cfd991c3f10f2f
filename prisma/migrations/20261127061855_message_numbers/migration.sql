-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "msgId" TEXT;

-- CreateIndex
CREATE INDEX "Delivery_districtId_msgId_idx" ON "Delivery"("districtId", "msgId");
