import type { ContentCheck } from '#prisma';
import { type ModerationRule, moderationRules } from '#shared/domain/moderation/rules';
import type { Events } from '../../kernel/events';
import type { Subscriber } from '../../kernel/jobs';
import { notify } from '../notifications/index';
import { judgePicture } from './commands/judge-picture';
import { openCheck } from './commands/open-check';
import { kindOf } from './subjects';

const ownPage = 'packages/rules/pages/own/index';

/** Takes in what was posted, hears WeChat's verdicts on pictures, and tells authors what became of their words. */
export const moderationSubscribers: readonly Subscriber[] = [
  {
    name: 'moderation.opening',
    on: ['forum.textPosted', 'person.nicknameChosen'],
    run: (ctx, event) => {
      if (event.name === 'person.nicknameChosen') {
        const { nicknameId } = event.payload as Events['person.nicknameChosen'];
        return openCheck(ctx, 'NICKNAME', nicknameId);
      }
      const { kind, textId } = event.payload as Events['forum.textPosted'];
      return openCheck(ctx, kind, textId);
    },
  },
  {
    name: 'moderation.pictures',
    on: ['wechat.pushed'],
    run: async (ctx, event) => {
      const { messageId, kind } = event.payload as Events['wechat.pushed'];
      if (kind === 'event:wxa_media_check') await judgePicture(ctx, messageId);
    },
  },
  {
    name: 'moderation.notices',
    on: ['content.settled'],
    run: async (ctx, event) => {
      const { checkId, byPerson } = event.payload as Events['content.settled'];
      const check = await ctx.db.contentCheck.findFirst({ where: { districtId: ctx.districtId, id: checkId } });
      const told = check && tellingOf(check, byPerson);
      if (told)
        await notify(ctx, [
          {
            ...{ personId: check.authorId, kind: 'moderation.settled', page: ownPage, ...told },
            dedupeKey: `${event.id}:author`,
          },
        ]);
    },
  },
];

/** What the author reads; nothing while a piece goes the usual way without a person. */
function tellingOf(check: ContentCheck, byPerson: boolean): { title: string; body: string } | undefined {
  const label = kindOf(check.kind).label;
  const rule = moderationRules[check.rule as ModerationRule];
  const appealed = check.appeal !== null && check.appeal !== 'OPEN';
  if (check.stage === 'REFUSED' && rule) {
    const note = check.note ? `${check.note}。` : '';
    if (appealed) return { title: `您的${label}复核后仍不公开`, body: `违反“${rule.title}”。${note}` };
    return {
      title: `您的${label}没有通过`,
      body: `违反“${rule.title}”。${note}您可以修改后重发，也可以申请换人复核。`,
    };
  }
  if (check.stage === 'PASSED' && byPerson)
    return {
      title: `您的${label}通过了`,
      body: appealed ? '换人复核后同意公开，大家能看到了。' : '工作人员核对过，大家能看到了。',
    };
  if (check.stage === 'HELD' && check.because === 'REPORTS')
    return { title: `您的${label}暂时不公开`, body: '有几位居民举报，工作人员正在核对，结果会告诉您。' };
  return undefined;
}
