import { randomBytes } from 'node:crypto';
import { encode } from 'uqr';
import { v7 as uuid } from 'uuid';
import type { DesktopSignIn } from '#prisma';
import { createSession, hashToken } from '#server/kernel/auth';
import type { Ctx } from '#server/kernel/context';
import type { Prismas } from '#server/kernel/db';
import { type Ground, inTransaction } from '#server/kernel/route';
import type { Output, Parsed } from '#shared/contract';
import {
  desktopCode,
  desktopHours,
  desktopState,
  deviceName,
  readDesktopCode,
  waitMinutes,
} from '#shared/domain/identity/desktop';
import { agoText } from '#shared/domain/text/dates';
import { AppError } from '#shared/errors';

const keptMs = 86_400_000;

/** A computer asks to be signed in: the code it shows, and the secret with which it alone fetches the session. */
export async function beginDesktop({ db, districtId, now, userAgent }: Ctx): Promise<Output<'auth.desktopBegin'>> {
  const secret = randomBytes(32).toString('base64url');
  const code = desktopCode(randomBytes(7).toString('hex'));
  const expiresAt = new Date(now.getTime() + waitMinutes * 60_000);
  const id = uuid();
  await db.desktopSignIn.create({
    data: {
      ...{ districtId, id, code, secretHash: hashToken(secret), createdAt: now, expiresAt },
      userAgent: userAgent?.slice(0, 200) ?? null,
    },
    select: { id: true },
  });
  return { id, secret, code, qr: picture(`CPD-${code}`), expiresAt: expiresAt.toISOString() };
}

/**
 * How it stands, for the computer that began it. Once it is confirmed the first question takes the session; later ones find it over. The session
 * ends after 12 hours. Brings its own transaction, so that no reply with a token is ever kept. Throws not_found for a wrong secret.
 */
export async function pollDesktop(
  ctx: Ctx,
  { id, secret }: Parsed<'auth.desktopPoll'>,
): Promise<{
  state: Output<'auth.desktopPoll'>['state'];
  session?: { personId: string; token: string; expiresAt: Date };
}> {
  const { db, districtId, now, userAgent } = ctx;
  const row = await db.desktopSignIn.findFirst({ where: { districtId, id, secretHash: hashToken(secret) } });
  if (!row) throw new AppError('not_found');
  const state = desktopState(row, now);
  const { personId } = row;
  if (state !== 'confirmed' || !personId) return { state };
  return inTransaction(db as Prismas, async (tx) => {
    const { count } = await tx.desktopSignIn.updateMany({
      where: { districtId, id, takenAt: null, confirmedAt: { not: null } },
      data: { takenAt: now },
    });
    if (count === 0) return { state: 'over' as const };
    const hours = desktopHours;
    const { token, expiresAt } = await createSession(tx, districtId, personId, now, { userAgent, hours });
    return { state, session: { personId, token, expiresAt } };
  });
}

/** What the phone shows before it confirms: which computer asks, and since when. Throws desktop_code_invalid, desktop_code_over. */
export async function lookAtDesktop(
  ctx: Ctx,
  { code }: Parsed<'auth.desktopLook'>,
): Promise<Output<'auth.desktopLook'>> {
  const { db, districtId, actor, now } = ctx;
  const row = await waitingFor(ctx, code);
  await db.desktopSignIn.updateMany({
    where: { districtId, id: row.id, seenAt: null },
    data: { seenAt: now, personId: actor.id },
  });
  return { device: deviceName(row.userAgent), askedText: agoText(row.createdAt, now), hours: desktopHours };
}

/** The phone says yes or no, once. A session on a computer cannot let in another computer. Throws as `lookAtDesktop` does, and forbidden. */
export async function answerDesktop(
  ctx: Ctx,
  { code, agree }: Parsed<'auth.desktopAnswer'>,
): Promise<Output<'auth.desktopAnswer'>> {
  const { db, districtId, actor, now, emit } = ctx;
  const own = await db.session.findFirst({ where: { districtId, id: actor.sessionId }, select: { desktop: true } });
  if (own?.desktop) throw new AppError('forbidden');
  const row = await waitingFor(ctx, code);
  const { count } = await db.desktopSignIn.updateMany({
    where: { districtId, id: row.id, confirmedAt: null, refusedAt: null },
    data: { personId: actor.id, ...(agree ? { confirmedAt: now } : { refusedAt: now }) },
  });
  if (count === 0) throw new AppError('desktop_code_over');
  if (agree) await emit('desktop.confirmed', { personId: actor.id });
  return { ok: true };
}

async function waitingFor({ db, districtId, now }: Ctx, given: string): Promise<DesktopSignIn> {
  const code = readDesktopCode(given);
  if (!code) throw new AppError('desktop_code_invalid');
  const row = await db.desktopSignIn.findUnique({ where: { districtId_code: { districtId, code } } });
  const state = row && desktopState(row, now);
  if (!row || (state !== 'waiting' && state !== 'seen')) throw new AppError('desktop_code_over');
  return row;
}

/** Forgets sign-ins of computers a day after their time, a batch at a time. */
export async function forgetDesktops({ prisma, now }: Ground): Promise<'more' | undefined> {
  const gone = await prisma.$executeRaw`
    DELETE FROM "DesktopSignIn" WHERE ("districtId", "id") IN (
      SELECT "districtId", "id" FROM "DesktopSignIn" WHERE "expiresAt" < ${new Date(now().getTime() - keptMs)} LIMIT 500)`;
  return gone === 500 ? 'more' : undefined;
}

/** The code as an SVG data address, dark squares on white with the quiet border. */
function picture(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${squares}"/></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
