-- CreateTable
CREATE TABLE "AssessmentStandard" (
    "districtId" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "weights" JSONB NOT NULL,
    "monthlyMinutes" INTEGER NOT NULL,
    "monthlyDays" INTEGER NOT NULL,
    "monthlyConsultations" INTEGER NOT NULL,
    "quarterlyLectures" INTEGER NOT NULL,
    "fewestRatings" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AssessmentStandard_pkey" PRIMARY KEY ("districtId","startsOn")
);
