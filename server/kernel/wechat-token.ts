import type { TokenStore } from '../gateways/wechat/token';
import type { Prismas } from './db';

/** WeChat's access token in one row, so that all instances share it. */
export const createDbTokenStore = (prisma: Prismas, appId: string): TokenStore => ({
  read: async () => {
    const row = await prisma.wechatToken.findUnique({ where: { appId } });
    return row ? { value: row.token, freshUntil: row.expiresAt } : undefined;
  },
  write: async ({ value, freshUntil }) => {
    const data = { token: value, expiresAt: freshUntil };
    await prisma.wechatToken.upsert({ where: { appId }, create: { appId, ...data }, update: data });
  },
  drop: async (value) => {
    await prisma.wechatToken.deleteMany({ where: { appId, token: value } });
  },
});
