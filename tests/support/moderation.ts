import { checkDue, soundCheckAlarms } from '#server/features/moderation/index';
import { createWechat } from '#server/gateways/wechat/client';
import { createMemoryTokenStore } from '#server/gateways/wechat/token';
import { asSystem, desk, drain } from './desk';

/** Lets everything that was posted be checked: facts to the checks, one round of asking WeChat, and what follows. A client of its own each time: nothing rests. */
export async function checkTexts(): Promise<void> {
  const { ground, standIn } = desk();
  await drain();
  const wechat = createWechat({
    ...{ appId: 'wxtest', secret: 'test-secret', baseUrl: standIn.url, tokenStore: createMemoryTokenStore() },
    ...{ timeoutMs: 500, jitterMs: () => 1 },
  });
  await checkDue({ ground, wechat, publicUrl: desk().url });
  await drain();
}

/** Lets the clocks of checks say what they have to say. */
export async function soundChecks(): Promise<void> {
  while ((await asSystem(soundCheckAlarms)) > 0);
  await drain();
}
