import { Prisma } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import type { SeatRole } from '#shared/domain/forum/meetings';
import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { postLabels } from '../identity/index';
import { mustOwn, seen } from './asked';

const most = 60;

/** In which capacity somebody on a post sits when nothing else is said. */
const roleOf: Readonly<Record<string, SeatRole>> = {
  COUNCIL_MEMBER: 'COUNCIL',
  SERVICE_TEAM: 'SERVICE_TEAM',
  DEPARTMENT_CLERK: 'DEPARTMENT',
  LEGAL_ADVISOR: 'ADVISOR',
};

/** Who may be invited to talk about a topic: people on posts of its place and of the departments, and those who support it. Names are for staff. */
export async function inviteable(
  ctx: Ctx,
  { topicId, search }: Parsed<'forum.inviteable'>,
): Promise<Output<'forum.inviteable'>> {
  const { db, districtId, now } = ctx;
  const begun = await seen(ctx, topicId);
  mustOwn(ctx, begun);
  const { topic, world } = begun;
  const places = [
    topic.villageCode ?? topic.townCode,
    topic.townCode,
    ...(topic.villageCode ? world.gridsOf(topic.villageCode).map(({ code }) => code) : []),
  ];
  const today = dayOf(now);
  const named = search ? Prisma.sql`AND p."name" LIKE ${`%${search.replace(/[%_\\]/g, '')}%`}` : Prisma.empty;
  const onPosts = await db.$queryRaw<
    { personId: string; name: string; kind: string; departmentCode: string | null; placeCode: string }[]
  >`
    SELECT p."id" AS "personId", p."name", o."kind"::text AS "kind", o."departmentCode", o."placeCode"
    FROM "Post" o JOIN "Person" p ON p."districtId" = o."districtId" AND p."id" = o."personId"
    WHERE o."districtId" = ${districtId} AND p."disabledAt" IS NULL AND o."startsOn" <= ${today}::date
      AND (o."endsOn" IS NULL OR o."endsOn" >= ${today}::date)
      AND (o."placeCode" = ANY(${places}) OR o."kind" = 'DEPARTMENT_CLERK') ${named}
    ORDER BY o."kind" = 'DEPARTMENT_CLERK', o."kind" DESC, o."id" LIMIT ${most}`;
  const supporters = await db.$queryRaw<{ personId: string; name: string }[]>`
    SELECT p."id" AS "personId", p."name" FROM "TopicSupport" s JOIN "Person" p ON p."districtId" = s."districtId" AND p."id" = s."personId"
    WHERE s."districtId" = ${districtId} AND s."topicId" = ${topicId}::uuid AND s."withdrawnAt" IS NULL ${named}
    ORDER BY s."at" LIMIT ${most}`;
  const items = new Map<string, Output<'forum.inviteable'>['items'][number]>();
  for (const { personId, name, kind, departmentCode } of onPosts) {
    if (items.has(personId)) continue;
    const postText = departmentCode ? world.unitName(departmentCode) : postLabels[kind as keyof typeof postLabels];
    items.set(personId, { personId, name, postText, role: roleOf[kind] ?? 'RESIDENT', maySit: true });
  }
  for (const { personId, name } of supporters)
    if (!items.has(personId))
      items.set(personId, { personId, name, postText: '附议的居民', role: 'RESIDENT', maySit: false });
  const units = [
    ...(topic.villageCode ? [topic.villageCode] : []),
    topic.townCode,
    ...[...world.departments.values()].map(({ code }) => code),
  ].map((code) => ({ code, name: world.unitName(code) }));
  return { items: [...items.values()], units };
}
