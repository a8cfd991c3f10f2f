-- CreateTable
CREATE TABLE "Law" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "short" TEXT NOT NULL,

    CONSTRAINT "Law_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LawVersion" (
    "lawId" TEXT NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "effectiveTo" DATE,
    "history" TEXT[],
    "note" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "articleCount" INTEGER NOT NULL,
    "textHash" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LawVersion_pkey" PRIMARY KEY ("lawId","effectiveFrom")
);

-- CreateTable
CREATE TABLE "LawArticle" (
    "lawId" TEXT NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "no" INTEGER NOT NULL,
    "sub" INTEGER NOT NULL DEFAULT 0,
    "label" TEXT NOT NULL,
    "path" TEXT[],
    "text" TEXT NOT NULL,

    CONSTRAINT "LawArticle_pkey" PRIMARY KEY ("lawId","effectiveFrom","no","sub")
);

-- CreateIndex
CREATE UNIQUE INDEX "Law_short_key" ON "Law"("short");

-- AddForeignKey
ALTER TABLE "LawVersion" ADD CONSTRAINT "LawVersion_lawId_fkey" FOREIGN KEY ("lawId") REFERENCES "Law"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LawArticle" ADD CONSTRAINT "LawArticle_lawId_effectiveFrom_fkey" FOREIGN KEY ("lawId", "effectiveFrom") REFERENCES "LawVersion"("lawId", "effectiveFrom") ON DELETE CASCADE ON UPDATE CASCADE;
