import type { Parsed } from '#shared/contract';
import { extensionDays } from '#shared/domain/forum/deadlines';
import type { Ctx } from '../../../kernel/context';
import { begin, move, tellInside } from '../move';

/** 撤回 by the first author. The reason is for those who oversee the place: nobody has checked it for others to read. */
export async function withdrawTopic(ctx: Ctx, input: Parsed<'forum.withdraw'>): Promise<string> {
  const begun = await begin(ctx, input, 'withdraw');
  await tellInside(ctx, begun, '撤回的原因', input.reason);
  return move(ctx, begun, { action: 'withdraw', text: '提议人撤回了这个议题' });
}

/** The village takes a topic up for review before the voices are together (村党组织提请). */
export async function takeUpTopic(ctx: Ctx, input: Parsed<'forum.takeUp'>): Promise<string> {
  const begun = await begin(ctx, input, 'takeUp');
  return move(ctx, begun, { action: 'takeUp', text: '村（社区）提请审核，不等附议人数', note: input.note });
}

/** 审核通过: the notice begins. */
export async function acceptTopic(ctx: Ctx, input: Parsed<'forum.accept'>): Promise<string> {
  const begun = await begin(ctx, input, 'accept');
  return move(ctx, begun, { action: 'accept', text: '审核通过，公告三天后开始商议', note: input.note });
}

/** 退回修改, with the reason. */
export async function sendBackTopic(ctx: Ctx, input: Parsed<'forum.sendBack'>): Promise<string> {
  const begun = await begin(ctx, input, 'sendBack');
  return move(ctx, begun, { action: 'sendBack', text: '退回提议人修改', note: input.reason });
}

/** Not a matter for consultation, with the reason and what to do instead. */
export async function ruleOutTopic(ctx: Ctx, input: Parsed<'forum.ruleOut'>): Promise<string> {
  const begun = await begin(ctx, input, 'ruleOut');
  return move(ctx, begun, {
    ...{ action: 'ruleOut', text: '不属于协商的事' },
    note: `${input.reason}\n可以这样办：${input.instead}`,
  });
}

/** More time for this stage, once, with the reason. */
export async function extendTopic(ctx: Ctx, input: Parsed<'forum.extend'>): Promise<string> {
  const begun = await begin(ctx, input, 'extend');
  return move(ctx, begun, { action: 'extend', text: `这一步延长 ${extensionDays} 天`, note: input.reason });
}
