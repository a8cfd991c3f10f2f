-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "attachmentIds" UUID[] DEFAULT ARRAY[]::UUID[];
