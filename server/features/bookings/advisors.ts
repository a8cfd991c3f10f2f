import { Prisma } from '#prisma';
import type { Output } from '#shared/contract';
import type { Candidate } from '#shared/domain/bookings/allocation';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { opened } from '../../kernel/sealing/fields';
import type { World } from '../places/index';

/** An advisor as those see him or her who may book: of the village, or of a team that serves its town. */
export interface VillageAdvisor {
  readonly advisorId: string;
  readonly personId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly firmId: string;
  readonly firm: string;
  readonly post: Candidate['post'];
  readonly licenceNo: string;
  readonly fields: string[];
  readonly languages: string[];
  readonly intro: string;
  readonly photoKey: string | null;
  readonly windowDays: number;
  /** Bookings still to come. */
  readonly load: number;
  readonly servedVillages: string[];
}

const posts = { 1: 'PRIMARY', 2: 'SUBSTITUTE', 3: 'TEAM' } as const;

type Row = Omit<VillageAdvisor, 'post'> & { rank: 1 | 2 | 3 };

/** The query behind `advisorsOf`, for statements that read more. */
export function advisorsSql({ districtId, now }: Pick<Ctx, 'districtId' | 'now'>, villageCode: string): Prisma.Sql {
  const today = dayOf(now);
  const townCode = `${villageCode.slice(0, 9)}000`;
  return Prisma.sql`
    WITH ranked AS (
      SELECT v."advisorId" AS id, CASE v."rank" WHEN 'PRIMARY' THEN 1 ELSE 2 END AS rank FROM "AdvisorVillage" v
      WHERE v."districtId" = ${districtId} AND v."villageCode" = ${villageCode}
        AND v."startsOn" <= ${today}::date AND (v."endsOn" IS NULL OR v."endsOn" >= ${today}::date)
      UNION ALL
      SELECT a."id", 3 FROM "Advisor" a JOIN "TeamTown" t ON t."districtId" = a."districtId" AND t."teamId" = a."teamId"
      WHERE t."districtId" = ${districtId} AND t."townCode" = ${townCode}
        AND t."startsOn" <= ${today}::date AND (t."endsOn" IS NULL OR t."endsOn" >= ${today}::date)),
    chosen AS (SELECT id, min(rank) AS rank FROM ranked GROUP BY id)
    SELECT a."id" AS "advisorId", a."personId", p."name", p."phone", f."id" AS "firmId", f."name" AS "firm", c.rank,
      a."licenceNo", a."fields", a."languages", a."intro", a."photoKey", a."windowDays",
      (SELECT count(*)::int FROM "Booking" b WHERE b."districtId" = a."districtId" AND b."advisorId" = a."id"
        AND b."startsAt" > ${now} AND b."status" IN ('REQUESTED', 'CONFIRMED')) AS "load",
      ARRAY(SELECT v."villageCode" FROM "AdvisorVillage" v WHERE v."districtId" = a."districtId" AND v."advisorId" = a."id"
        AND v."startsOn" <= ${today}::date AND (v."endsOn" IS NULL OR v."endsOn" >= ${today}::date)) AS "servedVillages"
    FROM chosen c
    JOIN "Advisor" a ON a."districtId" = ${districtId} AND a."id" = c.id
    JOIN "Person" p ON p."districtId" = a."districtId" AND p."id" = a."personId" AND p."disabledAt" IS NULL
    JOIN "AdvisorTeam" t ON t."districtId" = a."districtId" AND t."id" = a."teamId"
    JOIN "LawFirm" f ON f."districtId" = t."districtId" AND f."id" = t."firmId"
    ORDER BY c.rank, "load", a."id"`;
}

/** Who may be booked in a village today: primary, substitutes, then the town's teams; within each the least loaded first. */
export async function advisorsOf(
  ctx: Pick<Ctx, 'db' | 'districtId' | 'now'>,
  villageCode: string,
): Promise<readonly VillageAdvisor[]> {
  return (await ctx.db.$queryRaw<Row[]>(advisorsSql(ctx, villageCode))).map(advisorOfRow);
}

/** A row of `advisorsSql` as the rules see it. */
export const advisorOfRow = ({ rank, phone, ...row }: Row): VillageAdvisor => ({
  ...row,
  phone: phone && opened('Person', 'phone', row.personId, phone),
  post: posts[rank],
});
export type AdvisorRow = Row;

/** The village somebody asks about: the one named, else the home. Throws place_unknown when neither is one of the district. */
export function villageAsked(world: World, { actor }: Pick<Ctx, 'actor'>, named: string | undefined): string {
  const code = named ?? actor.homeVillageCode ?? '';
  const division = world.divisions.get(code);
  if (division?.kind !== 'VILLAGE') throw new AppError('place_unknown');
  if (!division.inScope) throw new AppError('place_out_of_scope');
  return code;
}

/** What an advisor may do for people, free of charge. Source: 司法部 2018 意见 on 村（居）法律顾问; wording default, to be confirmed. */
const may = ['免费解答法律问题', '讲清楚权利和办法', '帮看合同、协议', '参加村里的调解', '告诉您法律援助、公证怎么办'];

/** What an advisor may not do in this office. Source: 律师法第三十九条 and domain 6.6; wording default, to be confirmed. */
const mayNot = [
  '不代您和村（社区）打官司——他也是村里的顾问，这叫利益冲突',
  '不能同时帮吵架的两边',
  '不收您的钱，也不打包票能赢',
];

const rankTexts = { PRIMARY: '本村法律顾问', SUBSTITUTE: '替补法律顾问', TEAM: '镇街律师团队' } as const;

/** The public card of an advisor for people of a village. */
export const presentAdvisor = (
  { link }: Pick<Ctx, 'link'>,
  world: World,
  villageCode: string,
  { advisorId, name, firm, post, licenceNo, fields, languages, intro, photoKey }: VillageAdvisor,
): Output<'advisors.mine'>['items'][number] => ({
  id: advisorId,
  name,
  firm,
  villageLabel: world.placeLabel(villageCode),
  licenceNo,
  fields,
  languages,
  intro,
  photoUrl: photoKey ? link(photoKey) : null,
  rank: post,
  rankText: rankTexts[post],
  may,
  mayNot,
});
