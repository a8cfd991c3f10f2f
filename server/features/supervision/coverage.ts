import type { Output } from '#shared/contract';
import { coverageOn } from '#shared/domain/bookings/coverage';
import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { peopleOf } from '../identity/index';
import { worldOf } from '../places/index';
import { mustSupervise } from './policy';

/** Whether every village has its first advisor today and nobody too many, with the gaps by place. */
export async function coverage(ctx: Ctx): Promise<Output<'supervision.coverage'>> {
  mustSupervise(ctx);
  const { db, districtId, now } = ctx;
  const world = await worldOf(db);
  const advisors = await db.advisor.findMany({
    where: { districtId },
    select: { id: true, personId: true, maxVillages: true, team: { select: { firmId: true } }, villages: true },
  });
  const towns = await db.teamTown.findMany({ where: { districtId }, include: { team: { select: { firmId: true } } } });
  const villages = [...world.divisions.values()].filter(({ kind, inScope }) => kind === 'VILLAGE' && inScope);
  const dated = ({ startsOn, endsOn }: { startsOn: Date; endsOn: Date | null }) => ({
    startsOn: isoDay(startsOn),
    endsOn: endsOn ? isoDay(endsOn) : null,
  });
  const found = coverageOn({
    day: dayOf(now),
    villages: villages.map(({ code, parentCode }) => ({
      ...{ code, name: world.placeLabel(code), townCode: parentCode ?? '' },
    })),
    appointments: advisors.flatMap(({ id: advisorId, team, villages: served }) =>
      served.map(({ villageCode, rank: post, ...term }) => ({
        ...{ advisorId, firmId: team.firmId, villageCode, post, ...dated(term) },
      })),
    ),
    townTerms: towns.map(({ townCode, team, ...term }) => ({ firmId: team.firmId, townCode, ...dated(term) })),
  });
  const names = await peopleOf(
    ctx,
    advisors.map(({ personId }) => personId),
  );
  const known = new Map(advisors.map((advisor) => [advisor.id, advisor]));
  return {
    villages: found.villages,
    covered: found.covered,
    gaps: found.gaps
      .filter(({ kind }) => kind !== 'OVER_LOAD')
      .map(({ subject, text }) => ({ villageCode: subject, label: world.placeLabel(subject), text })),
    overloaded: found.gaps.flatMap(({ kind, subject, count }) => {
      const advisor = known.get(subject);
      if (kind !== 'OVER_LOAD' || !advisor) return [];
      const name = names.get(advisor.personId)?.name ?? '';
      return [{ id: subject, name, villages: count, limit: advisor.maxVillages }];
    }),
  };
}

const isoDay = (date: Date) => date.toISOString().slice(0, 10);
