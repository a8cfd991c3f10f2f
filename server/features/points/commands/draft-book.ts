import { v7 as uuid } from 'uuid';
import type { Parsed } from '#shared/contract';
import { ruleProblems } from '#shared/domain/points/rules';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { worldOf } from '../../places/index';
import { mayDraft } from '../policy';
import { findBook, templatePlace } from '../rule-books';

/**
 * Writes the draft of the next version of a place's rules; there is one draft at a time and it is replaced as a whole. Throws forbidden, place_unknown,
 * points_rule_forbidden with the reason by field when the law or the limits keep a rule out.
 */
export async function draftBook(ctx: Ctx, { villageCode, items, splitRule, yearEnd }: Parsed<'points.draftBook'>) {
  const { db, districtId, actor, now } = ctx;
  const world = await worldOf(db);
  const isPlace = world.divisions.get(villageCode)?.kind === 'VILLAGE' || villageCode === templatePlace(districtId);
  if (!isPlace) throw new AppError('place_unknown');
  if (!mayDraft(actor, districtId, villageCode)) throw new AppError('forbidden');
  const problems = ruleProblems(items);
  if (Object.keys(problems).length > 0) throw new AppError('points_rule_forbidden', problems);

  // Two who begin a draft at the same moment would both take the next number.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`rules ${districtId} ${villageCode}`}, 0))`;
  const versions = await db.ruleBook.findMany({
    where: { districtId, villageCode },
    select: { id: true, version: true, state: true },
  });
  const draft = versions.find(({ state }) => state === 'DRAFT');
  const id = draft?.id ?? uuid();
  if (draft) {
    await db.ruleItem.deleteMany({ where: { districtId, bookId: id } });
    await db.ruleBook.update({
      where: { districtId_id: { districtId, id } },
      data: { draftedById: actor.id, splitRule, yearEnd },
    });
  } else {
    const version = Math.max(0, ...versions.map((each) => each.version)) + 1;
    await db.ruleBook.create({
      data: { districtId, id, villageCode, version, splitRule, yearEnd, draftedById: actor.id, createdAt: now },
    });
  }
  await db.ruleItem.createMany({
    data: items.map((item, sort) => ({ districtId, id: uuid(), bookId: id, sort, ...item })),
  });
  return findBook(ctx, id);
}
