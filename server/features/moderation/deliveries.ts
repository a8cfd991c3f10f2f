import type { ContentCheck } from '#prisma';
import { mediaAnswerMinutes } from '#shared/domain/moderation/deadlines';
import { type Asked, type Verdict, verdictOn } from '#shared/domain/moderation/verdict';
import type { Wechat } from '../../gateways/wechat/client';
import type { Failure } from '../../gateways/wechat/outcome';
import type { Ctx } from '../../kernel/context';
import { systemContext } from '../../kernel/jobs';
import { type Ground, inTransaction } from '../../kernel/route';
import { peopleOf } from '../identity/index';
import { photoOf } from '../photos/index';
import { type Found, settleCheck } from './settle';
import { kindOf, type Subject, wordsOf } from './subjects';
import { readLocally } from './words';

/** What the asking stands on; `publicUrl` is where WeChat can fetch pictures from. */
export interface CheckParts {
  ground: Ground;
  wechat: Pick<Wechat, 'checkText' | 'checkMedia'>;
  publicUrl: string | undefined;
}

const batch = 20;
/** Longer than a text of many parts can take. */
const leaseMs = 60_000;
/** A piece WeChat could not be asked about is asked about again while it waits for a person. */
const retryMinutes = [1, 5, 30] as const;
/** WeChat's answer for somebody who has not opened the mini-program for two hours. */
const staleErrcode = 61010;

interface Finding {
  verdict: Verdict;
  found: Found;
}

/**
 * Asks WeChat about what waits: leases rows, calls outside any transaction, writes the verdict. Asking twice does no harm, so a worker that dies in the
 * middle only leaves a lease that runs out. Safe to run on several instances.
 */
export async function checkDue(parts: CheckParts): Promise<void> {
  for (;;) {
    const claimed = await claim(parts.ground);
    await Promise.all(claimed.map((check) => checkOne(parts, check)));
    if (claimed.length < batch) return;
  }
}

async function claim({ prisma, districtId, now }: Ground): Promise<ContentCheck[]> {
  const at = now();
  return prisma.$queryRaw<ContentCheck[]>`
    WITH due AS (
      SELECT "id" FROM "ContentCheck" WHERE "districtId" = ${districtId} AND "nextAt" <= ${at} AND "stage" IN ('WAITING', 'HELD')
      ORDER BY "nextAt" LIMIT ${batch} FOR UPDATE SKIP LOCKED)
    UPDATE "ContentCheck" c SET "nextAt" = ${new Date(at.getTime() + leaseMs)}, "tries" = c."tries" + 1
    FROM due WHERE c."districtId" = ${districtId} AND c."id" = due."id" RETURNING c.*`;
}

async function checkOne(parts: CheckParts, check: ContentCheck): Promise<void> {
  const { ground } = parts;
  const requestId = `check:${check.id}`;
  const subject = await kindOf(check.kind)
    .load(systemContext(ground, ground.prisma, requestId), check.subjectId)
    .catch(() => undefined);
  const finding = subject ? await judge(parts, check, subject) : undefined;
  await inTransaction(ground.prisma, async (db) => {
    const ctx = systemContext(ground, db, requestId);
    if (!finding) await drop(ctx, check);
    else if ('asked' in finding) await noteAsked(ctx, check, finding.asked);
    else await settleCheck(ctx, check, finding.verdict, finding.found);
  });
}

/** What was taken away by its author needs no verdict. */
const drop = ({ db, districtId, now }: Ctx, { id, version }: ContentCheck) =>
  db.contentCheck.updateMany({
    where: { districtId, id, version },
    data: { stage: 'REFUSED', because: 'GONE', nextAt: null, dueAt: null, alarmAt: null, decidedAt: now },
  });

async function judge(parts: CheckParts, check: ContentCheck, subject: Subject): Promise<Finding | { asked: string }> {
  const local = readLocally(wordsOf(subject), kindOf(check.kind).official);
  if (local.refuse) return { verdict: verdictOn(local, undefined), found: {} };
  const people = await peopleOf({ db: parts.ground.prisma, districtId: check.districtId }, [check.authorId]);
  const openid = people.get(check.authorId)?.openid;
  const asked = openid ? await ask(parts, check, subject, openid) : ({ kind: 'failed', because: 'NO_OPENID' } as const);
  if (asked.kind === 'waiting') return { asked: asked.traceId };
  const verdict = verdictOn(local, asked);
  const minutes = verdict.again ? retryMinutes[check.tries - 1] : undefined;
  const nextAt = minutes ? new Date(parts.ground.now().getTime() + minutes * 60_000) : null;
  return { verdict, found: { nextAt, ...(asked.kind === 'judged' && { label: asked.label }) } };
}

async function ask(
  { ground, wechat, publicUrl }: CheckParts,
  { kind }: ContentCheck,
  subject: Subject,
  openid: string,
): Promise<Asked | { kind: 'waiting'; traceId: string }> {
  const { scene } = kindOf(kind);
  const lost = (): Failure => ({ ok: false, kind: 'unavailable' });
  if (subject.attachmentId) {
    const photo = await photoOf({ db: ground.prisma, districtId: ground.districtId }, subject.attachmentId);
    if (!photo || !publicUrl) return { kind: 'failed', because: 'UNREACHABLE' };
    const url = new URL(ground.link(photo.key, ground.now()), publicUrl).href;
    const outcome = await wechat.checkMedia({ openid, url, type: 'image', scene }).catch(lost);
    return outcome.ok ? { kind: 'waiting', traceId: outcome.traceId } : failed(outcome);
  }
  const outcome = await wechat.checkText({ openid, content: wordsOf(subject), scene }).catch(lost);
  return outcome.ok ? { kind: 'judged', suggest: outcome.suggest, label: outcome.label } : failed(outcome);
}

function failed({ kind, errcode }: Failure): Asked {
  if (errcode === staleErrcode) return { kind: 'failed', because: 'STALE' };
  return { kind: 'failed', because: kind === 'rate_limited' ? 'LIMITED' : 'UNREACHABLE' };
}

/** The verdict on a picture comes as a push; the machine waits for it so long. One that a person has in the queue stays there meanwhile. */
const noteAsked = ({ db, districtId, now }: Ctx, { id, version, stage }: ContentCheck, traceId: string) =>
  db.contentCheck.updateMany({
    where: { districtId, id, version, stage },
    data: {
      ...{ traceId, version: { increment: 1 } },
      ...(stage === 'HELD'
        ? { nextAt: null }
        : { stage: 'ASKED', nextAt: new Date(now.getTime() + mediaAnswerMinutes * 60_000) }),
    },
  });
