import type { Handlers } from '../../kernel/route';
import { openConversation } from './commands/open-conversation';
import { sendMessage } from './commands/send-message';
import { greeting, hotlines, menuCard } from './greeting';
import { history, updates } from './reads';
import { understood } from './understood';

export const chatRoutes = {
  'chat.menu': async () => ({ greeting, cards: [menuCard(false), hotlines] }),
  'chat.open': openConversation,
  'chat.send': { own: sendMessage, keyed: true },
  'chat.history': history,
  'chat.updates': updates,
  'chat.understand': understood,
} satisfies Handlers;
