-- What people decided is looked through by them; what machines let pass is not.
CREATE INDEX "ContentCheck_byPeople_idx" ON "ContentCheck" ("districtId", "decidedAt" DESC, "id" DESC) WHERE "deciderId" IS NOT NULL;
CREATE INDEX "ContentCheck_own_idx" ON "ContentCheck" ("districtId", "authorId", "createdAt" DESC, "id" DESC) WHERE "stage" <> 'PASSED' OR "appeal" IS NOT NULL;
