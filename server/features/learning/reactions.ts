import { v7 as uuid } from 'uuid';
import { isExampleLength } from '#shared/domain/learning/examples';
import type { Ctx } from '../../kernel/context';
import type { Events } from '../../kernel/events';
import type { Subscriber } from '../../kernel/jobs';
import { peopleOf } from '../identity/index';
import { worldOf } from '../places/index';
import { anonymous } from './anonymous';

/** A ticket that goes to another unit may have been misread: its words are kept for people to judge, if the resident agreed. */
export const learningSubscribers: readonly Subscriber[] = [
  {
    name: 'learning.examples',
    on: ['ticket.moved'],
    run: async (ctx, event) => {
      const { ticketId, action } = event.payload as Events['ticket.moved'];
      if (action === 'transfer') await keepExample(ctx, ticketId);
    },
  },
];

/** Locks the consent, so that a person who takes it back at the same moment leaves nothing behind. */
async function hasAgreed({ db, districtId }: Ctx, personId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "LearningConsent" WHERE "districtId" = ${districtId} AND "personId" = ${personId}::uuid FOR SHARE`;
  return rows.length > 0;
}

async function keepExample(ctx: Ctx, ticketId: string): Promise<void> {
  const { db, districtId, now } = ctx;
  const ticket = await db.ticket.findFirst({
    where: { districtId, id: ticketId },
    select: {
      reporterId: true,
      title: true,
      description: true,
      categoryCode: true,
      unitCode: true,
      confidential: true,
    },
  });
  if (!ticket?.reporterId || ticket.confidential || !(await hasAgreed(ctx, ticket.reporterId))) return;
  const { reporterId: personId, categoryCode, unitCode } = ticket;
  const category = (await worldOf(db)).categories.get(categoryCode);
  if (!category || category.sensitive) return;
  const name = (await peopleOf(ctx, [personId])).get(personId)?.name ?? '';
  const text = anonymous(ticket.description.trim() || ticket.title, [name]);
  if (text === undefined || !isExampleLength(text)) return;
  const intent = categoryCode.startsWith('dispute_') ? 'dispute' : 'report';
  await db.example.createMany({
    data: [{ districtId, id: uuid(), personId, ticketId, text, intent, categoryCode, unitCode, createdAt: now }],
    skipDuplicates: true,
  });
}
