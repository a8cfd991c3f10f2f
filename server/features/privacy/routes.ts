import { momentText } from '#shared/domain/text/dates';
import type { FileStore } from '../../gateways/storage/file-store';
import type { Handlers } from '../../kernel/route';
import { answerRequest } from './commands/answer-request';
import { closeAccount, undoClosing } from './commands/close-account';
import { openRequest } from './commands/open-request';
import { withdrawRequest } from './commands/withdraw-request';
import { downloadData } from './download';
import { overview, ownRequests, presentRequest, requestQueue } from './queries';
import { retentionTable } from './retain';

const done = { ok: true } as const;

/** What people may ask about their own data, and the list of those who answer; copies are written to `store`. */
export const privacyRoutes = ({ store }: { store: FileStore }) =>
  ({
    'privacy.overview': overview,
    'privacy.close': async (ctx) => ({ untilText: momentText(await closeAccount(ctx), ctx.now) }),
    'privacy.undoClosing': async (ctx) => {
      await undoClosing(ctx);
      return done;
    },
    'privacy.retention': retentionTable,
    'privacy.download': { own: downloadData(store) },
    'privacy.request': async (ctx, input) => presentRequest(ctx, await openRequest(ctx, input)),
    'privacy.mine': ownRequests,
    'privacy.withdraw': async (ctx, { id }) => {
      await withdrawRequest(ctx, id);
      return done;
    },
    'privacy.queue': requestQueue,
    'privacy.answer': async (ctx, input) => {
      await answerRequest(ctx, input);
      return done;
    },
  }) satisfies Handlers;
