import type { OpinionStatement } from '#prisma';
import type { Output } from '#shared/contract';
import type { OpinionMap, StatementView } from '#shared/domain/forum/opinion-map';
import {
  choiceAt,
  isUnclear,
  mostOwnStatements,
  mostStatements,
  nextStatement,
  sharesOf,
} from '#shared/domain/forum/opinions';
import { agoText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { type Begun, homeOf } from '../forum/index';
import { seen } from './asked';

type Board = Output<'forum.opinions'>;

const groupNames = ['甲', '乙', '丙', '丁'];
/** How much of the map is told in words. */
const commonShown = 5;
const dividedShown = 3;
/** From this difference of shares on a statement divides the groups. Default, to be confirmed. */
const dividesFrom = 0.3;

/** Why this actor cannot answer statements now, or undefined. People answer while a topic is announced and discussed, where they live. */
export function whyNotAnswer({ actor }: Pick<Ctx, 'actor'>, { topic, world }: Begun) {
  if (topic.checkState !== 'PASSED' || (topic.status !== 'NOTICE' && topic.status !== 'DISCUSS'))
    return 'opinions_closed' as const;
  return homeOf(world, actor.homeVillageCode, topic) === 'yes' ? undefined : ('opinion_counts_elsewhere' as const);
}

const sentences = {
  opinions_closed: '公告和商议的时候可以表态，现在看得到大家说了什么。',
  opinion_counts_elsewhere: '表态按居住地计算，由那里的居民表态。您可以看结果。',
} as const;

/** The statements under a topic as this actor finds them: the next to answer, what came of those answered, and the map. */
export async function opinionBoard(ctx: Ctx, { topicId }: { topicId: string }): Promise<Board> {
  const { db, districtId, actor, now } = ctx;
  const begun = await seen(ctx, topicId);
  const where = { districtId, topicId };
  const [all, ballot, people, kept] = [
    await db.opinionStatement.findMany({ where, orderBy: { no: 'asc' } }),
    await db.opinionBallot.findFirst({ where: { ...where, personId: actor.id } }),
    await db.opinionBallot.count({ where }),
    await db.opinionMap.findFirst({ where }),
  ];
  const why = whyNotAnswer(ctx, begun);
  const shown = all.filter(({ checkState }) => checkState === 'PASSED');
  const choices = ballot?.choices ?? '';
  const own = all.filter(({ authorId }) => authorId === actor.id);
  const next = why ? undefined : nextStatement(shown.map(withSeen), choices);
  const map = (kept?.result ?? null) as OpinionMap | null;
  const views = new Map(map?.statements.map((view) => [view.no, view]));
  return {
    mayAnswer: !why,
    whyNotText: why ? sentences[why] : null,
    mayAdd: !why && own.length < mostOwnStatements && all.length < mostStatements,
    answered: shown.filter(({ no }) => choiceAt(choices, no)).length,
    total: shown.length,
    next: next ? { id: next.id, body: next.body, seenText: seenText(next.seen) } : null,
    own: own
      .filter(({ checkState }) => checkState !== 'PASSED')
      .map(({ id, body, checkState }) => ({ id, body, checkState })),
    people,
    map: map && map.groups.length > 0 ? mapOf(map, shown, kept?.computedAt ? agoText(kept.computedAt, now) : '') : null,
    // What others said would sway those who are still to answer.
    statements: shown
      .filter(({ no }) => why || choiceAt(choices, no))
      .map((statement) => ({
        ...{ id: statement.id, body: statement.body, shares: sharesOf(statement), unclear: isUnclear(statement) },
        ...{ households: householdsOf(views.get(statement.no)), choice: choiceAt(choices, statement.no) ?? null },
      })),
  };
}

const withSeen = (statement: OpinionStatement) => ({
  ...statement,
  seen: statement.agree + statement.disagree + statement.pass,
});

const seenText = (seen: number) => (seen === 0 ? '还没有人表态' : `${seen} 人表过态`);
const householdsOf = (view: StatementView | undefined) => (view ? sharesOf(view.households) : null);

function mapOf(map: OpinionMap, shown: readonly OpinionStatement[], computedText: string): Board['map'] {
  const words = new Map(shown.map(({ no, body }) => [no, body]));
  const told = map.statements.flatMap((view) => {
    const body = words.get(view.no);
    return body ? [{ ...view, body }] : [];
  });
  const sayings = { AGREE: '同意', DISAGREE: '不同意' } as const;
  return {
    ...{ computedText, placed: map.placed, households: map.households },
    groups: map.groups.map(({ marks, ...group }, index) => ({
      ...group,
      name: `${groupNames[index] ?? ''}组`,
      marks: marks.flatMap(({ no, choice }) => (words.has(no) ? [`${sayings[choice]}「${words.get(no)}」`] : [])),
    })),
    common: told
      .flatMap(({ body, common, consensus }) =>
        common ? [{ body, choice: common, weight: weightOf(common, consensus) }] : [],
      )
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, commonShown)
      .map(({ body, choice }) => ({ body, choice })),
    divided: told
      .filter(({ divide }) => map.groups.length > 1 && divide >= dividesFrom)
      .toSorted((a, b) => b.divide - a.divide)
      .slice(0, dividedShown)
      .map(({ body, groups }) => ({ body, groups: groups.map(sharesOf) })),
  };
}

/** Agreed ones by how much all groups agree; those all refuse come after, the clearest first. */
const weightOf = (common: 'AGREE' | 'DISAGREE', consensus: number | null) =>
  common === 'AGREE' ? 1 + (consensus ?? 0) : 1 - (consensus ?? 1);
