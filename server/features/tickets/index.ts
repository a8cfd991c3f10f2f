export { alarmOf, counted } from './clock';
export { openTicket } from './commands/open-ticket';
export { planTicket, type TicketDraft, type TicketPlan } from './plan-ticket';
export { may, type Subject, visibleSql, visibleTo } from './policy';
export { centreUnit, scopeOf, unitsOf } from './scope';
export { postLabels, postText } from './speaker';
export { ticketInsert } from './sql';
