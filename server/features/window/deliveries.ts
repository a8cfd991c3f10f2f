import type { WindowSession } from '#prisma';
import { windowTexts } from '#shared/domain/chat/window-text';
import type { Failure } from '../../gateways/wechat/outcome';
import { systemContext } from '../../kernel/jobs';
import type { Ground } from '../../kernel/route';
import { messagesSince } from '../chat/index';
import type { WindowParts } from './answering';
import { toldOf } from './told';

const batch = 20;
const leaseMs = 30_000;
const backOffMs = 10_000;

/**
 * Carries what the desk said, by itself or by a person who took the talk over, into WeChat's window while it is open. An unclear send is not repeated: the
 * words are in the mini-program too, and WeChat has no key against sending twice.
 */
export async function deliverWindow(parts: WindowParts): Promise<void> {
  for (const session of await claim(parts.ground)) await deliver(parts, session);
}

async function claim({ prisma, districtId, now }: Ground): Promise<WindowSession[]> {
  const at = now();
  return prisma.$queryRaw<WindowSession[]>`
    WITH due AS (
      SELECT s."personId" FROM "WindowSession" s JOIN "Conversation" c ON c."districtId" = s."districtId" AND c."personId" = s."personId"
      WHERE s."districtId" = ${districtId} AND s."openUntil" > ${at} AND s."repliesLeft" > 0 AND c."seq" > s."sentSeq"
        AND (s."leaseUntil" IS NULL OR s."leaseUntil" <= ${at})
      LIMIT ${batch} FOR UPDATE OF s SKIP LOCKED)
    UPDATE "WindowSession" w SET "leaseUntil" = ${new Date(at.getTime() + leaseMs)}
    FROM due WHERE w."districtId" = ${districtId} AND w."personId" = due."personId" RETURNING w.*`;
}

async function deliver({ ground, wechat, appId }: WindowParts, session: WindowSession): Promise<void> {
  const { prisma, districtId, now } = ground;
  const { personId, openid, repliesLeft, sentSeq, leaseUntil } = session;
  const mine = { districtId, personId, leaseUntil };
  const messages = await messagesSince(systemContext(ground, prisma, `window:${personId}`), personId, sentSeq);
  const told = messages.filter(({ speaker }) => speaker !== 'RESIDENT').map(toldOf);
  let sent = 0;
  for (const text of windowTexts(told, appId, repliesLeft)) {
    const outcome = await wechat
      .sendCustomText({ openid, text })
      .catch((): Failure => ({ ok: false, kind: 'unknown_outcome' }));
    if (!outcome.ok && (outcome.kind === 'unavailable' || outcome.kind === 'rate_limited') && sent === 0) {
      const later = new Date(now().getTime() + backOffMs);
      await prisma.windowSession.updateMany({ where: mine, data: { leaseUntil: later } });
      return;
    }
    // WeChat says that the window is shut: nothing more until the next message.
    sent = outcome.ok || outcome.kind === 'unknown_outcome' ? sent + 1 : repliesLeft;
  }
  await prisma.windowSession.updateMany({
    where: mine,
    data: {
      leaseUntil: null,
      sentSeq: messages.at(-1)?.seq ?? sentSeq,
      repliesLeft: { decrement: Math.min(sent, repliesLeft) },
    },
  });
}
