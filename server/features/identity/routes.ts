import { randomBytes } from 'node:crypto';
import type { Wechat } from '#server/gateways/wechat/client';
import type { Ctx } from '#server/kernel/context';
import type { Handlers } from '#server/kernel/route';
import { AppError } from '#shared/errors';
import { worldOf } from '../places';
import { revokeSession } from './commands/revoke-session';
import { updateMe } from './commands/update-me';
import { answerDesktop, beginDesktop, lookAtDesktop, pollDesktop } from './desktop';
import { bindPhone, login } from './login';
import { presentDemoPerson, presentMe, presentSession } from './present';
import { getPerson, listDemoPeople, listSessions, unreadCount } from './queries';
import { postsOf } from './staffing';

const done = { ok: true } as const;

/** The calls of identity over a WeChat client; `demo` opens the list of people to be. */
export const identityRoutes = ({ wechat, demo }: { wechat: Wechat; demo: boolean }) =>
  ({
    'auth.mode': async ({ db, districtId }) => {
      const { placeName } = await worldOf(db);
      return { demo, district: placeName(`${districtId}000000`), liveChannel: true };
    },
    'auth.login': {
      own: async (ctx, { code }) => {
        const { personId, token, expiresAt } = await login(ctx, wechat, code);
        return { token, expiresAt: expiresAt.toISOString(), me: await me(ctx, personId) };
      },
    },
    'auth.demoPeople': async (ctx) => {
      if (!demo) throw new AppError('not_demo');
      const world = await worldOf(ctx.db);
      const people = await listDemoPeople(ctx);
      return { items: people.map((person) => presentDemoPerson(world, person, randomBytes(9).toString('base64url'))) };
    },
    'auth.logout': async (ctx) => {
      await revokeSession(ctx, ctx.actor.sessionId);
      return done;
    },
    'auth.sessions': async (ctx) => ({
      items: (await listSessions(ctx)).map((session) => presentSession(session, ctx.actor.sessionId)),
    }),
    'auth.revokeSession': async (ctx, { id }) => {
      await revokeSession(ctx, id);
      return done;
    },
    'auth.desktopBegin': { own: beginDesktop },
    'auth.desktopPoll': {
      own: async (ctx, input) => {
        const { state, session } = await pollDesktop(ctx, input);
        if (!session) return { state, signedIn: null };
        const { personId, token, expiresAt } = session;
        return { state, signedIn: { token, expiresAt: expiresAt.toISOString(), me: await me(ctx, personId) } };
      },
    },
    'auth.desktopLook': lookAtDesktop,
    'auth.desktopAnswer': answerDesktop,
    'me.get': (ctx) => me(ctx, ctx.actor.id),
    'me.update': async (ctx, input) => {
      await updateMe(ctx, input);
      return me(ctx, ctx.actor.id);
    },
    'me.bindPhone': {
      own: async (ctx, { code }) => {
        await bindPhone(ctx, wechat, code);
        return me(ctx, ctx.actor.id);
      },
    },
  }) satisfies Handlers;

async function me(ctx: Ctx, personId: string) {
  const person = await getPerson(ctx, personId);
  return presentMe(await worldOf(ctx.db), person, await postsOf(ctx, personId), await unreadCount(ctx, personId));
}
