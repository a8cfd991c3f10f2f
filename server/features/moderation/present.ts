import type { z } from 'zod';
import type { ContentCheck, ContentReport } from '#prisma';
import type { HeldPiece, OwnPiece } from '#shared/contract/moderation';
import { type CheckFlag, checkFlags } from '#shared/domain/moderation/flags';
import { whyNotAppeal, whyNotDecide } from '#shared/domain/moderation/guards';
import { type ModerationRule, moderationRules } from '#shared/domain/moderation/rules';
import { type HoldReason, holdReasons } from '#shared/domain/moderation/verdict';
import { agoText, limitText } from '#shared/domain/text/dates';
import { remaining, remainingText } from '#shared/domain/tickets/remaining';
import type { Ctx } from '../../kernel/context';
import { exposedIn } from '../../nlu/public-text';
import { peopleOf } from '../identity/index';
import { photoOf } from '../photos/index';
import { worldOf } from '../places/index';
import { whyNotBy } from './policy';
import { kindOf, type Subject, wordsOf } from './subjects';

type WithReports = ContentCheck & { reports: ContentReport[] };

const isRule = (code: string | null): code is ModerationRule => code !== null && Object.hasOwn(moderationRules, code);
const ruleOf = (code: string | null) => (isRule(code) ? { code, ...moderationRules[code] } : null);
const reasonOf = (code: string | null) =>
  code !== null && Object.hasOwn(holdReasons, code) ? holdReasons[code as HoldReason] : null;

/** The piece itself; gone when its owner took it away. */
const subjectOf = (ctx: Ctx, { kind, subjectId }: ContentCheck): Promise<Subject | undefined> =>
  kindOf(kind)
    .load(ctx, subjectId)
    .catch(() => undefined);

/** What moderators see: the words or the picture, why it waits, until when, who pointed at it; the author under his or her real name. */
export async function presentCheck(ctx: Ctx, checks: readonly WithReports[]): Promise<z.output<typeof HeldPiece>[]> {
  const world = await worldOf(ctx.db);
  const people = await peopleOf(
    ctx,
    checks.map(({ authorId }) => authorId),
  );
  const views: z.output<typeof HeldPiece>[] = [];
  for (const check of checks) {
    const subject = await subjectOf(ctx, check);
    const photo = subject?.attachmentId ? await photoOf(ctx, subject.attachmentId) : undefined;
    const words = subject ? wordsOf(subject) : '';
    const standing = { ...check, appealOpen: check.appeal === 'OPEN', appealed: check.appeal !== null };
    const may = (decision: 'pass' | 'refuse') => !whyNotBy(ctx.actor, check) && !whyNotDecide(standing, decision);
    views.push({
      ...{ id: check.id, version: check.version, kind: check.kind, kindLabel: kindOf(check.kind).label },
      ...{ stage: check.stage, title: subject?.title ?? null, words: subject?.words ?? null, topicId: check.groupId },
      exposed: subject?.words ? exposedIn(subject.words) : [],
      pictureUrl: photo ? ctx.link(photo.key) : null,
      gone: !words && !photo,
      authorLabel: people.get(check.authorId)?.name ?? '',
      placeLabel: world.placeLabel(check.villageCode ?? check.townCode ?? ''),
      ...{ because: reasonOf(check.because), rule: ruleOf(check.rule), note: check.note },
      flags: check.flags.flatMap((flag) => (Object.hasOwn(checkFlags, flag) ? [checkFlags[flag as CheckFlag]] : [])),
      reports: check.reports.map(({ reason, note, at }) => ({
        ...{ reason: ruleOf(reason)?.title ?? reason, note, atText: agoText(at, ctx.now) },
      })),
      ...{ reportCount: check.reportCount, appeal: check.appeal, appealText: check.appealText },
      ...{ atText: agoText(check.createdAt, ctx.now), dueText: check.dueAt ? limitText(check.dueAt, ctx.now) : null },
      clock: clockOf(check, ctx.now, world.calendar),
      mayPass: may('pass'),
      mayRefuse: may('refuse'),
      otherPerson: whyNotBy(ctx.actor, check) !== undefined,
    });
  }
  return views;
}

function clockOf({ dueAt }: ContentCheck, now: Date, calendar: Parameters<typeof remaining>[3]) {
  if (!dueAt) return null;
  const left = remaining(now, dueAt, 'working', calendar);
  return { text: remainingText(left), late: left.overdue };
}

const stageTexts: Readonly<Record<ContentCheck['stage'], string>> = {
  WAITING: '正在核对',
  ASKED: '正在核对',
  HELD: '等工作人员核对，核对前别人看不到',
  PASSED: '已通过，大家能看到',
  REFUSED: '没有通过，别人看不到',
};

/** What authors see of their own pieces: where each stands, the rule by name, and whether they may appeal. */
export async function presentOwn(ctx: Ctx, checks: readonly ContentCheck[]): Promise<z.output<typeof OwnPiece>[]> {
  const views: z.output<typeof OwnPiece>[] = [];
  for (const check of checks) {
    const subject = await subjectOf(ctx, check);
    const standing = { ...check, appealOpen: check.appeal === 'OPEN', appealed: check.appeal !== null };
    views.push({
      ...{ id: check.id, kindLabel: kindOf(check.kind).label, stage: check.stage, topicId: check.groupId },
      ...{ stageText: stageTexts[check.stage], words: subject ? wordsOf(subject) : '', rule: ruleOf(check.rule) },
      ...{ note: check.note, appeal: check.appeal, appealText: check.appealText },
      ...{ atText: agoText(check.createdAt, ctx.now), dueText: check.dueAt ? limitText(check.dueAt, ctx.now) : null },
      mayAppeal: !whyNotAppeal(standing, ctx.now),
    });
  }
  return views;
}
