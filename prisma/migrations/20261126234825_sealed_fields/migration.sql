-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "phoneIndex" TEXT;

-- CreateIndex
CREATE INDEX "Person_districtId_phoneIndex_idx" ON "Person"("districtId", "phoneIndex");
