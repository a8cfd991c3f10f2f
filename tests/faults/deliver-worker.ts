import pino from 'pino';
import { deliverDue } from '#server/features/notifications/index';
import { createWechat } from '#server/gateways/wechat/client';
import { createMemoryTokenStore } from '#server/gateways/wechat/token';
import { openDb } from '#server/kernel/db';

/** A worker that delivers until it is killed: `DATABASE_URL`, `WECHAT_BASE_URL`. Started by deliveries-killed.test.ts. */
async function work(databaseUrl: string, baseUrl: string): Promise<never> {
  const { prisma } = openDb(databaseUrl, 4);
  const tokenStore = createMemoryTokenStore();
  const wechat = createWechat({ appId: 'wxtest', secret: 'test-secret', baseUrl, tokenStore });
  const ground = {
    ...{
      prisma,
      districtId: '511502',
      now: () => new Date(),
      link: (key: string) => key,
      keyed: (text: string) => text,
    },
    log: pino({ level: 'silent' }),
  };
  const templates = new Map([['progress', 'template-progress']]);
  for (;;) await deliverDue({ ground, wechat, templates });
}

void work(process.env.DATABASE_URL ?? '', process.env.WECHAT_BASE_URL ?? '');
