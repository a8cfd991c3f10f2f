import type { Handlers } from '../../kernel/route';
import { markRead } from './commands/mark-read';
import { noteSubscription } from './commands/note-subscription';
import { retryDelivery } from './commands/retry-delivery';
import { listDeadLetters, listNotifications, listTemplates } from './queries';
import type { Templates } from './templates';

/** `walletFrom`: whose word says how many messages a person allows. */
export const notificationRoutes = ({
  templates,
  walletFrom,
}: {
  templates: Templates;
  walletFrom: 'pushes' | 'phone';
}) =>
  ({
    'notifications.list': listNotifications,
    'notifications.markRead': markRead,
    'notifications.templates': (ctx) => listTemplates(ctx, templates),
    'notifications.subscribed': (ctx, input) => noteSubscription(ctx, input, { templates, walletFrom }),
    'notifications.deadLetters': listDeadLetters,
    'notifications.retry': retryDelivery,
  }) satisfies Handlers;
