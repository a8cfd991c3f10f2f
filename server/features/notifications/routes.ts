import type { Handlers } from '../../kernel/route';
import { markRead } from './commands/mark-read';
import { noteSubscription } from './commands/note-subscription';
import { retryDelivery } from './commands/retry-delivery';
import { listDeadLetters, listNotifications, listTemplates } from './queries';

/** `templates`: template key → WeChat template id, from the configuration. */
export const notificationRoutes = ({ templates }: { templates: ReadonlyMap<string, string> }) =>
  ({
    'notifications.list': listNotifications,
    'notifications.markRead': markRead,
    'notifications.templates': (ctx) => listTemplates(ctx, templates),
    'notifications.subscribed': (ctx, input) => noteSubscription(ctx, input, templates),
    'notifications.deadLetters': listDeadLetters,
    'notifications.retry': retryDelivery,
  }) satisfies Handlers;
