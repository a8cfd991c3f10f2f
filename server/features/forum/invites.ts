import { randomInt } from 'node:crypto';
import type { Output, Parsed } from '#shared/contract';
import { limitText } from '#shared/domain/text/dates';
import { dayMs, later } from '#shared/domain/time/clock';
import { AppError } from '#shared/errors';
import type { Ctx } from '../../kernel/context';
import { qrAddress } from '../../kernel/qr-picture';
import { peopleOf } from '../identity/index';
import { worldOf } from '../places/index';
import { placeLabelOf } from './present';
import { loadTopic } from './queries';
import { outsideName } from './speaker';

/** Characters of a code that nobody mistakes for others. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** An invitation stands this long. Default, to be confirmed. */
const validDays = 7;

/** The code of a topic: the one that stands, or a new one in the place of one that is over. */
export async function codeFor({ db, districtId, now }: Ctx, topicId: string): Promise<Output<'forum.invite'>> {
  const standing = await db.topicInvite.findFirst({ where: { districtId, topicId, expiresAt: { gt: now } } });
  if (standing) return shown(standing.code, standing.expiresAt, now);
  const code = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
  const expiresAt = later(now, validDays * dayMs);
  await db.topicInvite.upsert({
    where: { districtId_topicId: { districtId, topicId } },
    create: { districtId, topicId, code, expiresAt },
    update: { code, expiresAt },
  });
  return shown(code, expiresAt, now);
}

const shown = (code: string, expiresAt: Date, now: Date) => ({
  code,
  qr: qrAddress(code),
  untilText: limitText(expiresAt, now),
});

/** The topic behind a code: not_found for one that never was, topic_invite_over for one that has run out. */
export async function topicOfCode({ db, districtId, now }: Ctx, code: string): Promise<string> {
  const invite = await db.topicInvite.findUnique({ where: { districtId_code: { districtId, code } } });
  if (!invite) throw new AppError('not_found');
  if (invite.expiresAt <= now) throw new AppError('topic_invite_over');
  return invite.topicId;
}

/** What somebody with a code reads before joining; topic_not_passed while its words have not passed the check. */
export async function invitedTo(ctx: Ctx, { code }: Parsed<'forum.invited'>): Promise<Output<'forum.invited'>> {
  const topic = await loadTopic(ctx, await topicOfCode(ctx, code));
  if (topic.checkState !== 'PASSED') throw new AppError('topic_not_passed');
  const world = await worldOf(ctx.db);
  const people = await peopleOf(ctx, [topic.authorId]);
  return {
    ...{ topicId: topic.id, title: topic.title, body: topic.body, placeLabel: placeLabelOf(world, topic) },
    authorLabel: outsideName(world, people.get(topic.authorId)),
  };
}
