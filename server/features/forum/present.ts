import type { z } from 'zod';
import type { Topic } from '#prisma';
import type { TopicSummary } from '#shared/contract/forum';
import type { Clock } from '#shared/contract/tickets';
import { isTopicLiving, topicLevelLabel, topicStageOf, topicStatusLabel } from '#shared/domain/forum/lifecycle';
import { agoText, limitText } from '#shared/domain/text/dates';
import { remaining, remainingText } from '#shared/domain/tickets/remaining';
import type { Ctx } from '../../kernel/context';
import type { World } from '../places/index';
import type { Loaded } from './queries';

/** One line of a list: a topic as this actor sees it. */
export function presentSummary({ now }: Pick<Ctx, 'now'>, world: World, topic: Loaded): z.output<typeof TopicSummary> {
  return {
    id: topic.id,
    no: topic.no,
    title: topic.title,
    level: topic.level,
    levelText: topicLevelLabel(topic.level),
    status: topic.status,
    statusText: topicStatusLabel(topic.status),
    phase: topic.phase,
    stage: topicStageOf(topic.status),
    headline: headlineOf(world, topic, now),
    placeLabel: placeLabelOf(world, topic),
    checkState: topic.checkState,
    supportCount: topic.supportCount,
    householdCount: topic.householdCount,
    threshold: topic.threshold,
    commentCount: topic.commentCount,
    activeText: agoText(topic.activeAt, now),
    mine: topic.authors.length > 0 ? 'author' : topic.supports.length > 0 ? 'supporter' : 'none',
    version: topic.version,
  };
}

/** 李庄镇高桥村 or 李庄镇, with the estate or spot that was named. */
export const placeLabelOf = (world: World, { villageCode, townCode, place }: Topic): string =>
  [world.placeLabel(villageCode ?? townCode), place].filter(Boolean).join(' ');

/** Where a topic stands, in one sentence. */
function headlineOf(world: World, topic: Topic, now: Date): string {
  const unit = world.unitName(topic.ownerUnit);
  const until = topic.stageDueAt ? limitText(topic.stageDueAt, now) : '';
  switch (topic.status) {
    case 'RAISED': {
      if (topic.checkState === 'REFUSED') return '内容没有通过，请修改';
      if (topic.checkState !== 'PASSED') return '正在核对内容，通过后大家就能看到';
      return `还差 ${Math.max(1, topic.threshold - topic.supportCount)} 人附议就转入审核`;
    }
    case 'SENT_BACK':
      return '退回修改，等提议人改好再交';
    case 'REVIEW':
      return `${unit}正在审核，${until}答复`;
    case 'NOTICE':
      return `公告到${until.replace(/内$/, '')}，之后开始商议`;
    case 'DISCUSS':
      return `${unit}召集商议，${until}开会`;
    case 'DECIDE':
      return `商议过了，${until}公布结果`;
    case 'CARRY_OUT':
      return '结果已公布，正在一件件办';
    case 'JUDGE':
      return '都办完了，等附议的人来评';
    case 'DONE':
      return '办成了，也评过了';
    case 'UNAGREED':
      return '这次没有谈成，说明里写了原因';
    case 'RULED_OUT':
      return '不属于协商的事，说明里写了该怎么办';
    case 'MERGED':
      return '并入了另一个议题，附议也跟过去了';
    case 'SPLIT':
      return '拆成了几个议题分别商议';
    case 'WITHDRAWN':
      return '提议人已撤回';
    case 'LAPSED':
      return '到期附议不够，没有进入审核';
  }
}

/** The clock of the stage in words; null where none runs. */
export function presentClock(world: World, topic: Topic, now: Date): z.output<typeof Clock> | null {
  const { stageDueAt: dueAt, stageSince, status } = topic;
  if (!dueAt || !isTopicLiving(status)) return null;
  const share = (now.getTime() - stageSince.getTime()) / Math.max(1, dueAt.getTime() - stageSince.getTime());
  const left = remaining(now, dueAt, 'working', world.calendar);
  const isYellow = topic.alarmKind === 'OVERDUE' || topic.alarmKind === 'LAPSE';
  return {
    ...{ dueAt: dueAt.toISOString(), dueText: limitText(dueAt, now), elapsed: Math.min(1, Math.max(0, share)) },
    ...{ provisional: false, text: remainingText(left) },
    state: left.overdue ? 'overdue' : isYellow ? 'dueSoon' : 'onTime',
  };
}
