import type { Output, Parsed } from '#shared/contract';
import { assess, type Score } from '#shared/domain/bookings/assessment';
import {
  type AssessmentRules,
  bandOf,
  type ScorePart,
  scorePartLabel,
  scoreParts,
} from '#shared/domain/bookings/assessment-rules';
import { presenceOf, villagesIn } from '#shared/domain/bookings/presence';
import { groupTotal, ranking } from '#shared/domain/bookings/ranking';
import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { type World, worldOf } from '../places/index';
import { type Period, periodOf } from './period';
import { mustSupervise } from './policy';
import { rulesOn } from './standards';
import { type Assessed, loadWork } from './work';

type Item = Output<'supervision.scores'>['items'][number];

/** One advisor's figures, before they are put in words. */
interface Figures extends Omit<Assessed, 'work'> {
  readonly id: string;
  readonly towns: readonly string[];
  readonly villages: number;
  readonly minutes: number;
  readonly visits: number;
  readonly consultations: number;
  readonly absences: number;
  readonly lectures: number;
  readonly records: { readonly expected: number; readonly complete: number };
  readonly ratings: { readonly answered: number; readonly satisfied: number };
  readonly score: Score;
  readonly total: number | undefined;
}

/** The score and place of every advisor, firm or town in a period, best first. */
export async function scores(ctx: Ctx, input: Parsed<'supervision.scores'>): Promise<Output<'supervision.scores'>> {
  mustSupervise(ctx);
  const period = periodOf(input, ctx.now);
  const rules = await rulesOn(ctx, dayOf(period.from));
  const figures = (await loadWork(ctx, period)).map((one) => figuresOf(one, period, rules));
  const groups = groupsOf(await worldOf(ctx.db), figures, input.by);
  return {
    label: period.label,
    weights: scoreParts.map((key) => ({ key, label: scorePartLabel(key), of: rules.weights[key] })),
    items: ranking(groups).map((group) => present(group, rules, period.months.length)),
  };
}

function figuresOf({ work, ...about }: Assessed, period: Period, rules: AssessmentRules): Figures {
  const { months, from, to } = period;
  const score = assess(months, work, rules);
  const served = [...new Set(months.flatMap((month) => villagesIn(month, work.terms)))];
  const presence = presenceOf(months, work.terms, work.visits);
  return {
    ...about,
    ...{ id: about.advisorId, villages: served.length, score, total: score.total },
    towns: [...new Set(work.terms.map(({ villageCode }) => `${villageCode.slice(0, 9)}000`))],
    minutes: presence.reduce((sum, { minutes }) => sum + minutes, 0),
    ...{ visits: work.visits.length, consultations: work.consultations.length, absences: work.absences },
    lectures: work.lectures.filter(({ at }) => from <= at && at < to).length,
    ...{ records: work.records, ratings: work.ratings },
  };
}

/** Several advisors as one line: figures added up, the total the mean of theirs. */
interface Group {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly members: readonly Figures[];
  readonly total: number | undefined;
}

function groupsOf(world: World, figures: readonly Figures[], by: 'advisor' | 'firm' | 'town'): Group[] {
  if (by === 'advisor')
    return figures.map((one) => ({
      ...{ id: one.id, name: one.name, members: [one], total: one.total },
      detail: `${one.firm} · ${one.villages} 个村（社区）`,
    }));
  const keyed = figures.flatMap((one) =>
    by === 'firm'
      ? [[one.firmId, one.firm, one] as const]
      : one.towns.map((code) => [code, world.placeName(code), one] as const),
  );
  const ids = [...new Set(keyed.map(([id]) => id))];
  return ids.map((id) => {
    const members = keyed.filter(([key]) => key === id);
    const [first] = members;
    const own = members.map(([, , one]) => one);
    return {
      ...{ id, name: first?.[1] ?? id, detail: `${own.length} 名法律顾问`, members: own },
      total: groupTotal(own.map(({ total }) => total)),
    };
  });
}

function present(group: Group & { place: number | undefined }, rules: AssessmentRules, months: number): Item {
  const { id, name, detail, members, total, place } = group;
  const sum = (of: (one: Figures) => number) => members.reduce((all, one) => all + of(one), 0);
  const [answered, satisfied] = [sum((one) => one.ratings.answered), sum((one) => one.ratings.satisfied)];
  const hours = tenth(sum(({ minutes }) => minutes) / 60);
  const dueHours = tenth((sum(({ villages }) => villages) * months * rules.monthlyMinutes) / 60);
  const facts: Record<ScorePart, string> = {
    attendance: `到岗 ${hours} 小时，应到 ${dueHours} 小时`,
    consultation: `接待 ${sum((one) => one.consultations)} 次，失约 ${sum((one) => one.absences)} 次`,
    lecture: `讲座 ${sum((one) => one.lectures)} 场`,
    record: `应记 ${sum((one) => one.records.expected)} 份，完整 ${sum((one) => one.records.complete)} 份`,
    satisfaction: `评价 ${answered} 次，满意 ${satisfied} 次`,
  };
  return {
    ...{ id, name, detail, place: place ?? null, score: total ?? null },
    band: total === undefined ? '没有可考核的' : (bandOf(total, rules) ?? ''),
    parts: scoreParts.map((key) => ({
      ...{ key, label: scorePartLabel(key), of: rules.weights[key], fact: facts[key] },
      score: groupTotal(members.map(({ score }) => score.parts.find(({ part }) => part === key)?.points)) ?? null,
    })),
    ...{ onsiteHours: hours, dueHours, visits: sum((one) => one.visits) },
    ...{ consultations: sum((one) => one.consultations), lectures: sum((one) => one.lectures) },
    satisfaction: answered > 0 ? tenth((satisfied / answered) * 100) : null,
  };
}

const tenth = (value: number) => Math.round(value * 10) / 10;
