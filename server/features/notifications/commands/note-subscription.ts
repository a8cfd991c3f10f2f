import type { Parsed } from '#shared/contract';
import type { Ctx } from '../../../kernel/context';
import { isTemplateKey, type Templates } from '../templates';
import { moveWallet } from './move-wallet';

/**
 * Notes what the resident tapped in WeChat: one accept is one message of that template. Where WeChat itself tells of it by a push, the phone's word
 * counts nothing, or each accept would count twice. Results are keyed by template id, as WeChat gives them; templates that the desk does not use are
 * ignored.
 */
export async function noteSubscription(
  ctx: Ctx,
  { results }: Parsed<'notifications.subscribed'>,
  { templates, walletFrom }: { templates: Templates; walletFrom: 'pushes' | 'phone' },
): Promise<{ ok: true }> {
  if (walletFrom === 'pushes') return { ok: true };
  for (const [key, templateId] of templates)
    if (isTemplateKey(key) && results[templateId] === 'accept') await moveWallet(ctx, ctx.actor.id, key, 'more');
  return { ok: true };
}
