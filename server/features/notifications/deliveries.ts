import { Prisma } from '#prisma';
import type { Wechat } from '../../gateways/wechat/client';
import type { Failure, Outcome } from '../../gateways/wechat/outcome';
import type { Ground } from '../../kernel/route';
import { type Content, isTemplateKey, messageOf, type Templates } from './templates';

/** What deliveries stand on. */
export interface DeliveryParts {
  ground: Ground;
  wechat: Pick<Wechat, 'sendSubscribeMessage'>;
  templates: Templates;
}

const batch = 20;
const mostTries = 6;
/** Longer than a call to WeChat can take, so a running send never loses its lease. */
const leaseMs = 30_000;
/** WeChat has no key against sending twice: an unclear outcome is sent again once, not before this (platform 1.4). */
const resendMs = 60_000;
const backOffMs = 5000;
const limitedBackOffMs = 60_000;
const unclear = 'unknown_outcome';

interface Claimed {
  id: string;
  districtId: string;
  template: string;
  tries: number;
  /** `unknown_outcome` when this is the one repetition of an unclear send. */
  reason: string | null;
  leaseUntil: Date;
  title: string;
  body: string;
  page: string;
  createdAt: Date;
  personId: string;
  openid: string | null;
  remaining: number | null;
  ticketNo: string | null;
  ticketTitle: string | null;
  ticketStatus: NonNullable<Content['ticket']>['status'] | null;
  handleBy: Date | null;
}

interface Verdict {
  state: 'PENDING' | 'SENT' | 'SKIPPED' | 'UNKNOWN' | 'DEAD';
  reason: string | null;
  errcode?: number | undefined;
  /** WeChat's number of the message that went, where it gave one. */
  msgId?: string | undefined;
  /** For PENDING and UNKNOWN: not before this. */
  notBefore?: Date;
  quota?: 'less' | 'none';
}

/**
 * Sends what is due: leases rows, calls WeChat outside any transaction, writes down what came of it. At least once outside, with the in-app notice
 * already there; a worker that dies in the middle leaves an unclear outcome. Safe to run on several instances.
 */
export async function deliverDue({ ground, wechat, templates }: DeliveryParts): Promise<void> {
  await expireLeases(ground);
  for (;;) {
    const claimed = await claim(ground);
    await Promise.all(
      claimed.map(async (delivery) => settle(ground, delivery, await attempt({ ground, wechat, templates }, delivery))),
    );
    if (claimed.length < batch) return;
  }
}

/** A lease that ran out means that a worker died while sending: nobody knows whether the message went. */
async function expireLeases({ prisma, districtId, now }: Ground): Promise<void> {
  const at = now();
  await prisma.$executeRaw`
    UPDATE "Delivery" SET "state" = 'UNKNOWN', "updatedAt" = ${at}, "reason" = ${unclear},
      "leaseUntil" = CASE WHEN "reason" = ${unclear} THEN NULL ELSE ${new Date(at.getTime() + resendMs)}::timestamptz END
    WHERE "districtId" = ${districtId} AND "state" = 'SENDING' AND "leaseUntil" < ${at}`;
}

async function claim({ prisma, districtId, now }: Ground): Promise<Claimed[]> {
  const at = now();
  return prisma.$queryRaw<Claimed[]>(Prisma.sql`
    WITH due AS (
      SELECT "id" FROM "Delivery"
      WHERE "districtId" = ${districtId} AND ("state" = 'PENDING' AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${at})
        OR "state" = 'UNKNOWN' AND "leaseUntil" <= ${at})
      ORDER BY "updatedAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED),
    claimed AS (
      UPDATE "Delivery" d SET "state" = 'SENDING', "tries" = d."tries" + 1, "updatedAt" = ${at},
        "leaseUntil" = ${new Date(at.getTime() + leaseMs)}
      FROM due WHERE d."districtId" = ${districtId} AND d."id" = due."id" RETURNING d.*)
    SELECT c."id", c."districtId", c."template", c."tries", c."reason", c."leaseUntil",
      n."title", n."body", n."page", n."createdAt", n."personId", p."openid", q."remaining",
      t."no" AS "ticketNo", t."title" AS "ticketTitle", t."status" AS "ticketStatus", t."handleBy"
    FROM claimed c
    JOIN "Notification" n ON n."districtId" = c."districtId" AND n."id" = c."notificationId"
    LEFT JOIN "Person" p ON p."districtId" = n."districtId" AND p."id" = n."personId"
    LEFT JOIN "SubscribeQuota" q ON q."districtId" = n."districtId" AND q."personId" = n."personId" AND q."template" = c."template"
    LEFT JOIN "Ticket" t ON t."districtId" = n."districtId" AND t."id" = n."ticketId"`);
}

/** One try, without touching the database. */
async function attempt({ ground, wechat, templates }: DeliveryParts, delivery: Claimed): Promise<Verdict> {
  const templateId = templates.get(delivery.template);
  if (!delivery.openid) return { state: 'SKIPPED', reason: 'no_openid' };
  if (!templateId || !isTemplateKey(delivery.template)) return { state: 'SKIPPED', reason: 'no_template' };
  if (!delivery.remaining) return { state: 'SKIPPED', reason: 'no_quota' };
  const message = messageOf(delivery.template, contentOf(delivery));
  if (!message.ok) return { state: 'DEAD', reason: `bad_field ${message.field}` };
  const outcome = await wechat
    .sendSubscribeMessage({ openid: delivery.openid, templateId, page: delivery.page, data: message.data })
    .catch((): Failure => ({ ok: false, kind: 'unavailable' }));
  return verdictOf(outcome, delivery, ground.now());
}

function contentOf(delivery: Claimed): Content {
  const { ticketNo: no, ticketTitle: title, ticketStatus: status, handleBy } = delivery;
  return { notification: delivery, ticket: no && title && status && handleBy ? { no, title, status, handleBy } : null };
}

function verdictOf(outcome: Outcome<{ msgId?: string }>, { tries, reason }: Claimed, now: Date): Verdict {
  if (outcome.ok) return { state: 'SENT', reason: null, msgId: outcome.msgId, quota: 'less' };
  const { kind, errcode } = outcome;
  const after = (ms: number) => new Date(now.getTime() + ms);
  switch (kind) {
    case 'unavailable':
    case 'rate_limited': {
      if (tries >= mostTries) return { state: 'DEAD', reason: kind, errcode };
      const step = kind === 'rate_limited' ? limitedBackOffMs : backOffMs;
      return { state: 'PENDING', reason, errcode, notBefore: after(step * 2 ** (tries - 1)) };
    }
    case 'unknown_outcome':
      return reason === unclear
        ? { state: 'UNKNOWN', reason: unclear, errcode }
        : { state: 'UNKNOWN', reason: unclear, errcode, notBefore: after(resendMs) };
    case 'refused':
      return { state: 'SKIPPED', reason: kind, errcode, quota: 'none' };
    default:
      return { state: 'DEAD', reason: kind, errcode };
  }
}

/** Writes the verdict if the lease is still ours, and the wallet with it. */
async function settle({ prisma, now }: Ground, delivery: Claimed, verdict: Verdict): Promise<void> {
  const { districtId, id, personId, template, leaseUntil } = delivery;
  const at = now();
  const wallet = { districtId, personId, template };
  const mine = prisma.delivery.updateMany({
    where: { districtId, id, state: 'SENDING', leaseUntil },
    data: {
      state: verdict.state,
      reason: verdict.reason,
      errcode: verdict.errcode ?? null,
      ...(verdict.msgId && { msgId: verdict.msgId }),
      leaseUntil: verdict.notBefore ?? null,
      updatedAt: at,
    },
  });
  if (!verdict.quota) {
    await mine;
    return;
  }
  const spent = verdict.quota === 'none' ? { remaining: 0 } : { remaining: { decrement: 1 } };
  await prisma.$transaction([
    mine,
    prisma.subscribeQuota.updateMany({ where: { ...wallet, remaining: { gt: 0 } }, data: { ...spent, updatedAt: at } }),
  ]);
}
