-- CreateTable
CREATE TABLE "RuleBookPhoto" (
    "districtId" TEXT NOT NULL,
    "bookId" UUID NOT NULL,
    "attachmentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "RuleBookPhoto_pkey" PRIMARY KEY ("districtId","bookId","attachmentId")
);

-- What versions have pointed to so far; a picture that is gone is left out.
INSERT INTO "RuleBookPhoto" ("districtId", "bookId", "attachmentId", "position")
SELECT DISTINCT ON (b."districtId", b."id", m."attachmentId") b."districtId", b."id", m."attachmentId", m."position"::int - 1
FROM "RuleBook" b CROSS JOIN LATERAL unnest(b."minutesIds") WITH ORDINALITY m ("attachmentId", "position")
JOIN "Attachment" a ON a."districtId" = b."districtId" AND a."id" = m."attachmentId"
ORDER BY b."districtId", b."id", m."attachmentId", m."position";

-- AlterTable
ALTER TABLE "RuleBook" DROP COLUMN "minutesIds";

-- CreateIndex
CREATE INDEX "RuleBookPhoto_districtId_attachmentId_idx" ON "RuleBookPhoto"("districtId", "attachmentId");

-- AddForeignKey
ALTER TABLE "RuleBookPhoto" ADD CONSTRAINT "RuleBookPhoto_districtId_bookId_fkey" FOREIGN KEY ("districtId", "bookId") REFERENCES "RuleBook"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleBookPhoto" ADD CONSTRAINT "RuleBookPhoto_districtId_attachmentId_fkey" FOREIGN KEY ("districtId", "attachmentId") REFERENCES "Attachment"("districtId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
