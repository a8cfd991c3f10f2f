import {
  AttachmentRole,
  BookingParty,
  BookingStatus,
  CheckState,
  ClaimState,
  DataRequestKind,
  DataRequestState,
  ExampleState,
  HandlingLevel,
  Manner,
  MeetingStatus,
  MinuteKind,
  PaperStatus,
  PointsAppealState,
  PostKind,
  RedemptionState,
  SeatRole,
  TicketLevel,
  TicketStatus,
  TopicLevel,
  TopicPhase,
  TopicStatus,
} from '#prisma';
import { intents } from '#server/nlu/understanding';
import { contract } from '#shared/contract';
import { bookingStatuses as toldStatuses } from '#shared/contract/bookings';
import { checkStates } from '#shared/contract/forum';
import { postKinds } from '#shared/contract/identity';
import { handlingLevels, ticketLevels } from '#shared/contract/tickets';
import { manners } from '#shared/domain/bookings/availability';
import { bookingParties, bookingStatuses } from '#shared/domain/bookings/lifecycle';
import { appealStates } from '#shared/domain/claims/appeals';
import { claimStates } from '#shared/domain/claims/lifecycle';
import { paperStatuses } from '#shared/domain/forum/decisions';
import { topicLevels, topicPhases, topicStatuses } from '#shared/domain/forum/lifecycle';
import { meetingStatuses, minuteKinds, seatRoles } from '#shared/domain/forum/meetings';
import { exampleIntents, exampleStates } from '#shared/domain/learning/examples';
import { redemptionStates } from '#shared/domain/points/shop';
import { dataRequestKinds, dataRequestStates } from '#shared/domain/privacy/requests';
import { slaRules } from '#shared/domain/tickets/levels';
import { ticketActions, ticketStatuses } from '#shared/domain/tickets/lifecycle';

const sorted = (names: Iterable<string>) => [...names].sort();

describe('the same lists in the schema, the rules and the contract', () => {
  it.each([
    ['ticket statuses', Object.values(TicketStatus), ticketStatuses],
    ['ticket levels', Object.values(TicketLevel), ticketLevels],
    ['ticket levels with a rule', Object.keys(slaRules), ticketLevels],
    ['handling levels', Object.values(HandlingLevel), handlingLevels],
    ['posts', Object.values(PostKind), postKinds],
    ['booking statuses, but that a hold is the slot’s', [...Object.values(BookingStatus), 'HELD'], bookingStatuses],
    ['booking statuses as they are told', Object.values(BookingStatus), toldStatuses],
    ['manners of a talk', Object.values(Manner), manners],
    ['who acts on a booking', Object.values(BookingParty), bookingParties],
    ['topic statuses', Object.values(TopicStatus), topicStatuses],
    ['topic levels', Object.values(TopicLevel), topicLevels],
    ['topic phases', Object.values(TopicPhase), topicPhases],
    ['states of a check', Object.values(CheckState), checkStates],
    ['meeting statuses', Object.values(MeetingStatus), meetingStatuses],
    ['seats of a meeting', Object.values(SeatRole), seatRoles],
    ['lines of minutes', Object.values(MinuteKind), minuteKinds],
    ['paper statuses', Object.values(PaperStatus), paperStatuses],
    ['requests about personal data', Object.values(DataRequestKind), dataRequestKinds],
    ['states of a sentence to learn from', Object.values(ExampleState), exampleStates],
    ['what a sentence may mean', [...intents], exampleIntents],
    ['states of such a request', Object.values(DataRequestState), dataRequestStates],
    ['states of a claim of points', Object.values(ClaimState), claimStates],
    ['what becomes of a redemption', Object.values(RedemptionState), redemptionStates],
    ['states of an appeal', Object.values(PointsAppealState), appealStates],
    ['photo roles', Object.values(AttachmentRole), ['BEFORE', 'AFTER', 'OTHER']],
  ])('%s', (_what, stored, declared) => {
    expect(sorted(stored)).toEqual(sorted(declared));
  });

  it('has a call for every ticket action', () => {
    const calls = new Set(Object.keys(contract));
    expect(ticketActions.filter((action) => !calls.has(`tickets.${action}`))).toEqual([]);
  });
});
