import type { Handlers } from '../../kernel/route';
import { acceptClaim } from './commands/accept-claim';
import { answerObjection } from './commands/answer-objection';
import { appealClaim } from './commands/appeal-claim';
import { applyClaim } from './commands/apply-claim';
import { raiseAppeal, withdrawAppeal } from './commands/carry-on-appeal';
import { appointReviewer, releaseReviewer } from './commands/change-reviewers';
import { dismissSuggestion, takeSuggestion } from './commands/decide-suggestion';
import { declareKin } from './commands/declare-kin';
import { declineClaim } from './commands/decline-claim';
import { decideAppeal, judgeAppeal } from './commands/judge-appeal';
import { objectClaim } from './commands/object-claim';
import { recordClaim } from './commands/record-claim';
import { voteClaims } from './commands/vote-claims';
import { warnHousehold } from './commands/warn-household';
import { withdrawClaim } from './commands/withdraw-claim';
import {
  claimDesk,
  claimOptions,
  householdsInCare,
  myClaims,
  oneClaim,
  someClaims,
  villageNotices,
  villageReviewers,
} from './reads';

import { suggestions } from './suggestions';

const ok = { ok: true } as const;

export const claimRoutes = {
  'claims.options': claimOptions,
  'claims.apply': async (ctx, input) => oneClaim(ctx, { id: await applyClaim(ctx, input) }),
  'claims.mine': myClaims,
  'claims.get': oneClaim,
  'claims.withdraw': async (ctx, input) => oneClaim(ctx, { id: await withdrawClaim(ctx, input) }),
  'claims.households': householdsInCare,
  'claims.record': async (ctx, input) => oneClaim(ctx, { id: await recordClaim(ctx, input) }),
  'claims.warn': async (ctx, input) => {
    await warnHousehold(ctx, input);
    return ok;
  },
  'claims.desk': claimDesk,
  'claims.accept': async (ctx, input) => oneClaim(ctx, { id: await acceptClaim(ctx, input) }),
  'claims.decline': async (ctx, input) => oneClaim(ctx, { id: await declineClaim(ctx, input) }),
  'claims.vote': async (ctx, input) => someClaims(ctx, await voteClaims(ctx, input)),
  'claims.notices': villageNotices,
  'claims.object': async (ctx, input) => {
    await objectClaim(ctx, input);
    return ok;
  },
  'claims.answer': async (ctx, input) => oneClaim(ctx, { id: await answerObjection(ctx, input) }),
  'claims.appeal': async (ctx, input) => oneClaim(ctx, { id: await appealClaim(ctx, input) }),
  'claims.withdrawAppeal': async (ctx, input) => oneClaim(ctx, { id: await withdrawAppeal(ctx, input) }),
  'claims.raiseAppeal': async (ctx, input) => oneClaim(ctx, { id: await raiseAppeal(ctx, input) }),
  'claims.judgeAppeal': async (ctx, input) => oneClaim(ctx, { id: await judgeAppeal(ctx, input) }),
  'claims.decideAppeal': async (ctx, input) => oneClaim(ctx, { id: await decideAppeal(ctx, input) }),
  'claims.suggestions': suggestions,
  'claims.takeSuggestion': async (ctx, input) => oneClaim(ctx, { id: await takeSuggestion(ctx, input) }),
  'claims.dismissSuggestion': async (ctx, input) => {
    await dismissSuggestion(ctx, input);
    return ok;
  },
  'claims.reviewers': villageReviewers,
  'claims.appointReviewer': async (ctx, input) => {
    await appointReviewer(ctx, input);
    return ok;
  },
  'claims.releaseReviewer': async (ctx, input) => {
    await releaseReviewer(ctx, input);
    return ok;
  },
  'claims.declareKin': async (ctx, input) => {
    await declareKin(ctx, input);
    return ok;
  },
} satisfies Handlers;
