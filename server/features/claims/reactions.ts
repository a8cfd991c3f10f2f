import type { PointsClaim } from '#prisma';
import type { Ctx } from '../../kernel/context';
import type { Events } from '../../kernel/events';
import type { StoredEvent, Subscriber } from '../../kernel/jobs';
import { holdersOf } from '../identity/index';
import { notify } from '../notifications/index';
import { signed } from '../points/index';
import { appealPanel } from './appeal-move';
import { judged, panelOf } from './panel';
import { townOf } from './policy';
import { loadClaim, membersOfHousehold } from './queries';

/** What the family reads when its claim moves; an action that is not here is not told. */
const familyTitles: Readonly<Record<string, string>> = {
  accept: '核对过了，交给评议小组',
  decline: '没有交评议',
  pass: '评议通过了，正在公示',
  refuse: '没有通过',
  reopen: '要重新评议',
  dismiss: '公示期的意见核实过了',
  book: '记上了',
  reverse: '冲正了',
  reinstate: '申诉成立，重新公示',
  'appeal.dismiss': '申诉复评过了，维持原来的结果，可以请镇街复核',
  'appeal.refuse': '镇街复核过了，维持原来的结果',
};

const toClaim = (id: string) => `packages/points/pages/claim/index?id=${id}`;
const toDesk = 'packages/points/pages/desk/index';

/** Notices for everything that happens on the way from a deed to points: the family, whoever has to act, and who objected. */
export const claimSubscribers: readonly Subscriber[] = [
  {
    name: 'claims.notices',
    on: ['claim.filed', 'claim.moved', 'claim.alarmed', 'claim.objected', 'claim.objectionAnswered', 'points.warned'],
    run: async (ctx, event) => {
      if (event.name === 'points.warned') return tellWarning(ctx, event);
      const { claimId } = event.payload as { claimId: string };
      const claim = await loadClaim(ctx, claimId);
      const title = await titleOf(ctx, claim);
      if (event.name === 'claim.filed') await tellFiled(ctx, event, claim, title);
      if (event.name === 'claim.moved') await tellMoved(ctx, event, claim, title);
      if (event.name === 'claim.alarmed') await tellAlarm(ctx, event, claim, title);
      if (event.name === 'claim.objected') await tellObjection(ctx, event, claim, title);
      if (event.name === 'claim.objectionAnswered') await tellAnswer(ctx, event, title);
    },
  },
];

async function titleOf({ db, districtId }: Ctx, { ruleItemId, points }: PointsClaim): Promise<string> {
  const rule = await db.ruleItem.findUnique({ where: { districtId_id: { districtId, id: ruleItemId } } });
  return `「${rule?.title ?? ''}」${signed(points)} 分`;
}

/** Whoever did it is not told of it. */
async function tell(
  ctx: Ctx,
  event: StoredEvent,
  people: readonly string[],
  { title, body, page, template }: { title: string; body: string; page: string; template?: 'progress' | 'due' },
): Promise<void> {
  await notify(
    ctx,
    [...new Set(people)]
      .filter((personId) => personId !== event.actorId)
      .map((personId) => ({
        ...{ personId, kind: event.name, title, body, page, dedupeKey: `${event.id}:${personId}` },
        ...(template && { template }),
      })),
  );
}

async function tellFiled(ctx: Ctx, event: StoredEvent, claim: PointsClaim, title: string): Promise<void> {
  if (!claim.isRecorded)
    return tell(ctx, event, await checkersOf(ctx, claim), {
      ...{ title: '有一户申请加积分，等您核对', body: title, page: toDesk, template: 'due' },
    });
  // A list of hundreds tells the reviewers once, when it is through.
  if (!claim.origin?.startsWith('batch:')) await tellReviewers(ctx, event, claim, title);
  const isDeduction = claim.points < 0;
  return tell(ctx, event, await membersOfHousehold(ctx, claim.householdId), {
    title: isDeduction ? '您家有一件要扣分的事，正在评议' : '给您家记了一件加分的事，正在评议',
    ...{ body: title, page: toClaim(claim.id), template: 'progress' },
  });
}

async function tellReviewers(ctx: Ctx, event: StoredEvent, claim: PointsClaim, title: string): Promise<void> {
  const { eligible } = await panelOf(ctx, judged(claim));
  await tell(ctx, event, eligible, { title: '有一件积分的事等您评议', body: title, page: toDesk });
}

async function tellMoved(ctx: Ctx, event: StoredEvent, claim: PointsClaim, title: string): Promise<void> {
  const { action, stepId } = event.payload as Events['claim.moved'];
  if (action === 'accept' || action === 'reopen') await tellReviewers(ctx, event, claim, title);
  if (action === 'appeal.file') await tellAppeal(ctx, event, claim, title);
  if (action === 'appeal.raise')
    await tell(ctx, event, await clerksOf(ctx, claim), {
      ...{ title: '有一户请镇街复核积分', body: title, page: toClaim(claim.id), template: 'due' },
    });
  const what = familyTitles[action];
  if (!what) return;
  const { db, districtId } = ctx;
  const step = await db.pointsClaimStep.findUnique({ where: { districtId_id: { districtId, id: stepId } } });
  await tell(ctx, event, await membersOfHousehold(ctx, claim.householdId), {
    title: `您家的积分${what}`,
    body: [title, step?.note ?? step?.text].filter(Boolean).join('：'),
    ...{ page: toClaim(claim.id), template: 'progress' },
  });
}

/** Those who judge an appeal: reviewers who have had nothing to do with the claim. */
async function tellAppeal(ctx: Ctx, event: StoredEvent, claim: PointsClaim, title: string): Promise<void> {
  const { db, districtId } = ctx;
  const appeal = await db.pointsAppeal.findUnique({ where: { districtId_claimId: { districtId, claimId: claim.id } } });
  if (!appeal) return;
  const { eligible } = await appealPanel(ctx, { ...appeal, claim });
  await tell(ctx, event, eligible, { title: '有一件积分申诉等您复评', body: title, page: toClaim(claim.id) });
}

async function tellAlarm(ctx: Ctx, event: StoredEvent, claim: PointsClaim, title: string): Promise<void> {
  const { kind } = event.payload as Events['claim.alarmed'];
  if (kind === 'APPEAL_WARN') return tellAppeal(ctx, event, claim, title);
  const isReview = claim.state === 'REVIEW';
  if (kind === 'WARN') {
    const { eligible, votes } = await panelOf(ctx, judged(claim));
    const missing = eligible.filter((id) => votes.every(({ personId }) => personId !== id));
    const people = isReview ? missing : await checkersOf(ctx, claim);
    return tell(ctx, event, people, { title: '有一件积分的事快到时限', body: title, page: toDesk });
  }
  const titles: Readonly<Record<string, string>> = {
    OVER: isReview ? '有一件积分的事过了时限还没有评完' : '有一件积分申请过了时限还没有核对',
    OBJECTION: '公示期满，还有意见没有答复',
    APPEAL_OVER: '有一件积分申诉过了时限还没有答复',
    STUCK: `有一件积分的事记不上：${claim.reason ?? ''}`,
  };
  await tell(ctx, event, [...(await leadsOf(ctx, claim)), ...(await clerksOf(ctx, claim))], {
    ...{ title: titles[kind] ?? '', body: title, page: toDesk, template: 'due' },
  });
}

async function tellObjection(ctx: Ctx, event: StoredEvent, claim: PointsClaim, title: string): Promise<void> {
  const leads = (await leadsOf(ctx, claim)).filter((id) => id !== claim.acceptedById);
  const people = leads.length > 0 ? leads : await clerksOf(ctx, claim);
  await tell(ctx, event, people, {
    ...{ title: '公示的积分有人提了意见，请核实', body: title, page: toClaim(claim.id), template: 'due' },
  });
  await tell(ctx, event, await membersOfHousehold(ctx, claim.householdId), {
    ...{ title: '您家公示的积分有人提了意见，正在核实', body: title, page: toClaim(claim.id) },
  });
}

async function tellAnswer(ctx: Ctx, event: StoredEvent, title: string): Promise<void> {
  const { objectionId } = event.payload as Events['claim.objectionAnswered'];
  const { db, districtId } = ctx;
  const objection = await db.pointsObjection.findUnique({ where: { districtId_id: { districtId, id: objectionId } } });
  if (objection)
    await tell(ctx, event, [objection.personId], {
      title: objection.isUpheld ? '您提的意见属实，重新评议' : '您提的意见核实过了',
      body: `${title}：${objection.answer ?? ''}`,
      page: 'packages/points/pages/notices/index',
    });
}

async function tellWarning(ctx: Ctx, event: StoredEvent): Promise<void> {
  const { warningId } = event.payload as Events['points.warned'];
  const { db, districtId } = ctx;
  const warning = await db.pointsWarning.findUnique({ where: { districtId_id: { districtId, id: warningId } } });
  if (warning)
    await tell(ctx, event, await membersOfHousehold(ctx, warning.householdId), {
      title: '提醒您家一件事',
      body: `${warning.text}（${warning.title}）。现在改了就不扣分`,
      page: 'packages/points/pages/family/index',
    });
}

/** Who looks at what a family brings: the grid's staff, where nobody is the 网格长, else the town. */
async function checkersOf(ctx: Ctx, claim: PointsClaim): Promise<string[]> {
  const { db, districtId } = ctx;
  const household = await db.household.findUnique({
    where: { districtId_id: { districtId, id: claim.householdId } },
    select: { gridCode: true },
  });
  const staff = household?.gridCode ? await holdersOf(ctx, 'GRID_STAFF', household.gridCode) : [];
  const family = new Set(await membersOfHousehold(ctx, claim.householdId));
  const ids = staff.map(({ id }) => id).filter((id) => !family.has(id));
  if (ids.length > 0) return ids;
  const leads = await leadsOf(ctx, claim);
  return leads.length > 0 ? leads : clerksOf(ctx, claim);
}

const leadsOf = async (ctx: Ctx, { villageCode }: PointsClaim): Promise<string[]> =>
  (await holdersOf(ctx, 'GRID_LEAD', villageCode)).map(({ id }) => id);
const clerksOf = async (ctx: Ctx, { villageCode }: PointsClaim): Promise<string[]> =>
  (await holdersOf(ctx, 'TOWN_CLERK', townOf(villageCode))).map(({ id }) => id);
