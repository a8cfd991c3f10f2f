import { forgetWorld, worldOf } from '#server/features/places/index';
import type { FileStore } from '#server/gateways/storage/file-store';
import type { Prismas } from '#server/kernel/db';
import { inventBatch } from './batches';
import { inventChecks } from './checks';
import { inventClaims } from './claims';
import { inventCodes } from './codes';
import { inventDataRequests } from './data-requests';
import { inventDeliberations } from './deliberations';
import { inventEstates } from './estates';
import { inventExamples } from './examples';
import { type Stage, tellDisputed, tellHistory, tellMerged } from './history';
import { inventFamilies } from './households';
import { insertRows } from './insert-rows';
import { inventBar } from './lawyers';
import { inventCrowd } from './people';
import { storePictures } from './pictures';
import { inventPoints } from './points';
import { createRandom } from './random';
import { importContext, patiently, seedReference } from './reference';
import { inventShop } from './shop';
import { tellShowcase } from './showcase';
import { inventNotices, inventTalks } from './talks';
import { taskPhotos } from './topic-tasks';
import { inventTopics } from './topics';
import { mergedFollowers, trim } from './trimmings';
import { inventVisits } from './visits';

export { seedReference };

/** How many tickets the history of the demonstration has, beside the showcase. */
const historySize = 1300;

/**
 * Fills the district with invented people and sixty days of history up to `now`: staff, households, tickets in every state with steps and
 * pictures, waiting talks, notices, advisors with their visits and bookings. Needs the reference world. All in one transaction; does nothing when there are people. Answers whether it did.
 */
export async function seedDemo(prisma: Prismas, store: FileStore, districtId: string, now: Date): Promise<boolean> {
  if (await prisma.person.findFirst({ where: { districtId }, select: { id: true } })) return false;
  const world = await worldOf(prisma);
  const random = createRandom(511_502);
  const crowd = inventCrowd(world, random, now);
  const nextNo = await numbersFrom(prisma);
  const stage: Stage = { world, crowd, random, now, nextNo };
  const showcase = tellShowcase(stage);
  const disputed = tellDisputed(stage, 6);
  const history = tellHistory(stage, historySize);
  const merged = tellMerged(stage, history.filter(({ row }) => row.contactedAt && !row.confidential).slice(0, 14));
  const tickets = [...showcase, ...disputed, ...history, ...merged];
  const pictures = await storePictures(store);
  const trimmings = trim(stage, tickets, pictures);
  const following = distinct([...trimmings.followers, ...mergedFollowers(merged)]);
  const followers = countBy(following.map(({ ticketId }) => ticketId));
  const { estates, buildings } = inventEstates(world, random);
  const { conversations, messages } = inventTalks(stage);
  const bar = inventBar(stage);
  const visits = inventVisits(stage, bar.advisors);
  const forum = inventTopics(stage);
  const moderated = inventChecks(stage, forum);
  const said = countBy(
    [...forum.comments, ...moderated.comments]
      .filter(({ checkState }) => checkState === 'PASSED')
      .map(({ topicId }) => topicId),
  );
  const talks = inventDeliberations(stage, forum);
  const points = inventPoints(stage);
  const families = inventFamilies(stage);
  const shop = inventShop(stage, points, pictures);
  const claims = inventClaims(stage, points, pictures);
  const batch = inventBatch(stage, points);

  await patiently(prisma, async (db) => {
    await insertRows(db, 'Household', crowd.households);
    await insertRows(db, 'Person', crowd.people);
    await insertRows(db, 'Person', forum.people);
    await insertRows(db, 'Person', families.people);
    await insertRows(db, 'HouseholdMove', families.moves);
    await insertRows(db, 'HouseholdConsent', families.consents);
    await insertRows(db, 'Post', crowd.posts);
    await insertRows(db, 'DutyShift', crowd.shifts);
    await insertRows(db, 'Estate', estates);
    await insertRows(db, 'BuildingGroup', buildings);
    await insertRows(db, 'QrCode', inventCodes(world, stage.now, crowd.cast.gridLead.id));
    await insertRows(
      db,
      'Ticket',
      [...tickets, ...talks.tickets].map(({ row }) => ({ ...row, followerCount: followers.get(row.id) ?? 0 })),
    );
    await insertRows(
      db,
      'TicketStep',
      [...tickets, ...talks.tickets].flatMap(({ steps }) => steps),
    );
    await insertRows(db, 'TicketFollower', following);
    await insertRows(db, 'TicketAssist', trimmings.assists);
    await insertRows(db, 'Attachment', [...trimmings.photos, ...taskPhotos(stage, talks, pictures)]);
    await insertRows(db, 'LawFirm', bar.firms);
    await insertRows(db, 'AdvisorTeam', bar.teams);
    await insertRows(db, 'TeamTown', bar.teamTowns);
    await insertRows(
      db,
      'Advisor',
      bar.advisors.map(({ row }) => row),
    );
    await insertRows(db, 'AdvisorVillage', bar.villages);
    await insertRows(
      db,
      'AdvisorAvailability',
      bar.advisors.flatMap(({ lines }) => lines),
    );
    await insertRows(db, 'Slot', visits.slots);
    await insertRows(db, 'Booking', visits.bookings);
    await insertRows(db, 'BookingStep', visits.steps);
    await insertRows(db, 'ServiceRecord', visits.records);
    await insertRows(db, 'AdvisorPresence', visits.presences);
    await insertRows(db, 'FollowUp', visits.followUps);
    await insertRows(db, 'CallTask', visits.calls);
    await insertRows(db, 'BookingComplaint', visits.complaints);
    await insertRows(db, 'AdvisorLecture', visits.lectures);
    await insertRows(db, 'RuleBook', points.books);
    await insertRows(db, 'RuleItem', points.items);
    await insertRows(
      db,
      'PointsAccount',
      [...points.accounts, ...shop.accounts].map((row) => ({ balance: 0, seq: 0, head: '', ...row })),
    );
    await insertRows(db, 'PointsEntry', inOrder([...points.entries, ...shop.entries]));
    await insertRows(db, 'PointsYear', points.years);
    await insertRows(db, 'Attachment', shop.photos);
    await insertRows(db, 'ShopOutlet', shop.outlets);
    await insertRows(db, 'ShopKeeper', shop.keepers);
    await insertRows(db, 'ShopGood', shop.goods);
    await insertRows(db, 'ShopSettlement', shop.settlements);
    await insertRows(db, 'Redemption', shop.redemptions);
    await insertRows(db, 'Attachment', claims.attachments);
    await insertRows(db, 'PointsWarning', claims.warnings);
    await insertRows(db, 'PointsClaim', claims.claims);
    await insertRows(db, 'PointsClaimPhoto', claims.photos);
    await insertRows(db, 'PointsClaimStep', claims.steps);
    await insertRows(db, 'PointsVote', claims.votes);
    await insertRows(db, 'PointsBatch', [batch.batch]);
    await insertRows(db, 'PointsBatchLine', batch.lines);
    await insertRows(db, 'PointsKin', claims.kin);
    await insertRows(db, 'PointsObjection', claims.objections);
    await insertRows(
      db,
      'Topic',
      forum.topics.map((row) => ({ ...row, commentCount: said.get(row.id ?? '') ?? 0 })),
    );
    await insertRows(db, 'TopicText', forum.texts);
    await insertRows(db, 'TopicAuthor', forum.authors);
    await insertRows(db, 'TopicStep', forum.steps);
    await insertRows(db, 'TopicSupport', forum.supports);
    await insertRows(db, 'TopicComment', forum.comments);
    await insertRows(db, 'TopicComment', moderated.comments);
    await insertRows(db, 'ContentCheck', moderated.checks);
    await insertRows(db, 'ContentReport', moderated.reports);
    await insertRows(db, 'OpinionStatement', talks.statements);
    await insertRows(db, 'OpinionBallot', talks.ballots);
    await insertRows(db, 'OpinionMap', talks.maps);
    await insertRows(db, 'TopicQuestion', talks.questions);
    await insertRows(db, 'TopicMeeting', talks.meetings);
    await insertRows(db, 'MeetingSeat', talks.seats);
    await insertRows(db, 'MeetingLine', talks.lines);
    await insertRows(db, 'DecisionPaper', talks.papers);
    await insertRows(db, 'PaperAnswer', talks.answers);
    await insertRows(db, 'TopicTask', talks.tasks);
    await insertRows(db, 'TaskHelper', talks.helpers);
    await insertRows(db, 'TopicJudgement', talks.judgements);
    await insertRows(db, 'DataRequest', inventDataRequests(stage));
    const learnt = inventExamples(stage);
    await insertRows(db, 'LearningConsent', learnt.consents);
    await insertRows(db, 'Example', learnt.examples);
    await db.conversation.createMany({ data: conversations });
    await db.message.createMany({ data: messages });
    await db.notification.createMany({ data: inventNotices(stage, showcase, disputed) });
    const { emit } = importContext(db, districtId, now);
    await emit('world.imported', { what: '演示数据', rows: tickets.length });
  });
  forgetWorld();
  return true;
}

/** Draws as many ticket numbers as the history needs from the district's sequence (blocks of 50) and deals them out. */
async function numbersFrom(prisma: Prismas): Promise<() => string> {
  const blocks = Math.ceil((historySize + 100) / 50);
  const rows = await prisma.$queryRaw<
    { start: bigint }[]
  >`SELECT nextval('ticket_no_seq') AS start FROM generate_series(1, ${blocks}::int)`;
  const numbers = rows.flatMap(({ start }) => Array.from({ length: 50 }, (_, index) => String(Number(start) + index)));
  let dealt = 0;
  return () => {
    const number = numbers[dealt];
    if (number === undefined) throw new RangeError('no ticket number left');
    dealt += 1;
    return number;
  };
}

/** Entries by time: the database numbers them as they come. */
const inOrder = <T extends { at: Date | string }>(entries: readonly T[]): T[] =>
  [...entries].sort((one, other) => new Date(one.at).getTime() - new Date(other.at).getTime());

/** Somebody follows a case once. */
const distinct = <T extends { ticketId: string; personId: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [`${row.ticketId} ${row.personId}`, row])).values(),
];

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
