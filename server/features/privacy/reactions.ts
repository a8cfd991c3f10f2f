import { dataRequestLabels } from '#shared/domain/privacy/requests';
import { limitText } from '#shared/domain/text/dates';
import type { Ctx } from '../../kernel/context';
import type { Events } from '../../kernel/events';
import type { Subscriber } from '../../kernel/jobs';
import { clerksOf, holdersOf } from '../identity/index';
import { notify } from '../notifications/index';
import { ownPage, queuePage } from './pages';

/** Tells those who answer that somebody asks, and the person that there is an answer. What was asked stands in no notice. */
export const privacySubscribers: readonly Subscriber[] = [
  {
    name: 'privacy.notices',
    on: ['privacy.requested', 'privacy.answered'],
    run: async (ctx, event) => {
      const { requestId } = event.payload as Events['privacy.answered'];
      const request = await ctx.db.dataRequest.findFirst({ where: { districtId: ctx.districtId, id: requestId } });
      if (!request) return;
      const label = dataRequestLabels[request.kind];
      if (event.name === 'privacy.answered')
        await notify(ctx, [
          {
            ...{ personId: request.personId, kind: 'privacy.answered', page: ownPage, dedupeKey: `${event.id}:person` },
            title: `您的${label}请求有答复了`,
            body: request.state === 'GRANTED' ? '已经办到，请点开看答复。' : '没有办成，答复里写了理由和还可以怎么办。',
          },
        ]);
      else
        await notify(
          ctx,
          (await answerersOf(ctx)).map((personId) => ({
            ...{ personId, kind: 'privacy.requested', page: queuePage, dedupeKey: `${event.id}:${personId}` },
            title: `有居民请求${label}个人信息`,
            body: `请在${limitText(request.dueAt, ctx.now)}答复`,
          })),
        );
    },
  },
];

/** Who answers requests: the administrators, the seats of the centre where there is none. */
export async function answerersOf(ctx: Ctx): Promise<string[]> {
  const admins = await holdersOf(ctx, 'ADMIN', `${ctx.districtId}000000`);
  const people = admins.length > 0 ? admins : await clerksOf(ctx, 'zhongxin');
  return [...new Set(people.map(({ id }) => id))];
}
