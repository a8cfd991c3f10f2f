-- The stored file of an advisor's picture, shown on the public card.
ALTER TABLE "Advisor" ADD COLUMN "photoKey" TEXT;
