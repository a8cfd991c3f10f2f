import type { FileStore } from '../../gateways/storage/file-store';
import type { Handlers } from '../../kernel/route';
import { cancelBatch, confirmBatch } from './commands/decide-batch';
import { openBatch } from './commands/open-batch';
import { exportRejected, exportTemplate } from './export';
import { presentBatch } from './present';
import { findBatch } from './queries';
import { batchLinesOf, batchList } from './reads';

/** Lists of a village's month; templates and reports are written to `store`. */
export const batchRoutes = ({ store }: { store: FileStore }) =>
  ({
    'batches.list': batchList,
    'batches.template': { own: exportTemplate(store) },
    'batches.open': async (ctx, input) => presentBatch(ctx, await openBatch(ctx, input)),
    'batches.get': async (ctx, { id }) => presentBatch(ctx, await findBatch(ctx, id)),
    'batches.lines': batchLinesOf,
    'batches.confirm': async (ctx, input) => presentBatch(ctx, await confirmBatch(ctx, input)),
    'batches.cancel': async (ctx, input) => presentBatch(ctx, await cancelBatch(ctx, input)),
    'batches.report': { own: exportRejected(store) },
  }) satisfies Handlers;
