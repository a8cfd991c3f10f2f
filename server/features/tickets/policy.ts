import type { HandlingLevel, Ticket, TicketAssist } from '#prisma';
import { Prisma } from '#prisma';
import type { TicketAction } from '#shared/domain/tickets/lifecycle';
import { type Actor, holds } from '../../kernel/context';
import { scopeOf, unitsOf } from './scope';

/** What a right depends on. `following` is whether this actor follows it; `assists` are its open assist tasks. */
export type Subject = Pick<
  Ticket,
  | 'reporterId'
  | 'assigneeId'
  | 'confidential'
  | 'gridCode'
  | 'villageCode'
  | 'townCode'
  | 'unitCode'
  | 'leadUnit'
  | 'handlingLevel'
> & { following: boolean; assists: readonly Pick<TicketAssist, 'unitCode' | 'state'>[] };

/** The tickets this actor may see at all: own and followed ones, and what the posts open. Confidential ones: the reporter and the centre only. */
export function visibleTo(actor: Actor): Prisma.TicketWhereInput {
  const scope = scopeOf(actor);
  if (scope.everything === 'all') return {};
  const own: Prisma.TicketWhereInput = { reporterId: actor.id };
  if (scope.everything === 'open') return { OR: [own, { confidential: false }] };
  return {
    OR: [
      own,
      {
        confidential: false,
        OR: [
          { assigneeId: actor.id },
          { followers: { some: { personId: actor.id } } },
          ...(scope.gridCodes.length > 0 ? [{ gridCode: { in: scope.gridCodes } }] : []),
          ...(scope.villageCodes.length > 0 ? [{ villageCode: { in: scope.villageCodes } }] : []),
          ...(scope.townCodes.length > 0 ? [{ townCode: { in: scope.townCodes } }] : []),
          ...(scope.departments.length > 0
            ? [
                { unitCode: { in: scope.departments } },
                { leadUnit: { in: scope.departments } },
                { assists: { some: { unitCode: { in: scope.departments } } } },
              ]
            : []),
        ],
      },
    ],
  };
}

/** The same as `visibleTo` as an SQL condition on the table alias `t`, for statements written by hand. */
export function visibleSql(actor: Actor): Prisma.Sql {
  const scope = scopeOf(actor);
  if (scope.everything === 'all') return Prisma.sql`TRUE`;
  const own = Prisma.sql`t."reporterId" = ${actor.id}::uuid`;
  if (scope.everything === 'open') return Prisma.sql`(${own} OR NOT t."confidential")`;
  const any = [
    Prisma.sql`t."assigneeId" = ${actor.id}::uuid`,
    Prisma.sql`EXISTS (SELECT 1 FROM "TicketFollower" f WHERE f."districtId" = t."districtId" AND f."ticketId" = t."id" AND f."personId" = ${actor.id}::uuid)`,
    ...(scope.gridCodes.length > 0 ? [Prisma.sql`t."gridCode" = ANY(${scope.gridCodes})`] : []),
    ...(scope.villageCodes.length > 0 ? [Prisma.sql`t."villageCode" = ANY(${scope.villageCodes})`] : []),
    ...(scope.townCodes.length > 0 ? [Prisma.sql`t."townCode" = ANY(${scope.townCodes})`] : []),
    ...(scope.departments.length > 0
      ? [
          Prisma.sql`t."unitCode" = ANY(${scope.departments})`,
          Prisma.sql`t."leadUnit" = ANY(${scope.departments})`,
          Prisma.sql`EXISTS (SELECT 1 FROM "TicketAssist" a WHERE a."districtId" = t."districtId" AND a."ticketId" = t."id" AND a."unitCode" = ANY(${scope.departments}))`,
        ]
      : []),
  ];
  return Prisma.sql`(${own} OR (NOT t."confidential" AND (${Prisma.join(any, ' OR ')})))`;
}

type Right = (actor: Actor, ticket: Subject) => boolean;

const isReporter: Right = (actor, { reporterId }) => reporterId === actor.id;
const isWithIt: Right = (actor, ticket) => isReporter(actor, ticket) || ticket.following;
const isCentre: Right = (actor) => holds(actor, 'CENTRE_SEAT');
const hasPost = (actor: Actor, kind: string, placeCode: string | null) =>
  placeCode !== null && actor.posts.some((post) => post.kind === kind && post.placeCode === placeCode);

/** Holds it: the assignee, or anybody of the unit that has it. Without a post nobody holds anything. */
const holdsTicket: Right = (actor, { assigneeId, unitCode }) =>
  actor.posts.length > 0 && (assigneeId === actor.id || unitsOf(actor).includes(unitCode));

const ladder: readonly HandlingLevel[] = ['GRID', 'VILLAGE', 'TOWN', 'CENTRE'];

/** Stands above the holder on 网格 → 村社区 → 镇街 → 区中心 in the ticket's own place; departments stand below the centre. */
const overseesTicket: Right = (actor, ticket) => {
  if (isCentre(actor, ticket)) return true;
  const held = ladder.indexOf(ticket.handlingLevel);
  if (held < 0) return false;
  if (held < 1 && hasPost(actor, 'GRID_LEAD', ticket.villageCode)) return true;
  return held < 2 && hasPost(actor, 'TOWN_CLERK', ticket.townCode);
};

const holder: Right = (actor, ticket) => holdsTicket(actor, ticket);
const holderOrAbove: Right = (actor, ticket) => holdsTicket(actor, ticket) || overseesTicket(actor, ticket);
const notConfidential =
  (right: Right): Right =>
  (actor, ticket) =>
    !ticket.confidential && right(actor, ticket);

/** 核查: somebody of the ladder in whose place it lies. That it is not the handler is the guard's question. */
const checker: Right = (actor, ticket) =>
  isCentre(actor, ticket) ||
  hasPost(actor, 'GRID_STAFF', ticket.gridCode) ||
  hasPost(actor, 'GRID_LEAD', ticket.villageCode) ||
  hasPost(actor, 'TOWN_CLERK', ticket.townCode);

/** Of a unit that is asked to help; `only` narrows it to one task. */
const assistant: Right = (actor, { assists }) => {
  const units = unitsOf(actor);
  return assists.some(({ unitCode, state }) => state === 'OPEN' && units.includes(unitCode));
};

/** Has to do with it by post: holds it, stands above, checks, helps, or is of the unit that leads. */
const worksOnIt: Right = (actor, ticket) =>
  holderOrAbove(actor, ticket) ||
  checker(actor, ticket) ||
  assistant(actor, ticket) ||
  unitsOf(actor).includes(ticket.leadUnit);

const rights: Record<TicketAction, Right> = {
  accept: holder,
  reject: holderOrAbove,
  contact: holder,
  assign: holderOrAbove,
  transfer: notConfidential(holderOrAbove),
  return: holder,
  decide: isCentre,
  requestAssist: notConfidential(holder),
  finishAssist: assistant,
  extend: holder,
  pause: holder,
  resume: holder,
  handle: holder,
  passCheck: checker,
  failCheck: checker,
  close: (actor, ticket) => holderOrAbove(actor, ticket) || checker(actor, ticket),
  merge: holderOrAbove,
  comment: worksOnIt,
  withdraw: isReporter,
  confirm: isReporter,
  reopen: isReporter,
  urge: isWithIt,
  supplement: isWithIt,
  join: (actor, ticket) => !ticket.confidential && !isWithIt(actor, ticket) && !worksOnIt(actor, ticket),
};

/** Whether this actor may ever do this to this ticket; whether it is possible now is the lifecycle's question. */
export function may(actor: Actor, action: TicketAction, ticket: Subject): boolean {
  return rights[action](actor, ticket);
}

/** Whether the reporter's name stays hidden from this actor: anonymous, confidential, or seen only as 楼栋长, follower or onlooker. */
export function hidesReporter(actor: Actor, ticket: Subject & Pick<Ticket, 'anonymous'>): boolean {
  if (isReporter(actor, ticket)) return false;
  if (ticket.anonymous || ticket.confidential) return true;
  return !(holderOrAbove(actor, ticket) || checker(actor, ticket) || assistant(actor, ticket));
}

/** Whether the reporter's name and number may be shown to this actor once a reason is written down. Anonymous reporters never. */
export function mayReveal(actor: Actor, ticket: Subject & Pick<Ticket, 'anonymous'>): boolean {
  if (ticket.anonymous || !ticket.reporterId || isReporter(actor, ticket)) return false;
  if (ticket.confidential) return isCentre(actor, ticket);
  return holderOrAbove(actor, ticket) || assistant(actor, ticket);
}
