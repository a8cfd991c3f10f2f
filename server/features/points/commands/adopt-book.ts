import type { Parsed } from '#shared/contract';
import { addDays, dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../../kernel/context';
import { findOwnPhotos } from '../../photos/index';
import { abilitiesOf, mayAdopt } from '../policy';
import { findBook } from '../rule-books';

/**
 * Registers that the villagers' meeting has adopted a draft: who, when, from which day on, with the minutes attached. The version before ends the day
 * before. Throws not_found, forbidden, points_same_person (drafted by the same person), points_book_adopted, points_book_dates.
 */
export async function adoptBook(ctx: Ctx, input: Parsed<'points.adoptBook'>) {
  const { db, districtId, actor, now } = ctx;
  const book = await findBook(ctx, input.id);
  if (book.state === 'ADOPTED') throw new AppError('points_book_adopted');
  if (!abilitiesOf(actor, districtId, book).includes('adopt')) {
    const isOwn = book.draftedById === actor.id && mayAdopt(actor, { ...book, draftedById: '' });
    throw new AppError(isOwn ? 'points_same_person' : 'forbidden');
  }
  const { adoptedOn, effectiveFrom } = input;
  if (adoptedOn > dayOf(now) || effectiveFrom < adoptedOn) throw new AppError('points_book_dates');
  const minutes = await findOwnPhotos(ctx, [...new Set(input.minutesIds)]);

  await db.ruleBook.updateMany({
    where: {
      ...{ districtId, villageCode: book.villageCode, state: 'ADOPTED' },
      OR: [{ effectiveTo: null }, { effectiveTo: { gte: new Date(effectiveFrom) } }],
    },
    data: { effectiveTo: new Date(addDays(effectiveFrom, -1)) },
  });
  const { count } = await db.ruleBook.updateMany({
    where: { districtId, id: book.id, state: 'DRAFT' },
    data: {
      ...{ state: 'ADOPTED', adoptedBy: input.adoptedBy, adoptedOn: new Date(adoptedOn), adoptedById: actor.id },
      ...{ effectiveFrom: new Date(effectiveFrom) },
    },
  });
  if (count === 0) throw new AppError('points_book_adopted');
  await db.ruleBookPhoto.createMany({
    data: minutes.map(({ id: attachmentId }, position) => ({ districtId, bookId: book.id, attachmentId, position })),
  });
  await ctx.emit('points.bookAdopted', { bookId: book.id });
  return findBook(ctx, book.id);
}
