import { v7 as uuid } from 'uuid';
import { type Occasion, occasionOfTicket, ruleForOccasion } from '#shared/domain/claims/occasions';
import { dayOf } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import type { Events } from '../../kernel/events';
import type { StoredEvent, Subscriber } from '../../kernel/jobs';
import { lastAttendance } from '../deliberation/index';
import { notify } from '../notifications/index';
import { bookInForce } from '../points/index';
import { storyOf } from '../tickets/index';
import { membersOfHousehold } from './queries';

interface Fact {
  readonly occasion: Occasion;
  readonly personId: string;
  /** What it comes from, without the household: `ticket:<id>`. */
  readonly source: string;
  readonly text: string;
  readonly at: Date;
}

/** Meetings end with one of these. */
const meetingEnds = ['decide', 'held'];

/** Facts elsewhere propose points; nothing is applied for before a person says so. */
export const suggestionSubscribers: readonly Subscriber[] = [
  {
    name: 'claims.suggestions',
    on: ['ticket.moved', 'topic.moved'],
    run: async (ctx, event) => {
      for (const fact of event.name === 'ticket.moved' ? await ofTicket(ctx, event) : await ofMeeting(ctx, event))
        await suggest(ctx, fact);
    },
  },
];

/** A report that was solved and that the resident has confirmed. What is to be kept quiet suggests nothing. */
async function ofTicket(ctx: Ctx, event: StoredEvent): Promise<Fact[]> {
  const { ticketId, action } = event.payload as Events['ticket.moved'];
  if (action !== 'confirm') return [];
  const { ticket } = await storyOf(ctx, ticketId);
  if (!ticket.reporterId || ticket.anonymous || ticket.confidential || ticket.ratedSolved === false) return [];
  const occasion = occasionOfTicket(ticket.categoryCode);
  const text =
    occasion === 'MEDIATION' ? `「${ticket.title}」谈好了，已经办结` : `报的「${ticket.title}」属实，已经办结`;
  return [
    {
      occasion,
      personId: ticket.reporterId,
      source: `ticket:${ticketId}`,
      text: `${text}（${ticket.no}）`,
      at: event.at,
    },
  ];
}

async function ofMeeting(ctx: Ctx, event: StoredEvent): Promise<Fact[]> {
  const { topicId, action } = event.payload as Events['topic.moved'];
  if (!meetingEnds.includes(action)) return [];
  const meeting = await lastAttendance(ctx, topicId);
  return (meeting?.people ?? []).map((personId) => ({
    ...{ occasion: 'MEETING' as const, personId, source: `meeting:${meeting?.meetingId ?? ''}` },
    ...{ text: '参加了协商会，签到表里有', at: meeting?.startsAt ?? event.at },
  }));
}

/** Once a source and household; nothing of minors, where nobody belongs to a household, or its village has no such rule. */
async function suggest(ctx: Ctx, { occasion, personId, source, text, at }: Fact): Promise<void> {
  const { db, districtId, now } = ctx;
  const person = await db.person.findUnique({
    where: { districtId_id: { districtId, id: personId } },
    select: { household: true, adultOn: true },
  });
  if (!person?.household || (person.adultOn && person.adultOn > new Date(dayOf(now)))) return;
  const { id: householdId, villageCode } = person.household;
  const rule = ruleForOccasion(occasion, await rulesOf(ctx, villageCode));
  if (!rule) return;
  const id = uuid();
  const { count } = await db.pointsSuggestion.createMany({
    data: [
      {
        ...{ districtId, id, householdId, villageCode, ruleItemId: rule.id, source: `${source}:${householdId}` },
        ...{ text, happenedOn: new Date(dayOf(at)), at: now },
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return;
  await notify(
    ctx,
    (await membersOfHousehold(ctx, householdId)).map((member) => ({
      ...{ personId: member, kind: 'claim.suggested', page: 'packages/points/pages/family/index' },
      ...{ title: '您家有一件事可以申请加分', body: `${text}：「${rule.title}」` },
      dedupeKey: `suggestion:${id}:${member}`,
    })),
  );
}

async function rulesOf(ctx: Ctx, villageCode: string) {
  try {
    return (await bookInForce(ctx, villageCode)).items;
  } catch (error) {
    if (error instanceof AppError && error.code === 'points_rules_missing') return [];
    throw error;
  }
}
