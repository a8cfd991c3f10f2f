import { Prisma } from '#prisma';
import type { Work } from '#shared/domain/bookings/assessment';
import { monthSpan, quarterMonths } from '#shared/domain/bookings/presence';
import type { Ctx } from '../../kernel/context';
import type { Period } from './period';

/** An advisor with everything that is assessed. */
export interface Assessed {
  readonly advisorId: string;
  readonly name: string;
  readonly firmId: string;
  readonly firm: string;
  readonly work: Work;
}

interface Row {
  advisorId: string;
  name: string;
  firmId: string;
  firm: string;
  terms: { villageCode: string; startsOn: string; endsOn: string | null }[];
  visits: { villageCode: string; signedInAt: string; signedOutAt: string | null }[];
  consultations: { villageCode: string; at: string }[];
  lectures: { villageCode: string; at: string }[];
  absences: number;
  expected: number;
  complete: number;
  answered: number;
  satisfied: number;
}

/**
 * What every advisor did in a period, in one statement. A visit counts when the village has signed for it; a consultation when its talk was held;
 * a record is expected of every talk that was held or is over without being called off. Only first advisors have villages to answer for.
 */
export async function loadWork({ db, districtId, now }: Ctx, { months, from, to }: Period): Promise<Assessed[]> {
  const [first = '', ...others] = months;
  const last = others.at(-1) ?? first;
  const [since, until] = [
    monthSpan(quarterMonths(first)[0] ?? first).from,
    monthSpan(quarterMonths(last).at(-1) ?? last).to,
  ];
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT a."id" AS "advisorId", p."name", f."id" AS "firmId", f."name" AS "firm",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('villageCode', v."villageCode", 'startsOn', v."startsOn", 'endsOn', v."endsOn"))
        FROM "AdvisorVillage" v WHERE v."districtId" = a."districtId" AND v."advisorId" = a."id" AND v."rank" = 'PRIMARY'), '[]') AS "terms",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('villageCode', s."villageCode", 'signedInAt', s."arrivedAt", 'signedOutAt', s."leftAt"))
        FROM "AdvisorPresence" s WHERE s."districtId" = a."districtId" AND s."advisorId" = a."id" AND s."signedAt" IS NOT NULL
          AND s."arrivedAt" >= ${from} AND s."arrivedAt" < ${to}), '[]') AS "visits",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('villageCode', l."villageCode", 'at', l."heldAt"))
        FROM "AdvisorLecture" l WHERE l."districtId" = a."districtId" AND l."advisorId" = a."id"
          AND l."heldAt" >= ${since} AND l."heldAt" < ${until}), '[]') AS "lectures",
      b.*
    FROM "Advisor" a
    JOIN "Person" p ON p."districtId" = a."districtId" AND p."id" = a."personId"
    JOIN "AdvisorTeam" t ON t."districtId" = a."districtId" AND t."id" = a."teamId"
    JOIN "LawFirm" f ON f."districtId" = t."districtId" AND f."id" = t."firmId"
    CROSS JOIN LATERAL (
      SELECT COALESCE(jsonb_agg(jsonb_build_object('villageCode', k."villageCode", 'at', k."startsAt")) FILTER (WHERE k."status" = 'DONE'), '[]') AS "consultations",
        (count(*) FILTER (WHERE k."status" = 'NO_SHOW_ADVISOR'))::int AS "absences",
        (count(*) FILTER (WHERE k."status" = 'DONE' OR (k."status" = 'CONFIRMED' AND k."endsAt" < ${now})))::int AS "expected",
        (count(*) FILTER (WHERE r."complete"))::int AS "complete",
        (count(*) FILTER (WHERE k."ratedSatisfied" IS NOT NULL))::int AS "answered",
        (count(*) FILTER (WHERE k."ratedSatisfied"))::int AS "satisfied"
      FROM "Booking" k LEFT JOIN "ServiceRecord" r ON r."districtId" = k."districtId" AND r."bookingId" = k."id"
      WHERE k."districtId" = a."districtId" AND k."advisorId" = a."id" AND k."startsAt" >= ${from} AND k."startsAt" < ${to}) b
    WHERE a."districtId" = ${districtId} ORDER BY a."id"`);
  return rows.map(({ advisorId, name, firmId, firm, ...row }) => ({
    ...{ advisorId, name, firmId, firm },
    work: {
      terms: row.terms,
      visits: row.visits.map(({ villageCode, signedInAt, signedOutAt }) => ({
        villageCode,
        signedInAt: new Date(signedInAt),
        signedOutAt: signedOutAt ? new Date(signedOutAt) : null,
      })),
      consultations: held(row.consultations),
      lectures: held(row.lectures),
      absences: row.absences,
      records: { expected: row.expected, complete: row.complete },
      ratings: { answered: row.answered, satisfied: row.satisfied },
    },
  }));
}

const held = (rows: readonly { villageCode: string; at: string }[]) =>
  rows.map(({ villageCode, at }) => ({ villageCode, at: new Date(at) }));
