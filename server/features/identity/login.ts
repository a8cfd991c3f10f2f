import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Wechat } from '#server/gateways/wechat/client';
import type { FailureKind } from '#server/gateways/wechat/outcome';
import { createSession } from '#server/kernel/auth';
import type { Ctx } from '#server/kernel/context';
import type { Db, Prismas } from '#server/kernel/db';
import { eventRow } from '#server/kernel/events';
import { inTransaction } from '#server/kernel/route';
import { AppError, type ErrorCode } from '#shared/errors';
import { isPhone } from './phone';

/** How a person is called who has not said a name yet. */
const unnamed = '居民';

const refusals: Partial<Record<FailureKind, ErrorCode>> = {
  invalid_code: 'login_code_invalid',
  blocked: 'login_blocked',
};

/** A failed call as the catalogue has it: a code of no use, a blocked person, and everything else as WeChat being away. */
const refusalOf = (kind: FailureKind) => new AppError(refusals[kind] ?? 'wechat_unavailable');

/**
 * Trades a wx.login code for a session. The code is marked as used first, so a replay never reaches WeChat; when WeChat could not be asked the
 * mark goes and the same code may be tried again. A new openid becomes a new person. Runs outside a transaction because it calls out.
 * Throws login_code_invalid, login_blocked, wechat_unavailable, account_disabled.
 */
export async function login(
  ctx: Ctx,
  wechat: Wechat,
  code: string,
): Promise<{ personId: string; token: string; expiresAt: Date }> {
  await spend(ctx.db, 'login', code);
  const session = await wechat.code2Session(code);
  if (!session.ok) {
    if (!refusals[session.kind]) await giveBack(ctx, 'login', code, session.kind);
    throw refusalOf(session.kind);
  }
  // The session key stays here: nothing in the desk needs it, so it is not kept.
  return transaction(ctx, (db) => signIn({ ...ctx, db }, session.openid));
}

/** Trades the code of WeChat's phone-number button for the number and keeps it. Mainland numbers only. Throws as `login` does, and invalid_input. */
export async function bindPhone(ctx: Ctx, wechat: Wechat, code: string): Promise<void> {
  await spend(ctx.db, 'phone', code);
  const found = await wechat.getPhoneNumber(code);
  if (!found.ok) {
    if (!refusals[found.kind]) await giveBack(ctx, 'phone', code, found.kind);
    throw refusalOf(found.kind);
  }
  if (found.countryCode !== '86' || !isPhone(found.purePhoneNumber))
    throw new AppError('invalid_input', { code: '目前只支持中国大陆的手机号' });
  await ctx.db.person.update({
    where: { districtId_id: { districtId: ctx.districtId, id: ctx.actor.id } },
    data: { phone: found.purePhoneNumber },
    select: { id: true },
  });
}

async function signIn({ db, districtId, now, requestId, userAgent }: Ctx, openid: string) {
  await db.person.createMany({
    data: { districtId, id: uuid(), name: unnamed, openid, createdAt: now },
    skipDuplicates: true,
  });
  const person = await db.person.findUniqueOrThrow({
    where: { districtId_openid: { districtId, openid } },
    select: { id: true, disabledAt: true },
  });
  if (person.disabledAt) throw new AppError('account_disabled');
  const { token, expiresAt } = await createSession(db, districtId, person.id, now, { userAgent });
  const about = { districtId, actorId: person.id, requestId, now };
  await db.domainEvent.create({
    data: eventRow(about, 'person.signedIn', { personId: person.id }),
    select: { id: true },
  });
  return { personId: person.id, token, expiresAt };
}

const hashOf = (purpose: string, code: string) => createHash('sha256').update(`${purpose}\n${code}`).digest('hex');

async function spend(db: Db, purpose: string, code: string): Promise<void> {
  const { count } = await db.loginCode.createMany({ data: { codeHash: hashOf(purpose, code) }, skipDuplicates: true });
  if (count === 0) throw new AppError('login_code_invalid');
}

async function giveBack({ db, log, requestId }: Ctx, purpose: string, code: string, kind: FailureKind): Promise<void> {
  log.warn({ requestId, purpose, kind }, 'wechat call failed');
  await db.loginCode.deleteMany({ where: { codeHash: hashOf(purpose, code) } });
}

/** A handler that brings its own transaction gets the client itself as `db`. */
const transaction = <T>({ db }: Ctx, work: (db: Db) => Promise<T>) => inTransaction(db as Prismas, work);
