import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { peopleOf } from '../identity/index';

/** An advisor with the first village he or she serves today. */
export interface ServingAdvisor {
  readonly advisorId: string;
  readonly name: string;
  readonly firm: string;
  readonly villageCode: string;
}

/** Advisors who serve a village today, each once, by name; with `ids` only those. */
export async function servingAdvisors(
  ctx: Pick<Ctx, 'db' | 'districtId' | 'now'>,
  ids?: readonly string[],
): Promise<ServingAdvisor[]> {
  const { db, districtId, now } = ctx;
  const today = new Date(dayOf(now));
  const rows = await db.advisorVillage.findMany({
    where: {
      ...{ districtId, startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
      ...(ids && { advisorId: { in: [...ids] } }),
    },
    orderBy: [{ rank: 'asc' }, { villageCode: 'asc' }],
    include: { advisor: { select: { personId: true, team: { select: { firm: { select: { name: true } } } } } } },
  });
  const first = new Map(rows.toReversed().map((row) => [row.advisorId, row]));
  const people = await peopleOf(
    ctx,
    [...first.values()].map(({ advisor }) => advisor.personId),
  );
  return [...first.values()]
    .flatMap(({ advisorId, villageCode, advisor }) => {
      const person = people.get(advisor.personId);
      return person && !person.disabledAt
        ? [{ advisorId, villageCode, name: person.name, firm: advisor.team.firm.name }]
        : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'zh') || (one.advisorId < other.advisorId ? -1 : 1));
}
