import type { DataRequest, Prisma } from '#prisma';
import type { Output, Parsed } from '#shared/contract';
import {
  type DataRequestSubject,
  dataRequestLabels,
  dataSubjectLabels,
  whyNotAnswer,
} from '#shared/domain/privacy/requests';
import { limitText, momentText } from '#shared/domain/text/dates';
import { maskedPhone } from '#shared/domain/text/phone';
import type { Ctx } from '../../kernel/context';
import { decodeCursor, encodeCursor } from '../../kernel/cursor';
import { peopleOf } from '../identity/index';
import { worldOf } from '../places/index';
import { held } from './catalogue';
import { waitingClosure } from './commands/close-account';
import { countsOf } from './copy';
import { mustAnswerRequests } from './policy';

type View = Output<'privacy.request'>;

/** What the desk holds about the caller, kind by kind. */
export async function overview(ctx: Ctx): Promise<Output<'privacy.overview'>> {
  const counts = await countsOf(ctx, ctx.actor.id);
  const closing = await waitingClosure(ctx);
  return {
    items: held.map(({ model, title, purpose, kept, afterLeaving }) => ({
      ...{ title, purpose, kept, afterLeaving, rows: counts.get(model) ?? 0 },
    })),
    closing: closing && { untilText: momentText(closing.eraseAt, ctx.now) },
  };
}

/** The caller's own requests, the latest first. */
export async function ownRequests(
  ctx: Ctx,
  { cursor, limit }: Parsed<'privacy.mine'>,
): Promise<Output<'privacy.mine'>> {
  const { db, districtId, actor } = ctx;
  const after = cursor ? decodeCursor(cursor) : undefined;
  const rows = await db.dataRequest.findMany({
    where: {
      ...{ districtId, personId: actor.id },
      ...(after && { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((request) => presentRequest(ctx, request)),
    nextCursor: last && rows.length > limit ? encodeCursor(last.createdAt.toISOString(), last.id) : null,
  };
}

/** What residents ask, open ones by when they are due, answered ones the latest due first. Copies are answered by the desk itself and not shown. */
export async function requestQueue(
  ctx: Ctx,
  { state, cursor, limit }: Parsed<'privacy.queue'>,
): Promise<Output<'privacy.queue'>> {
  mustAnswerRequests(ctx);
  const { db, districtId, actor } = ctx;
  const isOpen = state === 'open';
  const [way, past] = isOpen ? (['asc', 'gt'] as const) : (['desc', 'lt'] as const);
  const after = cursor ? decodeCursor(cursor) : undefined;
  const where: Prisma.DataRequestWhereInput = {
    ...{ districtId, kind: { not: 'COPY' }, state: isOpen ? 'OPEN' : { in: ['GRANTED', 'REFUSED'] } },
    ...(after && { OR: [{ dueAt: { [past]: after.at } }, { dueAt: after.at, id: { [past]: after.id } }] }),
  };
  const rows = await db.dataRequest.findMany({ where, orderBy: [{ dueAt: way }, { id: way }], take: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const people = await peopleOf(
    ctx,
    page.map(({ personId }) => personId),
  );
  const world = await worldOf(db);
  return {
    items: page.map((request) => {
      const person = people.get(request.personId);
      return {
        ...presentRequest(ctx, request),
        personName: person?.name ?? '',
        phoneMasked: person?.phone ? maskedPhone(person.phone) : null,
        homeLabel: person?.homeVillageCode ? world.placeLabel(person.homeVillageCode) : null,
        mayAnswer: whyNotAnswer(request, actor.id) === undefined,
      };
    }),
    nextCursor: last && rows.length > limit ? encodeCursor(last.dueAt.toISOString(), last.id) : null,
  };
}

/** A request as its person and those who answer it read it. Who answered is not named. */
export function presentRequest({ now }: Pick<Ctx, 'now'>, request: DataRequest): View {
  const { id, kind, about, text, wanted, state, createdAt, dueAt, answer, answeredAt } = request;
  return {
    ...{ id, kind, text, wanted, state, answer },
    kindLabel: dataRequestLabels[kind],
    aboutLabel: dataSubjectLabels[about as DataRequestSubject] ?? '',
    atText: momentText(createdAt, now),
    dueText: limitText(dueAt, now),
    late: state === 'OPEN' && dueAt < now,
    answeredText: answeredAt ? momentText(answeredAt, now) : null,
  };
}
