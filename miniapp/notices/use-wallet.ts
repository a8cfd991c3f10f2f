import Taro from '@tarojs/taro';
import type { Output } from '#shared/contract';
import { useApi } from '../hooks/use-api';
import { useCommand } from '../hooks/use-command';
import { inWechat } from '../services/platform';

type Consent = 'accept' | 'reject' | 'ban' | 'filter';
const consents: readonly string[] = ['accept', 'reject', 'ban', 'filter'];
/** WeChat asks about three templates at once, not more. */
const atOnce = 3;
/** WeChat tells the desk by a push, a moment after the tap. */
const newsEveryMs = 3_000;

export interface Wallet {
  items: Output<'notifications.templates'>['items'];
  /** Whether there is somebody to ask: WeChat, or the demonstration that plays it. */
  canAsk: boolean;
  ask: () => Promise<void>;
  busy: boolean;
}

/** In WeChat the person is asked by WeChat itself; the demonstration takes the tap for a yes. */
async function answersFor(tmplIds: readonly string[]): Promise<Record<string, Consent>> {
  if (!inWechat) return Object.fromEntries(tmplIds.map((id) => [id, 'accept']));
  const answer = await Taro.requestSubscribeMessage({ tmplIds: [...tmplIds], entityIds: [] }).catch(() => ({}));
  const said = Object.entries(answer as Record<string, unknown>);
  return Object.fromEntries(
    said.filter(([id, word]) => tmplIds.includes(id) && consents.includes(String(word))),
  ) as Record<string, Consent>;
}

/** How many WeChat messages this person still accepts, and asking for more. `watching` keeps the figures fresh while they are in sight. */
export function useWallet(watching = false): Wallet {
  const mode = useApi('auth.mode', {}, { enabled: !inWechat });
  const templates = useApi('notifications.templates', {}, watching ? { every: newsEveryMs } : {});
  const subscribed = useCommand('notifications.subscribed', '已记下');
  const items = templates.data?.items ?? [];
  return {
    items,
    canAsk: items.length > 0 && (inWechat || mode.data?.demo === true),
    busy: subscribed.isPending,
    ask: async () => {
      const scarcest = [...items].sort((one, other) => one.remaining - other.remaining).slice(0, atOnce);
      const results = await answersFor(scarcest.map(({ templateId }) => templateId));
      if (Object.keys(results).length > 0) subscribed.mutate({ results });
    },
  };
}
