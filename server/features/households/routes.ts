import type { Ctx } from '../../kernel/context';
import type { Handlers } from '../../kernel/route';
import { consentToMove, decideMove, withdrawMove } from './commands/answer-move';
import {
  joinHousehold,
  mergeHousehold,
  registerHousehold,
  relocateHousehold,
  splitHousehold,
} from './commands/ask-for';
import { handOverHead, leaveHousehold, nameHead } from './commands/change-members';
import { acceptInvite, invitedInto, inviteMember } from './commands/invite-member';
import { loadMove } from './moves';
import { presentMove } from './present';
import { householdDesk, myHousehold } from './reads';

/** Does it and shows the caller's household afterwards. */
const thenMine =
  <I>(work: (ctx: Ctx, input: I) => Promise<void>) =>
  async (ctx: Ctx, input: I) => {
    await work(ctx, input);
    return myHousehold(ctx);
  };

export const householdRoutes = {
  'households.mine': myHousehold,
  'households.invite': inviteMember,
  'households.invited': invitedInto,
  'households.accept': thenMine(acceptInvite),
  'households.join': thenMine(joinHousehold),
  'households.register': thenMine(registerHousehold),
  'households.leave': thenMine(leaveHousehold),
  'households.handOver': thenMine(handOverHead),
  'households.split': thenMine(splitHousehold),
  'households.merge': thenMine(mergeHousehold),
  'households.relocate': thenMine(relocateHousehold),
  'households.consent': thenMine(consentToMove),
  'households.withdraw': thenMine(withdrawMove),
  'households.decide': async (ctx, input) => {
    await decideMove(ctx, input);
    return presentMove(ctx, await loadMove(ctx, input.id));
  },
  'households.desk': householdDesk,
  'households.nameHead': async (ctx, input) => {
    await nameHead(ctx, input);
    return { ok: true } as const;
  },
} satisfies Handlers;
