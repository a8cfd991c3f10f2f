import { moveKindLabel } from '#shared/domain/households/moves';
import type { Ctx } from '../../kernel/context';
import type { Events } from '../../kernel/events';
import type { StoredEvent, Subscriber } from '../../kernel/jobs';
import { holdersOf, membersOf } from '../identity/index';
import { notify } from '../notifications/index';
import { familyOf } from './family';
import { loadMove, type Move, missingConsents } from './moves';

const ownPage = 'packages/points/pages/household/index';
const deskPage = 'packages/staff/pages/households/index';

/** Notices about households: whoever has to confirm or agree, whoever asked, and the family when somebody comes or goes. */
export const householdSubscribers: readonly Subscriber[] = [
  {
    name: 'households.notices',
    on: ['household.moved', 'household.changed'],
    run: (ctx, event) => (event.name === 'household.changed' ? tellChange(ctx, event) : tellMove(ctx, event)),
  },
];

interface Words {
  readonly title: string;
  readonly body: string;
  readonly page: string;
  readonly template?: 'progress' | 'due';
}

/** Whoever did it is not told of it. */
async function tell(ctx: Ctx, event: StoredEvent, people: readonly (string | null)[], words: Words): Promise<void> {
  const told = [...new Set(people)].filter((id): id is string => id !== null && id !== event.actorId);
  await notify(
    ctx,
    told.map((personId) => ({ personId, kind: event.name, ...words, dedupeKey: `${event.id}:${personId}` })),
  );
}

async function tellMove(ctx: Ctx, event: StoredEvent): Promise<void> {
  const { moveId, action } = event.payload as Events['household.moved'];
  const move = await loadMove(ctx, moveId);
  const what = moveKindLabel(move.kind);
  if (action === 'ask') return tellAsked(ctx, event, move, what);
  if (action === 'consent') {
    if ((await missingConsents(ctx, move)).length > 0) return;
    return tell(ctx, event, [move.byId], { title: `${what}：该同意的都同意了`, body: '等网格员确认', page: ownPage });
  }
  if (action === 'withdraw') return;
  const families = [move.householdId, move.otherId].flatMap((id) => id ?? []);
  const concerned = await Promise.all(families.map(async (id) => (await familyOf(ctx, id)).adults));
  const isJoin = move.kind === 'JOIN';
  const isDone = action === 'grant';
  await tell(ctx, event, isJoin ? [move.byId] : [move.byId, ...concerned.flat()], {
    title: isDone ? `${what}办好了` : `${what}没有同意`,
    body: move.reason ?? (isDone ? '点开看现在的户和积分' : '点开看理由'),
    ...{ page: ownPage, template: 'progress' },
  });
}

async function tellAsked(ctx: Ctx, event: StoredEvent, move: Move, what: string): Promise<void> {
  const staff = await (move.gridCode ? holdersOf(ctx, 'GRID_STAFF', move.gridCode) : membersOf(ctx, move.villageCode));
  const leads = staff.length > 0 ? staff : await holdersOf(ctx, 'GRID_LEAD', move.villageCode);
  await tell(
    ctx,
    event,
    leads.map(({ id }) => id),
    { title: `有人申请${what}，等您确认`, body: move.note ?? what, page: deskPage, template: 'due' },
  );
  const head = move.kind === 'JOIN' && move.householdId ? (await familyOf(ctx, move.householdId)).headId : null;
  if (head)
    await tell(ctx, event, [head], {
      ...{ title: '有人申请入您家的户', body: move.note ?? '是自己家的人，点开确认', page: ownPage, template: 'due' },
    });
  const asked = (await missingConsents(ctx, move)).filter((id) => id !== head);
  await tell(ctx, event, asked, {
    ...{ title: `家里申请${what}，等您同意`, body: move.note ?? '点开看怎么分', page: ownPage, template: 'due' },
  });
}

async function tellChange(ctx: Ctx, event: StoredEvent): Promise<void> {
  const { householdId, personId, what } = event.payload as Events['household.changed'];
  const family = await familyOf(ctx, householdId);
  const person = await ctx.db.person.findUnique({
    where: { districtId_id: { districtId: ctx.districtId, id: personId } },
    select: { name: true },
  });
  const name = person?.name ?? '';
  const titles = {
    joined: `${name}入了${family.name}`,
    left: `${name}退出了${family.name}`,
    head: `${family.name}的户主是${name}`,
  };
  await tell(ctx, event, family.adults, {
    ...{ title: titles[what], body: '点开看现在的户', page: ownPage },
  });
}
