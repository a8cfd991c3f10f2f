import { soundAppealAlarms, soundClaimAlarm } from '#server/features/claims/index';
import { as } from './api';
import { asSystem, desk, drain } from './desk';
import { home, make } from './make';
import { jpeg } from './pictures';

type Who = { id: string };

/** A village with rules, staff and reviewers, and a family in it. */
export async function village({ reviewers = 3 } = {}) {
  const li = await make.member({ name: '李大爷' });
  const { items } = await make.ruleBook();
  const staff = await make.staff('GRID_STAFF', home.grid);
  const lead = await make.staff('GRID_LEAD', home.village);
  const clerk = await make.staff('TOWN_CLERK', home.town);
  const panel = await Promise.all(Array.from({ length: reviewers }, () => reviewer()));
  return { li, staff, lead, clerk, panel, householdId: li.householdId!, more: items[0]!.id, less: items[1]!.id };
}

/** A villager who judges; of another household unless one is given. */
export async function reviewer(given: { householdId?: string; villageCode?: string } = {}) {
  const { villageCode = home.village, householdId } = given;
  const member = await make.member({ householdId: householdId ?? (await make.household({ villageCode })).id });
  await make.post(member, 'REVIEWER', villageCode);
  return member;
}

let seed = 0;
/** A picture nobody has shown before. */
export async function evidence(who: Who): Promise<string> {
  seed += 1;
  return (await as(who).upload(await jpeg({ width: 40 + (seed % 200), height: 40 + Math.floor(seed / 200) }))).body.id;
}

export const deed = { text: '上周六扫了院坝，扫了两个钟头', happenedOn: '2026-11-21' };

/** The family applies with a fresh picture. */
export const apply = async (who: Who, ruleItemId: string, more: object = {}) =>
  as(who).call('claims.apply', { ruleItemId, ...deed, photoIds: [await evidence(who)], ...more });

/** Staff record with a fresh picture. */
export const record = async (who: Who, householdId: string, ruleItemId: string, more: object = {}) =>
  as(who).call('claims.record', { householdId, ruleItemId, ...deed, photoIds: [await evidence(who)], ...more });

export const vote = (who: Who, id: string, choice: 'AGREE' | 'REFUSE' | 'RECUSE' = 'AGREE', note?: string) =>
  as(who).call('claims.vote', { ids: [id], choice, ...(note && { note }) });

/** Everything the clocks have to say by now, and what follows from it. */
export async function ring(): Promise<void> {
  while (await soundClaimAlarm(desk().ground));
  while ((await asSystem(soundAppealAlarms)) > 0);
  await drain();
}

/** Applied, accepted and agreed to by all: shown to the village. */
export async function shown(at: Awaited<ReturnType<typeof village>>): Promise<string> {
  const { body } = await apply(at.li, at.more);
  await as(at.staff).ok('claims.accept', { id: body.id, version: body.version });
  for (const who of at.panel) await vote(who, body.id);
  return body.id;
}
