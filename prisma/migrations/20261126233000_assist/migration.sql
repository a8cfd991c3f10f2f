-- CreateTable
CREATE TABLE "AssistUse" (
    "districtId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "used" INTEGER NOT NULL,

    CONSTRAINT "AssistUse_pkey" PRIMARY KEY ("districtId","day")
);
