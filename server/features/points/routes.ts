import type { Handlers } from '../../kernel/route';
import { worldOf } from '../places/index';
import { adoptBook } from './commands/adopt-book';
import { draftBook } from './commands/draft-book';
import { presentBook } from './present';
import { bookVersions, myEntries, myPoints, myYear, rulesInForce } from './reads';
import { villageStatement } from './statement';
import { myYears } from './years';

export const pointsRoutes = {
  'points.mine': myPoints,
  'points.entries': myEntries,
  'points.year': myYear,
  'points.years': myYears,
  'points.rules': rulesInForce,
  'points.statement': villageStatement,
  'points.books': bookVersions,
  'points.draftBook': async (ctx, input) => presentBook(ctx, await worldOf(ctx.db), await draftBook(ctx, input)),
  'points.adoptBook': async (ctx, input) => presentBook(ctx, await worldOf(ctx.db), await adoptBook(ctx, input)),
} satisfies Handlers;
