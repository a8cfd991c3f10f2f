import type { FileStore } from '../../gateways/storage/file-store';
import type { Handlers } from '../../kernel/route';
import { cancelRedemption } from './commands/cancel-redemption';
import { handOver } from './commands/hand-over';
import { appointKeeper, dismissKeeper } from './commands/keepers';
import { redeem } from './commands/redeem';
import { changeStock, saveGood } from './commands/save-good';
import { saveOutlet } from './commands/save-outlet';
import { settleMonth } from './commands/settle-month';
import { counter, look } from './counter';
import { exportMonth } from './export';
import { presentGood, presentOutlet, presentRedemption } from './present';
import { goods, redemptions, shopDesk } from './reads';
import { shopMonth } from './settlement';

const done = { ok: true } as const;

/** The points shop; reports are written to `store`. */
export const shopRoutes = ({ store }: { store: FileStore }) =>
  ({
    'shop.goods': goods,
    'shop.redeem': { sql: async (_, input) => async (ctx) => presentRedemption(ctx, await redeem(ctx, input)) },
    'shop.redemptions': redemptions,
    'shop.cancel': async (ctx, input) => presentRedemption(ctx, await cancelRedemption(ctx, input)),
    'shop.counter': counter,
    'shop.look': look,
    'shop.handOver': handOver,
    'shop.desk': shopDesk,
    'shop.saveOutlet': async (ctx, input) => presentOutlet(await saveOutlet(ctx, input)),
    'shop.appointKeeper': async (ctx, input) => {
      await appointKeeper(ctx, input);
      return done;
    },
    'shop.dismissKeeper': async (ctx, input) => {
      await dismissKeeper(ctx, input);
      return done;
    },
    'shop.saveGood': async (ctx, input) => presentGood(ctx, await saveGood(ctx, input)),
    'shop.stock': async (ctx, input) => presentGood(ctx, await changeStock(ctx, input)),
    'shop.month': shopMonth,
    'shop.settle': async (ctx, input) => {
      await settleMonth(ctx, input);
      return done;
    },
    'shop.report': { own: exportMonth(store) },
  }) satisfies Handlers;
