import type { Topic, TopicPhoto } from '#prisma';
import type { Output } from '#shared/contract';
import { whyNotTopic } from '#shared/domain/forum/guards';
import { topicActions, topicStageOf, topicStatusLabel } from '#shared/domain/forum/lifecycle';
import { limitText, momentText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import { peopleOf } from '../identity/index';
import { type World, worldOf } from '../places/index';
import { keptOutOf } from './advice';
import { homeOf } from './home';
import { factsOf } from './move';
import { may, mayEnterFor, oversees, visibleTo } from './policy';
import { presentClock, presentSummary } from './present';
import { type Loaded, loadTopic, subjectOf } from './queries';
import { outsideName } from './speaker';

type Detail = Output<'forum.get'>;

/** A topic with its whole story, as this actor may see it. Reads it again, so that a command's reply shows what was written. */
export async function detailOf(ctx: Ctx, id: string): Promise<Detail> {
  return presentDetail(ctx, await loadTopic(ctx, id));
}

/** The same for a topic that is already loaded. */
export async function presentDetail(ctx: Ctx, topic: Loaded): Promise<Detail> {
  const { db, districtId, actor, now } = ctx;
  const world = await worldOf(db);
  const isInside = oversees(actor, topic);
  const isAuthor = topic.authors.length > 0;
  const counts = homeOf(world, actor.homeVillageCode, topic);
  const related = await relatedOf(ctx, topic);
  const steps = await db.topicStep.findMany({
    where: { districtId, topicId: topic.id, ...(isInside ? {} : { internal: false }) },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return {
    ...presentSummary(ctx, world, topic),
    ...{ body: topic.body, place: topic.place, villageCode: topic.villageCode, townCode: topic.townCode },
    ...(await authorsOf(ctx, world, topic)),
    raisedText: momentText(topic.raisedAt, now),
    textNo: topic.textNo,
    waiting: isAuthor || isInside ? await waitingOf(ctx, topic) : null,
    photos: await photosOf(ctx, topic, isAuthor || isInside),
    owner: await ownerOf(ctx, world, topic),
    clock: presentClock(world, topic, now),
    steps: steps.map((step) => ({
      ...{ id: step.id, action: step.action, stage: topicStageOf(step.status), text: step.text, note: step.note },
      ...{ actorName: step.actorName, actorRole: step.actorRole, at: step.at.toISOString() },
      ...{ atText: momentText(step.at, now), dueText: step.dueAt ? limitText(step.dueAt, now) : null },
      internal: step.internal,
    })),
    counts,
    countsText: countsText(world, topic, counts),
    ...related,
    keptOut: isInside ? keptOutOf(topic) : null,
    abilities: abilitiesOf(ctx, world, topic),
  };
}

/** What this actor can do right now: allowed by right and possible at this stage. */
function abilitiesOf(ctx: Ctx, world: World, topic: Loaded): Detail['abilities'] {
  const subject = subjectOf(topic);
  const facts = factsOf(ctx, world, topic);
  const has = topic.supports.length > 0;
  const able = topicActions.filter(
    (action) => may(ctx.actor, action, subject) && !whyNotTopic(action, facts) && !(action === 'support' && has),
  );
  const enters =
    oversees(ctx.actor, topic) || (topic.villageCode !== null && mayEnterFor(ctx.actor, topic.villageCode, topic));
  const takesBack = has && !subject.authored && topic.phase !== 'ENDED';
  const isOpen = !whyNotTopic('support', { ...facts, counts: 'yes' });
  return [
    ...able,
    ...(takesBack ? (['unsupport'] as const) : []),
    ...(isOpen && enters ? (['supportFor'] as const) : []),
  ];
}

async function authorsOf(ctx: Ctx, world: World, topic: Topic) {
  const { db, districtId, actor } = ctx;
  const authors = await db.topicAuthor.findMany({
    where: { districtId, topicId: topic.id },
    orderBy: [{ joinedAt: 'asc' }, { personId: 'asc' }],
    select: { personId: true },
  });
  const people = await peopleOf(ctx, [topic.authorId, ...authors.map(({ personId }) => personId)]);
  const inside = oversees(actor, topic);
  const nameOf = (id: string) => {
    const person = people.get(id);
    if (id === actor.id) return '您';
    return inside && person ? `${person.name}（${outsideName(world, person)}）` : outsideName(world, person);
  };
  return {
    authorLabel: nameOf(topic.authorId),
    coAuthors: authors.filter(({ personId }) => personId !== topic.authorId).map(({ personId }) => nameOf(personId)),
  };
}

/** The newest version, while it is not the one that is shown or has not passed. */
async function waitingOf({ db, districtId }: Ctx, topic: Topic): Promise<Detail['waiting']> {
  const newest = await db.topicText.findFirst({
    where: { districtId, topicId: topic.id },
    orderBy: { no: 'desc' },
    select: { no: true, title: true, body: true, checkState: true },
  });
  return newest && newest.checkState !== 'PASSED' ? newest : null;
}

async function photosOf(ctx: Ctx, topic: Topic, all: boolean): Promise<Detail['photos']> {
  const { db, districtId, link } = ctx;
  const kept: TopicPhoto[] = await db.topicPhoto.findMany({
    where: { districtId, topicId: topic.id, ...(all ? {} : { checkState: 'PASSED' }) },
    orderBy: { position: 'asc' },
  });
  if (kept.length === 0) return [];
  const pictures = await db.attachment.findMany({
    where: { districtId, id: { in: kept.map(({ attachmentId }) => attachmentId) } },
  });
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  return kept.flatMap(({ attachmentId, checkState }) => {
    const picture = byId.get(attachmentId);
    if (!picture) return [];
    const { id, key, thumbKey, width, height } = picture;
    return [{ id, url: link(key), thumbUrl: link(thumbKey), width, height, checkState }];
  });
}

/** Who has the stage in hand. */
async function ownerOf(ctx: Ctx, world: World, topic: Topic): Promise<Detail['owner']> {
  if (topic.status === 'RAISED' || topic.status === 'SENT_BACK') return { name: '提议人', role: '征集附议、修改内容' };
  const unit = world.unitName(topic.ownerUnit);
  if (!topic.ownerId) return { name: unit, role: topic.villageCode ? '村（社区）' : '镇街' };
  const people = await peopleOf(ctx, [topic.ownerId]);
  return { name: people.get(topic.ownerId)?.name ?? unit, role: unit };
}

function countsText(world: World, topic: Topic, counts: Detail['counts']): string | null {
  const place = world.placeName(topic.villageCode ?? topic.townCode);
  if (counts === 'yes') return null;
  if (counts === 'elsewhere') return `附议按居住地计算，由${place}的居民附议。您可以看，也可以留言。`;
  return '附议按居住地计算。请先在“我的”里填上您住在哪个村（社区）。';
}

async function relatedOf(
  { db, districtId, actor }: Ctx,
  topic: Topic,
): Promise<Pick<Detail, 'mergedInto' | 'splitFrom' | 'parts'>> {
  const ids = [topic.mergedIntoId, topic.splitFromId].filter((id) => id !== null);
  const rows =
    ids.length > 0 || topic.status === 'SPLIT'
      ? await db.topic.findMany({
          where: { AND: [{ districtId, OR: [{ id: { in: ids } }, { splitFromId: topic.id }] }, visibleTo(actor)] },
          orderBy: { id: 'asc' },
          select: { id: true, title: true, status: true, splitFromId: true },
        })
      : [];
  const named = (id: string | null) => {
    const row = rows.find((one) => one.id === id);
    return row ? { id: row.id, title: row.title } : null;
  };
  return {
    mergedInto: named(topic.mergedIntoId),
    splitFrom: named(topic.splitFromId),
    parts: rows
      .filter(({ splitFromId }) => splitFromId === topic.id)
      .map(({ id, title, status }) => ({ id, title, statusText: topicStatusLabel(status) })),
  };
}
