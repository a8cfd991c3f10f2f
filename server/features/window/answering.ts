import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { WindowTurn } from '#prisma';
import { contract, type Parsed } from '#shared/contract';
import { numbered } from '#shared/domain/chat/window-text';
import { AppError } from '#shared/errors';
import { takePhoto } from '../../gateways/images';
import type { FileStore } from '../../gateways/storage/file-store';
import type { Wechat } from '../../gateways/wechat/client';
import type { Actor, Ctx } from '../../kernel/context';
import { emitter } from '../../kernel/events';
import { eraseLater, keepFiles } from '../../kernel/files-to-erase';
import { systemContext } from '../../kernel/jobs';
import { describeError } from '../../kernel/log';
import { type Ground, inTransaction } from '../../kernel/route';
import { messagesSince, sendMessage } from '../chat/index';
import { personOfOpenid } from '../identity/index';
import { pushedMessage } from '../inbox/index';
import { recordPhoto } from '../photos/index';
import { offeredBy } from './told';

/** What the answering stands on. */
export interface WindowParts {
  ground: Ground;
  wechat: Pick<Wechat, 'sendCustomText' | 'fetchPicture'>;
  store: FileStore;
  appId: string;
}

const batch = 10;
const mostTries = 5;
const leaseMs = 60_000;
/** After a message WeChat lets the desk answer five times within 48 hours; after entering, twice within a minute. Source: custom/send. */
const windows = { message: { ms: 48 * 3_600_000, replies: 5 }, entering: { ms: 60_000, replies: 2 } } as const;
const welcome = '您好，我是小翠。有事直接说，路灯坏了、想约律师、想问政策都可以。';

const Said = z.looseObject({
  MsgType: z.string(),
  Content: z.coerce.string().optional(),
  PicUrl: z.string().optional(),
  Title: z.string().optional(),
});

/** Answers what came through the window: one turn of the ordinary talk for each message, each sender's in order, each once however often it is tried. */
export async function answerWindow(parts: WindowParts): Promise<void> {
  for (;;) {
    const turns = await claim(parts.ground);
    await Promise.all(turns.map((turn) => answer(parts, turn)));
    if (turns.length === 0) return;
  }
}

async function claim({ prisma, districtId, now }: Ground): Promise<WindowTurn[]> {
  const at = now();
  return prisma.$queryRaw<WindowTurn[]>`
    WITH due AS (
      SELECT t."messageId" FROM "WindowTurn" t WHERE t."districtId" = ${districtId} AND t."nextAt" <= ${at} AND NOT EXISTS (
        SELECT 1 FROM "WindowTurn" e WHERE e."districtId" = t."districtId" AND e."openid" = t."openid" AND e."nextAt" IS NOT NULL
          AND (e."at", e."messageId") < (t."at", t."messageId"))
      ORDER BY t."at", t."messageId" LIMIT ${batch} FOR UPDATE OF t SKIP LOCKED)
    UPDATE "WindowTurn" w SET "nextAt" = ${new Date(at.getTime() + leaseMs)}, "tries" = w."tries" + 1
    FROM due WHERE w."districtId" = ${districtId} AND w."messageId" = due."messageId" RETURNING w.*`;
}

async function answer(parts: WindowParts, turn: WindowTurn): Promise<void> {
  const { prisma, districtId, now, log } = parts.ground;
  const settle = (nextAt: Date | null) =>
    prisma.windowTurn.updateMany({ where: { districtId, messageId: turn.messageId }, data: { nextAt } });
  try {
    await take(parts, turn);
    await settle(null);
  } catch (error) {
    log.warn({ messageId: turn.messageId, err: describeError(error) }, 'window turn failed');
    const givesUp = turn.tries >= mostTries || (error instanceof AppError && error.status < 500);
    await settle(givesUp ? null : new Date(now().getTime() + 2000 * 2 ** turn.tries));
  }
}

async function take(parts: WindowParts, { messageId, openid }: WindowTurn): Promise<void> {
  const { ground } = parts;
  const { prisma, districtId, now } = ground;
  const message = await pushedMessage({ db: prisma, districtId }, messageId);
  const { id, name, homeVillageCode } = await personOfOpenid({ db: prisma, districtId, now: now() }, openid);
  const ctx = contextFor(ground, { id, name, homeVillageCode, sessionId: '', posts: [] }, `window-${messageId}`);
  const isEntering = message.kind.startsWith('event:');
  await openSession(ctx, openid, isEntering ? windows.entering : windows.message);
  if (isEntering) {
    await parts.wechat.sendCustomText({ openid, text: welcome });
    return;
  }
  const said = await inputOf(parts, ctx, Said.parse(message.body));
  if (said) await sendMessage(ctx, said);
}

/** The person in a context of his or her own; the key makes a turn that is tried again the same turn. */
function contextFor(ground: Ground, actor: Actor, key: string): Ctx {
  const { prisma: db, districtId } = ground;
  const system = systemContext(ground, db, key);
  return {
    ...{ ...system, actor, idempotencyKey: key },
    emit: emitter(db, { districtId, actorId: actor.id, requestId: key, now: system.now }),
  };
}

/** Opens or prolongs the window. What was said before it opened stays in the mini-program. */
async function openSession(ctx: Ctx, openid: string, { ms, replies }: { ms: number; replies: number }): Promise<void> {
  const { db, districtId, actor, now } = ctx;
  const until = new Date(now.getTime() + ms);
  await db.$executeRaw`
    INSERT INTO "WindowSession" AS s ("districtId", "personId", "openid", "openUntil", "repliesLeft", "sentSeq")
    VALUES (${districtId}, ${actor.id}::uuid, ${openid}, ${until}, ${replies},
      COALESCE((SELECT c."seq" FROM "Conversation" c WHERE c."districtId" = ${districtId} AND c."personId" = ${actor.id}::uuid), 0))
    ON CONFLICT ("districtId", "personId") DO UPDATE SET "openid" = EXCLUDED."openid",
      "sentSeq" = CASE WHEN s."openUntil" > ${now} THEN s."sentSeq" ELSE EXCLUDED."sentSeq" END,
      "openUntil" = GREATEST(s."openUntil", EXCLUDED."openUntil"),
      "repliesLeft" = CASE WHEN s."openUntil" > ${now} THEN GREATEST(s."repliesLeft", EXCLUDED."repliesLeft") ELSE EXCLUDED."repliesLeft" END`;
}

/** What was written as a turn of the talk: a number picks the choice it stands for, a picture becomes a photo. Undefined when there is nothing in it. */
async function inputOf(
  parts: WindowParts,
  ctx: Ctx,
  { MsgType, Content = '', PicUrl, Title = '' }: z.output<typeof Said>,
): Promise<Parsed<'chat.send'> | undefined> {
  if (MsgType === 'image' && PicUrl) return { attachmentIds: [await photoFrom(parts, ctx, PicUrl)] };
  const words = (MsgType === 'text' ? Content : Title).trim();
  const number = /^[1-9]\d?$/.test(words) ? Number(words) : undefined;
  const choice = number === undefined ? undefined : await choiceOf(ctx, number);
  return contract['chat.send'].input.safeParse({ text: (choice ?? words).slice(0, 2000) }).data;
}

/** The words of the choice with this number under the last message that has any. */
async function choiceOf(ctx: Ctx, number: number): Promise<string | undefined> {
  const messages = await messagesSince(ctx, ctx.actor.id, 0);
  const last = messages.findLast(({ speaker }) => speaker !== 'RESIDENT');
  return numbered(offeredBy(last?.card ?? null))[number - 1]?.label;
}

async function photoFrom({ ground, wechat, store }: WindowParts, ctx: Ctx, url: string): Promise<string> {
  const fetched = await wechat.fetchPicture(url);
  if (!fetched.ok) throw new AppError(fetched.kind === 'invalid_data' ? 'photo_unreadable' : 'wechat_unavailable');
  const photo = await takePhoto(fetched.image);
  if (!photo.ok) throw new AppError('photo_unreadable');
  const id = uuid();
  const [key, thumbKey] = [`photos/${id}.jpg`, `photos/${id}-thumb.jpg`];
  await eraseLater(ctx, [key, thumbKey]);
  for (const [name, body] of [
    [key, photo.main],
    [thumbKey, photo.thumb],
  ] as const) {
    const stored = await store.put(name, body, { contentType: 'image/jpeg' });
    if (!stored.ok) throw new AppError('storage_full');
  }
  const { width, height, sha256 } = photo;
  await inTransaction(ground.prisma, async (db) => {
    await keepFiles({ ...ctx, db }, [key, thumbKey]);
    const bytes = photo.main.length;
    await recordPhoto({ ...ctx, db }, { id, role: 'BEFORE', key, thumbKey, width, height, bytes, sha256 });
  });
  return id;
}
