export { lastAttendance } from './attendance';
export { comingMeetings } from './coming-meetings';
export { closeJudging } from './commands/judge-topic';
export { soundQuestionAlarms } from './commands/sound-question-alarms';
export { drawMap } from './draw-maps';
export { deliberationSubscribers } from './reactions';
