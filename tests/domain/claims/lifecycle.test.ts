import fc from 'fast-check';
import {
  type ClaimState,
  claimActions,
  claimMay,
  claimRoles,
  claimStateAfter,
  claimStates,
  isClaimRunning,
} from '#shared/domain/claims/lifecycle';

/** What each role can do in each state, for points that come; everything that is not here is impossible. */
const table: Partial<Record<ClaimState, Record<string, string>>> = {
  PROPOSED: { FAMILY: 'withdraw', GRID: 'accept decline', LEAD: 'accept decline' },
  REVIEW: { FAMILY: 'withdraw', REVIEWER: 'vote', DESK: 'pass refuse' },
  NOTICE: { LEAD: 'dismiss reopen', VILLAGER: 'object', DESK: 'refuse book reopen' },
  BOOKED: { FAMILY: 'appeal', DESK: 'reverse' },
  REJECTED: { FAMILY: 'appeal', DESK: 'reinstate' },
};

const possible = (state: ClaimState, role: (typeof claimRoles)[number], points: number) =>
  claimActions.filter((action) => claimMay(role, action, points) && claimStateAfter(state, action));

describe('the life of a claim', () => {
  it.each(claimStates)('gives each role in %s what the table says and no more', (state) => {
    for (const role of claimRoles)
      expect([role, possible(state, role, 5).sort()]).toEqual([
        role,
        (table[state]?.[role] ?? '').split(' ').filter(Boolean).sort(),
      ]);
  });

  it('lets no family take back what takes points', () => {
    for (const state of claimStates) expect(possible(state, 'FAMILY', -2)).not.toContain('withdraw');
  });

  it('comes to points only over review and notice, whatever is done, and never out of an end but by appeal', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...claimActions), { maxLength: 30 }), (actions) => {
        let state: ClaimState = 'PROPOSED';
        const seen: ClaimState[] = [state];
        for (const action of actions) {
          const next = claimStateAfter(state, action);
          if (!next) continue;
          if (!isClaimRunning(state) && next !== state) expect(['reverse', 'reinstate']).toContain(action);
          state = next;
          seen.push(state);
        }
        if (!seen.includes('BOOKED')) return;
        const booked = seen.indexOf('BOOKED');
        expect(seen.slice(0, booked).at(-1)).toBe('NOTICE');
      }),
    );
  });
});
