import type { AssessmentStandard } from '#prisma';
import type { Output } from '#shared/contract';
import {
  type AssessmentRules,
  assessmentRulesOn,
  defaultRules,
  nextStandardDay,
  type ScorePart,
} from '#shared/domain/bookings/assessment-rules';
import { momentText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { peopleOf } from '../identity/index';
import { mustSupervise } from './policy';

/** Not more standards than this are shown, the latest first. */
const most = 24;

const rulesOf = ({ startsOn, weights, ...norms }: AssessmentStandard): AssessmentRules => ({
  ...{ startsOn: startsOn.toISOString().slice(0, 10), weights: weights as Record<ScorePart, number> },
  ...{ monthlyMinutes: norms.monthlyMinutes, monthlyDays: norms.monthlyDays, bands: defaultRules.bands },
  ...{ monthlyConsultations: norms.monthlyConsultations, quarterlyLectures: norms.quarterlyLectures },
  fewestRatings: norms.fewestRatings,
});

/** The rules in force on a day (Asia/Shanghai): as the bureau has set them, else the default. */
export async function rulesOn(
  { db, districtId }: Pick<Ctx, 'db' | 'districtId'>,
  day: string,
): Promise<AssessmentRules> {
  const row = await db.assessmentStandard.findFirst({
    where: { districtId, startsOn: { lte: new Date(day) } },
    orderBy: { startsOn: 'desc' },
  });
  return assessmentRulesOn(row ? [rulesOf(row)] : [defaultRules], day) ?? defaultRules;
}

/** Every standard, the latest first, down to the default, and from when a new one would hold. */
export async function standards(ctx: Ctx): Promise<Output<'supervision.standards'>> {
  mustSupervise(ctx);
  const { db, districtId, now } = ctx;
  const rows = await db.assessmentStandard.findMany({
    where: { districtId },
    orderBy: { startsOn: 'desc' },
    take: most,
  });
  const names = await peopleOf(
    ctx,
    rows.map(({ changedById }) => changedById),
  );
  const today = dayOf(now);
  const inForce = (await rulesOn(ctx, today)).startsOn;
  const shown = ({ bands: _bands, ...rules }: AssessmentRules, reason: string, changedText: string | null) => ({
    ...rules,
    ...{ weights: { ...rules.weights }, reason, changedText, inForce: rules.startsOn === inForce },
  });
  return {
    items: [
      ...rows.map((row) =>
        shown(rulesOf(row), row.reason, `${names.get(row.changedById)?.name ?? ''} ${momentText(row.changedAt, now)}`),
      ),
      shown(defaultRules, '默认标准，待区里确认', null),
    ],
    nextDay: nextStandardDay(today),
  };
}
