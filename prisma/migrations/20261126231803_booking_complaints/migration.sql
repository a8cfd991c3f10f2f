-- CreateTable
CREATE TABLE "BookingComplaint" (
    "districtId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "bookingId" UUID NOT NULL,
    "advisorId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE NOT NULL,
    "answer" TEXT,
    "upheld" BOOLEAN,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "BookingComplaint_pkey" PRIMARY KEY ("districtId","id")
);

-- CreateIndex
CREATE INDEX "BookingComplaint_districtId_bookingId_idx" ON "BookingComplaint"("districtId", "bookingId");

-- CreateIndex
CREATE INDEX "BookingComplaint_districtId_answeredAt_createdAt_idx" ON "BookingComplaint"("districtId", "answeredAt", "createdAt");
