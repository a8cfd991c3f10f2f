import type { Prisma } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import { bigramsOf } from '#shared/domain/forum/search';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { type World, worldOf } from '../places/index';
import { presentSummary } from './present';
import { type Loaded, withOwn } from './queries';

type Page = Output<'forum.list'>;
type Near = Page['items'][number]['near'];

/**
 * 议事: topics whose words have passed, the latest move first within each ring — the own village, the rest of the own town, the rest of the
 * district — or those of one place. The cursor names the ring and the last row in it.
 */
export async function topicPage(ctx: Ctx, input: Parsed<'forum.list'>): Promise<Page> {
  const world = await worldOf(ctx.db);
  const rings = ringsOf(world, ctx.actor.homeVillageCode, input.placeCode);
  const [ring = '0', ...place] = input.cursor ? partsOf(input.cursor) : [];
  let after = place.length > 0 ? decodeCursor(encodeCursor(...place)) : undefined;
  const items: Page['items'] = [];
  for (let at = Number(ring); at < rings.length; at += 1, after = undefined) {
    const { near, where } = rings[at] ?? { near: 'district', where: {} };
    const rows = await rowsOf(ctx, input, where, after, input.limit + 1 - items.length);
    const room = input.limit - items.length;
    items.push(...rows.slice(0, room).map((row) => ({ ...presentSummary(ctx, world, row), near })));
    const last = rows[room - 1];
    if (rows.length > room)
      return {
        items,
        nextCursor: last ? encodeCursor(String(at), last.activeAt.toISOString(), last.id) : encodeCursor(String(at)),
      };
  }
  return { items, nextCursor: null };
}

function partsOf(cursor: string): string[] {
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (/^[0-2]$/.test(String(parts[0]))) return parts.map(String);
  } catch {
    // Falls through to the refusal below.
  }
  throw new AppError('invalid_input', { cursor: '翻页位置不对，请从头看起' });
}

interface Ring {
  readonly near: Near;
  readonly where: Prisma.TopicWhereInput;
}

/** The rings around a home; of one place only its own. */
function ringsOf(world: World, home: string | null, placeCode: string | undefined): readonly Ring[] {
  const townOf = (code: string) => world.divisions.get(code)?.parentCode ?? '';
  if (placeCode) {
    const kind = world.divisions.get(placeCode)?.kind;
    if (kind === 'DISTRICT') return [{ near: 'district', where: {} }];
    if (kind === 'TOWN') return [{ near: 'town', where: { townCode: placeCode } }];
    if (kind === 'VILLAGE') return [{ near: 'village', where: { villageCode: placeCode } }];
    throw new AppError('place_unknown');
  }
  if (!home) return [{ near: 'district', where: {} }];
  const townCode = townOf(home);
  return [
    { near: 'village', where: { villageCode: home } },
    { near: 'town', where: { townCode, OR: [{ villageCode: null }, { villageCode: { not: home } }] } },
    { near: 'district', where: { townCode: { not: townCode } } },
  ];
}

/** Rows of one ring after the last one seen. */
function rowsOf(
  { db, districtId, actor }: Ctx,
  { phase, search }: Parsed<'forum.list'>,
  ring: Prisma.TopicWhereInput,
  after: { at: Date; id: string } | undefined,
  take: number,
): Promise<Loaded[]> {
  const pieces = search ? bigramsOf(search) : [];
  return db.topic.findMany({
    where: {
      AND: [
        { districtId, phase, checkState: 'PASSED' },
        ring,
        pieces.length > 0 ? { grams: { hasEvery: pieces } } : search ? { title: { contains: search } } : {},
        after ? { OR: [{ activeAt: { lt: after.at } }, { activeAt: after.at, id: { lt: after.id } }] } : {},
      ],
    },
    orderBy: [{ activeAt: 'desc' }, { id: 'desc' }],
    take,
    include: withOwn(actor.id),
  });
}
