import type { SupportVia, Topic } from '#prisma';
import { Prisma } from '#prisma';
import type { Ctx } from '../../kernel/context';

/** One voice to be written down. */
export interface Voice {
  readonly personId: string;
  readonly householdId: string | null;
  readonly villageCode: string;
  readonly via?: SupportVia;
  readonly enteredById?: string | null;
  readonly consent?: string | null;
  readonly photoId?: string | null;
  readonly personKey?: string | null;
}

export interface Counted {
  readonly supportCount: number;
  readonly householdCount: number;
}

/**
 * Writes one person's voice down and counts it; undefined when it is there already. The caller has locked the topic. Somebody without a known
 * household stands for one of his or her own.
 */
export async function addVoice(ctx: Ctx, topicId: string, voice: Voice): Promise<Counted | undefined> {
  const { db, districtId, now } = ctx;
  const { personId, householdId, villageCode, via = 'APP', enteredById = null, consent = null, photoId = null } = voice;
  const { personKey = null } = voice;
  const written = await db.$executeRaw`
    INSERT INTO "TopicSupport" ("districtId", "topicId", "personId", "householdId", "villageCode", "via", "enteredById", "consent", "photoId", "personKey", "at")
    VALUES (${districtId}, ${topicId}::uuid, ${personId}::uuid, ${householdId}::uuid, ${villageCode}, ${via}::"SupportVia", ${enteredById}::uuid,
      ${consent}, ${photoId}::uuid, ${personKey}, ${now})
    ON CONFLICT ("districtId", "topicId", "personId") DO UPDATE SET "withdrawnAt" = NULL, "at" = EXCLUDED."at", "via" = EXCLUDED."via",
      "householdId" = EXCLUDED."householdId", "villageCode" = EXCLUDED."villageCode", "enteredById" = EXCLUDED."enteredById",
      "consent" = EXCLUDED."consent", "photoId" = EXCLUDED."photoId", "personKey" = EXCLUDED."personKey", "carriedFromId" = NULL
    WHERE "TopicSupport"."withdrawnAt" IS NOT NULL`;
  return written === 0 ? undefined : count(ctx, topicId, personId, householdId, 1);
}

/** The household somebody belongs to, if it is known. */
export async function householdOf({ db, districtId }: Ctx, personId: string): Promise<string | null> {
  const { householdId } = await db.person.findUniqueOrThrow({
    where: { districtId_id: { districtId, id: personId } },
    select: { householdId: true },
  });
  return householdId;
}

/** Takes one person's voice back; undefined when there is none. The caller has locked the topic. */
export async function takeVoice(ctx: Ctx, topicId: string, personId: string): Promise<Counted | undefined> {
  const { db, districtId, now } = ctx;
  const [taken] = await db.topicSupport.updateManyAndReturn({
    where: { districtId, topicId, personId, withdrawnAt: null },
    data: { withdrawnAt: now },
    select: { householdId: true },
  });
  return taken && count(ctx, topicId, personId, taken.householdId, -1);
}

/** One voice more or less; the household with it unless another of its people speaks. */
async function count(
  { db, districtId }: Ctx,
  topicId: string,
  personId: string,
  householdId: string | null,
  by: 1 | -1,
): Promise<Counted | undefined> {
  const [counted] = await db.$queryRaw<Counted[]>`
    UPDATE "Topic" t SET "supportCount" = t."supportCount" + ${by}::int, "householdCount" = t."householdCount" + CASE WHEN EXISTS (
      SELECT 1 FROM "TopicSupport" s WHERE s."districtId" = t."districtId" AND s."topicId" = t."id" AND s."householdId" = ${householdId}::uuid
        AND s."personId" <> ${personId}::uuid AND s."withdrawnAt" IS NULL) THEN 0 ELSE ${by}::int END
    WHERE t."districtId" = ${districtId} AND t."id" = ${topicId}::uuid RETURNING t."supportCount", t."householdCount"`;
  return counted;
}

/**
 * Carries the living voices of one topic to another, as far as they count there; a voice that was taken back there stays so. Counts the other anew.
 * The caller has locked both.
 */
export async function carryVoices(
  { db, districtId, now }: Ctx,
  fromId: string,
  into: Pick<Topic, 'id' | 'villageCode' | 'townCode'>,
): Promise<void> {
  const counts = into.villageCode
    ? Prisma.sql`s."villageCode" = ${into.villageCode}`
    : Prisma.sql`s."villageCode" IN (SELECT d."code" FROM "Division" d WHERE d."parentCode" = ${into.townCode})`;
  await db.$executeRaw`
    INSERT INTO "TopicSupport" ("districtId", "topicId", "personId", "householdId", "villageCode", "via", "enteredById", "consent", "photoId",
      "personKey", "carriedFromId", "at")
    SELECT s."districtId", ${into.id}::uuid, s."personId", s."householdId", s."villageCode", s."via", s."enteredById", s."consent", s."photoId",
      s."personKey", s."topicId", ${now} FROM "TopicSupport" s
    WHERE s."districtId" = ${districtId} AND s."topicId" = ${fromId}::uuid AND s."withdrawnAt" IS NULL AND ${counts}
    ON CONFLICT DO NOTHING`;
  await db.$executeRaw`
    UPDATE "Topic" t SET "supportCount" = c."people", "householdCount" = c."households" FROM (
      SELECT count(*)::int AS "people", count(DISTINCT COALESCE(s."householdId", s."personId"))::int AS "households" FROM "TopicSupport" s
      WHERE s."districtId" = ${districtId} AND s."topicId" = ${into.id}::uuid AND s."withdrawnAt" IS NULL) c
    WHERE t."districtId" = ${districtId} AND t."id" = ${into.id}::uuid`;
}
