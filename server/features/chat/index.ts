export { countTalks, findTalk, listTalks, talkWithMessages } from './agent-queries';
export { finishConversation } from './commands/finish-conversation';
export { replyToResident } from './commands/reply-to-resident';
export { returnConversations } from './commands/return-conversations';
export { sendMessage } from './commands/send-message';
export { takeConversation } from './commands/take-conversation';
export { latestSeq, messagesSince } from './queries';
