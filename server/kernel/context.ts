import type { PostKind } from '#prisma';
import type { Db } from './db';
import type { Emit } from './events';
import type { Log } from './log';
import type { Sql } from './sql';

/** A post that is held today. `placeCode` is a grid, village, town or district code. */
export interface ActorPost {
  kind: PostKind;
  placeCode: string;
  departmentCode: string | null;
}

/** Who is asking. `id` is `nobody` for a caller who is not signed in. */
export interface Actor {
  id: string;
  name: string;
  sessionId: string;
  homeVillageCode: string | null;
  posts: ActorPost[];
}

/** What every command and query gets: the transaction, the person, the time, and a way to say what happened. */
export interface Ctx {
  db: Db;
  districtId: string;
  actor: Actor;
  now: Date;
  requestId: string;
  emit: Emit;
  log: Log;
  /** A signed, expiring path to a stored file (photo, export), for this caller's reply. */
  link: (fileKey: string) => string;
  /** A text under the desk's secret (HMAC-SHA256, hex): names are compared by it and never kept. */
  keyed: (text: string) => string;
  /** The idempotency key of the request, when it carries one. */
  idempotencyKey: string | undefined;
  /** What the caller's browser or phone calls itself; absent when the desk itself acts. */
  userAgent?: string;
}

/** The same as far as statements alone go. */
export interface Stating extends Omit<Ctx, 'db' | 'emit'> {
  db: Sql;
}

export const nobody = '00000000-0000-0000-0000-000000000000';
export const anonymous: Actor = { id: nobody, name: '', sessionId: '', homeVillageCode: null, posts: [] };

/** The desk itself acting (jobs, alarms). */
export const system: Actor = { id: nobody, name: '系统', sessionId: '', homeVillageCode: null, posts: [] };

/** Posts of residents who give their time: they open no door of the staff. */
const voluntary: readonly PostKind[] = ['COUNCIL_MEMBER', 'SERVICE_TEAM', 'MEDIATOR', 'REVIEWER', 'MERCHANT'];
export const isStaff = ({ posts }: { posts: readonly { kind: PostKind }[] }): boolean =>
  posts.some(({ kind }) => !voluntary.includes(kind));
export const holds = (actor: Actor, kind: PostKind) => actor.posts.some((post) => post.kind === kind);
