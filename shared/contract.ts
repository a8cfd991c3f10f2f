import type { z } from 'zod';

import { advisor } from './contract/advisor';
import { assist } from './contract/assist';
import { bookings } from './contract/bookings';
import { calls } from './contract/calls';
import { chat } from './contract/chat';
import { codes } from './contract/codes';
import { forum } from './contract/forum';
import { forumMeetings } from './contract/forum-meetings';
import { forumOpinions } from './contract/forum-opinions';
import { households } from './contract/households';
import { identity } from './contract/identity';
import { laws } from './contract/laws';
import { learning } from './contract/learning';
import { moderation } from './contract/moderation';
import { points } from './contract/points';
import { pointsBatches } from './contract/points-batches';
import { pointsClaims } from './contract/points-claims';
import { pointsShop } from './contract/points-shop';
import { privacy } from './contract/privacy';
import { supervision } from './contract/supervision';
import { tickets } from './contract/tickets';
import { notifications, workbench } from './contract/workbench';

/** Every call there is: name → kind, access, input and output. POST /api/<name>. */
export const contract = {
  ...identity,
  ...tickets,
  ...chat,
  ...codes,
  ...bookings,
  ...calls,
  ...advisor,
  ...laws,
  ...assist,
  ...supervision,
  ...households,
  ...points,
  ...pointsBatches,
  ...pointsClaims,
  ...pointsShop,
  ...forum,
  ...forumMeetings,
  ...forumOpinions,
  ...moderation,
  ...privacy,
  ...learning,
  ...workbench,
  ...notifications,
};

export type Contract = typeof contract;
export type Name = keyof Contract;
/** What a caller may send. */
export type Input<N extends Name> = z.input<Contract[N]['input']>;
/** What a handler receives: defaults filled in. */
export type Parsed<N extends Name> = z.output<Contract[N]['input']>;
/** What a caller receives. */
export type Output<N extends Name> = z.output<Contract[N]['output']>;
