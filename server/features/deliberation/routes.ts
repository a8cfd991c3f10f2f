import type { Name, Output, Parsed } from '#shared/contract';
import type { Ctx } from '../../kernel/context';
import type { Handlers } from '../../kernel/route';
import { addStatement } from './commands/add-statement';
import { answerQuestion } from './commands/answer-question';
import { answerStatement } from './commands/answer-statement';
import { askQuestion } from './commands/ask-question';
import { answerMeeting, sayOnline, signIn, signInFor, signInOnline } from './commands/attend-meeting';
import { callMeeting } from './commands/call-meeting';
import { addTask, dropTask, finishTopic, helpTask } from './commands/carry-out';
import { judgeTopic } from './commands/judge-topic';
import {
  addMeetingPhotos,
  cancelMeeting,
  closeMeeting,
  disagreeTopic,
  openMeeting,
  reopenTopic,
  writeMinutes,
} from './commands/run-meeting';
import {
  answerPaper,
  answerPaperFor,
  confirmPaper,
  publishPaper,
  readPaper,
  recordVote,
  rewritePaper,
  writePaper,
} from './commands/write-paper';
import { inviteable } from './inviteable';
import { opinionBoard } from './opinions';
import { deliberationOf } from './present';
import { questionsOf, questionsToAnswer } from './questions';

/** Runs a command on something of a topic and answers with the whole as it is then. */
const shown =
  <N extends Name>(run: (ctx: Ctx, input: Parsed<N>) => Promise<string>) =>
  async (ctx: Ctx, input: Parsed<N>): Promise<Output<'forum.deliberation'>> =>
    deliberationOf(ctx, await run(ctx, input));

export const deliberationRoutes = {
  'forum.opinions': opinionBoard,
  'forum.addStatement': addStatement,
  'forum.answerStatement': answerStatement,
  'forum.questions': questionsOf,
  'forum.askQuestion': askQuestion,
  'forum.questionsToAnswer': questionsToAnswer,
  'forum.answerQuestion': answerQuestion,
  'forum.deliberation': (ctx, { topicId }) => deliberationOf(ctx, topicId),
  'forum.inviteable': inviteable,
  'forum.callMeeting': shown<'forum.callMeeting'>(callMeeting),
  'forum.cancelMeeting': shown<'forum.cancelMeeting'>(cancelMeeting),
  'forum.answerMeeting': shown<'forum.answerMeeting'>(answerMeeting),
  'forum.openMeeting': shown<'forum.openMeeting'>(openMeeting),
  'forum.signIn': shown<'forum.signIn'>(signIn),
  'forum.signInOnline': shown<'forum.signInOnline'>(signInOnline),
  'forum.signInFor': shown<'forum.signInFor'>(signInFor),
  'forum.sayOnline': shown<'forum.sayOnline'>(sayOnline),
  'forum.writeMinutes': shown<'forum.writeMinutes'>(writeMinutes),
  'forum.addMeetingPhotos': shown<'forum.addMeetingPhotos'>(addMeetingPhotos),
  'forum.closeMeeting': shown<'forum.closeMeeting'>(closeMeeting),
  'forum.disagree': shown<'forum.disagree'>(disagreeTopic),
  'forum.reopen': shown<'forum.reopen'>(reopenTopic),
  'forum.writePaper': shown<'forum.writePaper'>(writePaper),
  'forum.readPaper': shown<'forum.readPaper'>(readPaper),
  'forum.answerPaper': shown<'forum.answerPaper'>(answerPaper),
  'forum.answerPaperFor': shown<'forum.answerPaperFor'>(answerPaperFor),
  'forum.rewritePaper': shown<'forum.rewritePaper'>(rewritePaper),
  'forum.confirmPaper': shown<'forum.confirmPaper'>(confirmPaper),
  'forum.recordVote': shown<'forum.recordVote'>(recordVote),
  'forum.publishPaper': shown<'forum.publishPaper'>(publishPaper),
  'forum.addTask': shown<'forum.addTask'>(addTask),
  'forum.dropTask': shown<'forum.dropTask'>(dropTask),
  'forum.helpTask': shown<'forum.helpTask'>(helpTask),
  'forum.finish': shown<'forum.finish'>(finishTopic),
  'forum.judge': shown<'forum.judge'>(judgeTopic),
} satisfies Handlers;
