import type { Handlers } from '../../kernel/route';
import { agenda } from './agenda';
import { addLeave } from './commands/add-leave';
import { finishFollowUp } from './commands/finish-follow-up';
import { holdLecture } from './commands/hold-lecture';
import { removeLeave } from './commands/remove-leave';
import { saveHours } from './commands/save-hours';
import { saveProfile } from './commands/save-profile';
import { signIn } from './commands/sign-in';
import { signOut } from './commands/sign-out';
import { signVisit } from './commands/sign-visit';
import { feedState, renewFeed, revokeFeed } from './feed';
import { ownHours } from './hours';
import { ownProfile } from './profile';
import { ownVisits, visitsToSign } from './visits';

/** The advisor's day and the village's signature. */
export const advisorRoutes = {
  'advisor.agenda': agenda,
  'advisor.finishFollowUp': finishFollowUp,
  'advisor.hours': ownHours,
  'advisor.saveHours': saveHours,
  'advisor.profile': ownProfile,
  'advisor.saveProfile': saveProfile,
  'advisor.addLeave': addLeave,
  'advisor.removeLeave': removeLeave,
  'advisor.signIn': signIn,
  'advisor.signOut': signOut,
  'advisor.visits': ownVisits,
  'advisor.lecture': holdLecture,
  'advisor.feed': feedState,
  'advisor.renewFeed': renewFeed,
  'advisor.revokeFeed': revokeFeed,
  'visits.toSign': visitsToSign,
  'visits.sign': signVisit,
} satisfies Handlers;
