import fc from 'fast-check';
import {
  assemblyKinds,
  daysStillPublished,
  fewestHeard,
  type PaperFacts,
  paperActions,
  paperStatusAfter,
  paperStatuses,
  publishedUntil,
  voteResult,
  whyNotPaper,
} from '#shared/domain/forum/decisions';
import { at } from '../support';

const facts = (some: Partial<PaperFacts>): PaperFacts => ({
  ...{ status: 'READ_BACK', writerId: 'writer', heard: fewestHeard, objected: 0, needsAssembly: false, vote: null },
  ...some,
});
const vote = { kind: 'VILLAGE_DELEGATES', eligible: 30, present: 24, inFavour: 20 } as const;

describe('decision papers', () => {
  it('go from draft to published and back only to be rewritten', () => {
    const table = Object.fromEntries(
      paperStatuses.map((status) => [
        status,
        paperActions.flatMap((action) => {
          const next = paperStatusAfter(status, action);
          return next ? [`${action} ${next}`] : [];
        }),
      ]),
    );
    expect(table).toEqual({
      DRAFT: ['write DRAFT', 'readBack READ_BACK'],
      READ_BACK: ['answer READ_BACK', 'rewrite DRAFT', 'confirm CONFIRMED'],
      CONFIRMED: ['rewrite DRAFT', 'recordVote CONFIRMED', 'publish PUBLISHED'],
      PUBLISHED: [],
    });
  });

  it.each([
    ['confirm', 'chair', {}, undefined],
    ['confirm', 'writer', {}, 'paper_own'],
    ['confirm', 'chair', { objected: 1 }, 'paper_objected'],
    ['confirm', 'chair', { heard: fewestHeard - 1 }, 'paper_not_heard'],
    ['confirm', 'chair', { status: 'DRAFT' }, 'paper_action_not_allowed'],
    ['publish', 'chair', { status: 'CONFIRMED' }, undefined],
    ['publish', 'chair', { status: 'CONFIRMED', needsAssembly: true }, 'paper_vote_missing'],
    [
      'publish',
      'chair',
      { status: 'CONFIRMED', needsAssembly: true, vote: { ...vote, inFavour: 12 } },
      'paper_vote_failed',
    ],
    [
      'publish',
      'chair',
      { status: 'CONFIRMED', needsAssembly: true, vote: { ...vote, present: 19 } },
      'paper_vote_failed',
    ],
    ['publish', 'chair', { status: 'CONFIRMED', needsAssembly: true, vote }, undefined],
    ['recordVote', 'chair', { status: 'CONFIRMED' }, 'paper_no_vote_needed'],
    ['recordVote', 'chair', { status: 'CONFIRMED', needsAssembly: true }, undefined],
    ['write', 'writer', { status: 'PUBLISHED' }, 'paper_action_not_allowed'],
  ] as const)('%s by the %s with %j: %s', (action, actor, some, answer) => {
    expect(whyNotPaper(action, actor, facts(some as Partial<PaperFacts>))).toBe(answer);
  });

  it.each([
    ['VILLAGERS', 100, 50, 50, 'no_quorum'],
    ['VILLAGERS', 100, 51, 26, 'passed'],
    ['VILLAGERS', 100, 52, 26, 'rejected'],
    ['VILLAGE_HOUSEHOLDS', 90, 60, 31, 'passed'],
    ['VILLAGE_HOUSEHOLDS', 90, 59, 59, 'no_quorum'],
    ['VILLAGE_DELEGATES', 31, 21, 11, 'passed'],
    ['VILLAGE_DELEGATES', 31, 20, 20, 'no_quorum'],
    ['RESIDENTS', 80, 40, 40, 'no_quorum'],
    ['RESIDENTS', 80, 41, 20, 'rejected'],
    ['RESIDENTS', 80, 81, 20, 'impossible'],
    ['RESIDENTS', 80, 60, 61, 'impossible'],
    ['RESIDENTS', 0, 0, 0, 'impossible'],
  ] as const)('%s of %i with %i present and %i for it: %s', (kind, eligible, present, inFavour, answer) => {
    expect(voteResult({ kind, eligible, present, inFavour })).toBe(answer);
  });

  it('a voice more never turns a passed vote into a failed one', () => {
    const counts = fc.record({
      kind: fc.constantFrom(...assemblyKinds),
      eligible: fc.integer({ min: 1, max: 300 }),
      present: fc.nat(300),
      inFavour: fc.nat(300),
    });
    fc.assert(
      fc.property(counts, (one) => {
        if (voteResult(one) !== 'passed' || one.inFavour === one.present) return;
        expect(voteResult({ ...one, inFavour: one.inFavour + 1 })).toBe('passed');
      }),
    );
  });

  it.each([
    ['2026-11-26 10:00', 15],
    ['2026-11-27 00:00', 14],
    ['2026-12-10 23:59', 1],
    ['2026-12-11 08:00', 0],
    ['2026-12-30 08:00', 0],
  ])('published on 26 November at 10:00, at %s it hangs for %i days more', (now, days) => {
    expect(publishedUntil(at('2026-11-26 10:00'))).toBe('2026-12-11');
    expect(daysStillPublished(at('2026-11-26 10:00'), at(now))).toBe(days);
  });
});
