import { addDays, type Day, dayOf, daysBetween } from '../time/clock';

/** Decision paper (协商结果): written, read back to those who sat, confirmed, published. A paper that was objected to goes back to its writer. */
const transitions = {
  DRAFT: { write: 'SAME', readBack: 'READ_BACK' },
  READ_BACK: { answer: 'SAME', rewrite: 'DRAFT', confirm: 'CONFIRMED' },
  CONFIRMED: { recordVote: 'SAME', publish: 'PUBLISHED', rewrite: 'DRAFT' },
  PUBLISHED: {},
} as const;

export const paperStatuses = ['DRAFT', 'READ_BACK', 'CONFIRMED', 'PUBLISHED'] as const;
export const paperActions = ['write', 'readBack', 'answer', 'rewrite', 'confirm', 'recordVote', 'publish'] as const;
export type PaperStatus = (typeof paperStatuses)[number];
export type PaperAction = (typeof paperActions)[number];

/** The status an action leads to, or undefined when it is not allowed there. */
export function paperStatusAfter(status: PaperStatus, action: PaperAction): PaperStatus | undefined {
  const row: Partial<Record<PaperAction, PaperStatus | 'SAME'>> = transitions[status];
  const next = row[action];
  return next === 'SAME' ? status : next;
}

const statusLabels: Record<PaperStatus, string> = {
  DRAFT: '正在写',
  READ_BACK: '念给大家听',
  CONFIRMED: '已确认',
  PUBLISHED: '已公布',
};

/** The word people read for a status. */
export function paperStatusLabel(status: PaperStatus): string {
  return statusLabels[status];
}

/** A paper stays published for at least so many days (domain 6.7). */
export const publishedDays = 15;

/** The first and last day of publication; the day of publishing is not counted. */
export function publishedUntil(publishedAt: Date): Day {
  return addDays(dayOf(publishedAt), publishedDays);
}

/** What decides a matter that a consultation may prepare but not decide. */
export const assemblyKinds = ['VILLAGERS', 'VILLAGE_HOUSEHOLDS', 'VILLAGE_DELEGATES', 'RESIDENTS'] as const;
export type AssemblyKind = (typeof assemblyKinds)[number];

const assemblyLabels: Record<AssemblyKind, string> = {
  VILLAGERS: '村民会议（十八周岁以上村民）',
  VILLAGE_HOUSEHOLDS: '村民会议（户的代表）',
  VILLAGE_DELEGATES: '村民代表会议',
  RESIDENTS: '居民会议',
};

/** What an assembly is called. */
export function assemblyLabel(kind: AssemblyKind): string {
  return assemblyLabels[kind];
}

/** Matters for the assembly, in our own words. Source: 村委会组织法, chapter on 村民会议 (matters that touch villagers' interests); numbering after the 2025 amendment to be confirmed. */
export const assemblyMatters = [
  'ALLOWANCES',
  'COLLECTIVE_INCOME',
  'PUBLIC_WORKS',
  'LAND_CONTRACTS',
  'COLLECTIVE_PROJECTS',
  'HOMESTEADS',
  'LAND_COMPENSATION',
  'COLLECTIVE_PROPERTY',
  'VILLAGE_RULES',
] as const;
export type AssemblyMatter = (typeof assemblyMatters)[number];

const matterLabels: Record<AssemblyMatter, string> = {
  ALLOWANCES: '误工补贴给谁、给多少',
  COLLECTIVE_INCOME: '集体收益怎么用',
  PUBLIC_WORKS: '公益事业筹资筹劳、工程承包',
  LAND_CONTRACTS: '土地承包方案',
  COLLECTIVE_PROJECTS: '集体项目立项、承包',
  HOMESTEADS: '宅基地使用方案',
  LAND_COMPENSATION: '征地补偿怎么分',
  COLLECTIVE_PROPERTY: '处置集体财产',
  VILLAGE_RULES: '村规民约、自治章程',
};

/** What a matter is called. */
export function assemblyMatterLabel(matter: AssemblyMatter): string {
  return matterLabels[matter];
}

/** The vote of an assembly: who may come, who came, who was for it. */
export interface AssemblyVote {
  readonly kind: AssemblyKind;
  readonly eligible: number;
  readonly present: number;
  readonly inFavour: number;
}

/**
 * How an assembly voted. It sits with more than half of the villagers of 18 and over, or two thirds of the households, or two thirds of the
 * delegates, or more than half of those a residents' assembly is made of; more than half of those present decide. Sources: 村委会组织法, chapter on
 * 村民会议和村民代表会议; 居委会组织法, 居民会议. Whole numbers; counts that cannot be are `impossible`.
 */
export function voteResult({
  kind,
  eligible,
  present,
  inFavour,
}: AssemblyVote): 'impossible' | 'no_quorum' | 'rejected' | 'passed' {
  if (eligible < 1 || present > eligible || inFavour > present) return 'impossible';
  const byThirds = kind === 'VILLAGE_HOUSEHOLDS' || kind === 'VILLAGE_DELEGATES';
  const sits = byThirds ? present * 3 >= eligible * 2 : present * 2 > eligible;
  if (!sits) return 'no_quorum';
  return inFavour * 2 > present ? 'passed' : 'rejected';
}

/** What a paper needs before it is confirmed or published. */
export interface PaperFacts {
  readonly status: PaperStatus;
  readonly writerId: string;
  /** Those who sat in the meeting and answered the reading. */
  readonly heard: number;
  readonly objected: number;
  readonly needsAssembly: boolean;
  readonly vote: AssemblyVote | null;
}

/** At least so many of those who sat must have heard the paper read. Default, to be confirmed. */
export const fewestHeard = 3;

/** Why a paper cannot do this now, or undefined. Nobody confirms a paper of one's own; an objection is written in before it is confirmed. */
export function whyNotPaper(action: PaperAction, actorId: string, facts: PaperFacts) {
  if (!paperStatusAfter(facts.status, action)) return 'paper_action_not_allowed' as const;
  if (action === 'confirm') {
    if (actorId === facts.writerId) return 'paper_own' as const;
    if (facts.objected > 0) return 'paper_objected' as const;
    if (facts.heard < fewestHeard) return 'paper_not_heard' as const;
  }
  if (action === 'recordVote' && !facts.needsAssembly) return 'paper_no_vote_needed' as const;
  if (action === 'publish' && facts.needsAssembly) {
    if (!facts.vote) return 'paper_vote_missing' as const;
    if (voteResult(facts.vote) !== 'passed') return 'paper_vote_failed' as const;
  }
  return undefined;
}

/** How long a paper will still hang, in whole days; 0 when the time is over. */
export function daysStillPublished(publishedAt: Date, now: Date): number {
  return Math.max(0, daysBetween(dayOf(now), publishedUntil(publishedAt)));
}
