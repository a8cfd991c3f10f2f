-- CreateEnum
CREATE TYPE "ExampleState" AS ENUM ('OPEN', 'ACCEPTED', 'REJECTED');

-- CreateTable
CREATE TABLE "LearningConsent" (
    "districtId" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LearningConsent_pkey" PRIMARY KEY ("districtId","personId")
);

-- CreateTable
CREATE TABLE "Example" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "ticketId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "intent" TEXT NOT NULL,
    "categoryCode" TEXT,
    "unitCode" TEXT NOT NULL,
    "state" "ExampleState" NOT NULL DEFAULT 'OPEN',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "judgedById" UUID,
    "judgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Example_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "Example_districtId_state_createdAt_id_idx" ON "Example"("districtId", "state", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Example_districtId_personId_idx" ON "Example"("districtId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Example_districtId_ticketId_key" ON "Example"("districtId", "ticketId");
