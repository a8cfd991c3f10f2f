import type { Name, Output, Parsed } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import type { Handlers } from '../../kernel/route';
import { adviseOn } from './advice';
import { commentTopic, removeComment } from './commands/comment-topic';
import { editTopic, resubmitTopic } from './commands/edit-topic';
import { inviteAuthors, joinAuthors } from './commands/join-authors';
import { mergeTopic } from './commands/merge-topic';
import { raiseTopic } from './commands/raise-topic';
import {
  acceptTopic,
  extendTopic,
  ruleOutTopic,
  sendBackTopic,
  takeUpTopic,
  withdrawTopic,
} from './commands/review-topic';
import { splitTopic } from './commands/split-topic';
import { supportFor } from './commands/support-for';
import { supportTopic, unsupportTopic } from './commands/support-topic';
import { commentPage } from './comments';
import { placeFigures } from './figures';
import { invitedTo } from './invites';
import { topicPage } from './list';
import { detailOf, presentDetail } from './present-detail';
import { findTopic } from './queries';
import { ownTopics, textVersions, topicQueue } from './reads';

/** Runs a command and answers with the topic as it is then. */
const shown =
  <N extends Name>(run: (ctx: Ctx, input: Parsed<N>) => Promise<string>) =>
  async (ctx: Ctx, input: Parsed<N>): Promise<Output<'forum.get'>> =>
    detailOf(ctx, await run(ctx, input));

export const forumRoutes = {
  'forum.list': topicPage,
  'forum.get': async (ctx, { id }) => presentDetail(ctx, await findTopic(ctx, id)),
  'forum.advise': adviseOn,
  'forum.mine': ownTopics,
  'forum.place': placeFigures,
  'forum.queue': topicQueue,
  'forum.texts': textVersions,
  'forum.edit': shown<'forum.edit'>(editTopic),
  'forum.resubmit': shown<'forum.resubmit'>(resubmitTopic),
  'forum.invite': inviteAuthors,
  'forum.invited': invitedTo,
  'forum.coauthor': shown<'forum.coauthor'>(joinAuthors),
  'forum.supportFor': supportFor,
  'forum.merge': shown<'forum.merge'>(mergeTopic),
  'forum.split': shown<'forum.split'>(splitTopic),
  'forum.raise': shown<'forum.raise'>(raiseTopic),
  'forum.support': supportTopic,
  'forum.unsupport': unsupportTopic,
  'forum.comments': commentPage,
  'forum.comment': commentTopic,
  'forum.removeComment': removeComment,
  'forum.withdraw': shown<'forum.withdraw'>(withdrawTopic),
  'forum.takeUp': shown<'forum.takeUp'>(takeUpTopic),
  'forum.accept': shown<'forum.accept'>(acceptTopic),
  'forum.sendBack': shown<'forum.sendBack'>(sendBackTopic),
  'forum.ruleOut': shown<'forum.ruleOut'>(ruleOutTopic),
  'forum.extend': shown<'forum.extend'>(extendTopic),
} satisfies Handlers;
