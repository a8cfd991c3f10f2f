import type { MeetingLine, MeetingPhoto, MeetingSeat } from '#prisma';
import type { Output } from '#shared/contract';
import {
  meetingStatusAfter,
  meetingStatusLabel,
  minuteKindLabel,
  quorum,
  seatRoleLabel,
  seatRoles,
} from '#shared/domain/forum/meetings';
import { dayText, momentText, timeText } from '#shared/domain/text/dates';
import { dayOf } from '#shared/domain/time/clock';
import type { Ctx } from '../../kernel/context';
import { qrSvg } from '../../kernel/qr-picture';
import type { Begun } from '../forum/index';
import { outsideName, oversees } from '../forum/index';
import type { peopleOf } from '../identity/index';
import { type Meeting, maySit, runs, seatOf } from './meetings';

type Shown = Output<'forum.deliberation'>['meetings'][number];
type People = Awaited<ReturnType<typeof peopleOf>>;
export type FullMeeting = Meeting & { lines: MeetingLine[]; photos: MeetingPhoto[] };
type Pictures = ReadonlyMap<string, { key: string; thumbKey: string; width: number; height: number }>;

/** A meeting as this actor may see it: those who run it see names and the code, others the posts and how many residents. */
export function presentMeeting(
  ctx: Ctx,
  begun: Begun,
  meeting: FullMeeting,
  people: People,
  pictures: Pictures,
): Shown {
  const { actor, now, link } = ctx;
  const isRunner = runs(ctx, { meeting, topic: begun.topic });
  const isInside = isRunner || oversees(actor, begun.topic);
  const own = seatOf(ctx, meeting);
  const nameOf = (id: string) => people.get(id)?.name ?? '';
  const { startsAt, endsAt } = meeting;
  return {
    ...{ id: meeting.id, topicId: meeting.topicId, no: meeting.no, status: meeting.status, version: meeting.version },
    statusText: meetingStatusLabel(meeting.status),
    ...{ place: meeting.place, agenda: meeting.agenda, online: meeting.online, cancelReason: meeting.cancelReason },
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    whenText: `${dayText(dayOf(startsAt), now)} ${timeText(startsAt)}–${timeText(endsAt)}`,
    ...{ chairName: nameOf(meeting.chairId), recorderName: nameOf(meeting.recorderId), quorum },
    invitedCount: meeting.seats.filter(({ invited }) => invited).length,
    comingCount: meeting.seats.filter(({ coming }) => coming).length,
    presentCount: meeting.seats.filter(({ signedAt }) => signedAt).length,
    presentText: presentText(meeting.seats),
    mine: own
      ? { roleText: seatRoleLabel(own.role), coming: own.coming, online: own.online, signed: own.signedAt !== null }
      : null,
    signCode:
      isInside && meeting.status === 'OPEN' ? { code: meeting.signCode, svg: qrSvg(`CPM-${meeting.signCode}`) } : null,
    seats: meeting.seats
      .toSorted((a, b) => seatRoles.indexOf(a.role) - seatRoles.indexOf(b.role) || (a.personId < b.personId ? -1 : 1))
      .flatMap((seat) => seatOfMeeting(ctx, begun, seat, people, isInside)),
    lines: meeting.lines
      .filter(({ checkState, personId }) => checkState === 'PASSED' || isInside || personId === actor.id)
      .map(({ id, kind, body, speaker, personId, checkState }) => ({
        ...{ id, kind, kindText: minuteKindLabel(kind), body, checkState },
        speaker: personId ? outsideName(begun.world, people.get(personId)) : speaker,
      })),
    photos: meeting.photos.flatMap(({ attachmentId, checkState, ownerId }) => {
      const picture = pictures.get(attachmentId);
      if (!picture || (checkState !== 'PASSED' && !isInside && ownerId !== actor.id)) return [];
      const { key, thumbKey, width, height } = picture;
      return [{ id: attachmentId, url: link(key), thumbUrl: link(thumbKey), width, height, checkState }];
    }),
    abilities: abilitiesOf(ctx, begun, meeting, isRunner),
  };
}

/** Staff and volunteers stand with their name; residents are named to those inside and to themselves, and counted for others. */
function seatOfMeeting(
  ctx: Ctx,
  { world }: Begun,
  seat: MeetingSeat,
  people: People,
  isInside: boolean,
): Shown['seats'] {
  const isMe = seat.personId === ctx.actor.id;
  const isResident = seat.role === 'RESIDENT' || seat.role === 'STAKEHOLDER' || seat.role === 'AUTHOR';
  if (!isInside && !isMe && isResident) return [];
  const person = people.get(seat.personId);
  return [
    {
      personId: isInside ? seat.personId : null,
      name: isInside || !isResident ? (person?.name ?? '') : outsideName(world, person),
      ...{ role: seat.role, roleText: seatRoleLabel(seat.role), invited: seat.invited, me: isMe },
      replyText: replyText(seat),
      signedText: seat.signedAt ? `${momentText(seat.signedAt, ctx.now)}${viaWords[seat.signedVia ?? 'CODE']}` : null,
    },
  ];
}

const viaWords = { CODE: '扫码签到', HAND: '由记录人代签', ONLINE: '线上签到' } as const;

function replyText({ invited, coming, online }: MeetingSeat): string {
  if (coming === null) return invited ? '还没回复' : '自己来的';
  if (!coming) return '来不了';
  return online ? '线上参加' : '会来';
}

function presentText(seats: readonly MeetingSeat[]): string {
  const present = seats.filter(({ signedAt }) => signedAt);
  return seatRoles
    .flatMap((role) => {
      const count = present.filter((seat) => seat.role === role).length;
      return count ? [`${seatRoleLabel(role)} ${count} 人`] : [];
    })
    .join('、');
}

function abilitiesOf(ctx: Ctx, begun: Begun, meeting: FullMeeting, isRunner: boolean): Shown['abilities'] {
  const can = (action: Parameters<typeof meetingStatusAfter>[1]) =>
    meetingStatusAfter(meeting.status, action) !== undefined;
  const sits = maySit(ctx, { ...begun, meeting });
  const signed = Boolean(seatOf(ctx, meeting)?.signedAt);
  const able: readonly [Shown['abilities'][number], boolean][] = [
    ['answer', sits && can('answer')],
    ['open', isRunner && can('open') && begun.topic.status === 'DISCUSS'],
    ['cancel', isRunner && can('cancel')],
    ['sign', sits && !signed && can('sign')],
    ['signFor', isRunner && can('sign')],
    ['say', signed && meeting.online !== null && can('say')],
    ['note', isRunner && can('note')],
    ['close', isRunner && can('close')],
    ['photograph', isRunner && can('photograph')],
  ];
  return able.flatMap(([ability, may]) => (may ? [ability] : []));
}
