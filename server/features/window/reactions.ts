import type { Events } from '../../kernel/events';
import type { Subscriber } from '../../kernel/jobs';
import { pushedMessage } from '../inbox/index';

const heard = ['text', 'image', 'miniprogrampage', 'event:user_enter_tempsession'];

/** What residents write in WeChat's own window is put down to be answered; the answering fetches pictures and calls out, so it comes after. */
export const windowSubscribers: readonly Subscriber[] = [
  {
    name: 'window.hearing',
    on: ['wechat.pushed'],
    run: async (ctx, event) => {
      const { messageId, kind } = event.payload as Events['wechat.pushed'];
      if (!heard.includes(kind)) return;
      const { openid, at } = await pushedMessage(ctx, messageId);
      await ctx.db.windowTurn.createMany({
        data: [{ districtId: ctx.districtId, messageId, openid, at, nextAt: ctx.now }],
        skipDuplicates: true,
      });
    },
  },
];
