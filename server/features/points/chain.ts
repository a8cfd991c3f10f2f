import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { PointsEntry } from '#prisma';

/** What of an entry is sealed in the chain besides its number and balance. */
export type Sealed = Pick<
  PointsEntry,
  | 'id'
  | 'accountId'
  | 'counterId'
  | 'villageCode'
  | 'kind'
  | 'delta'
  | 'source'
  | 'ruleItemId'
  | 'reversesId'
  | 'actorId'
  | 'reviewerId'
  | 'text'
  | 'at'
>;

/** The canonical form (RFC 8785) of an entry: the same entry gives the same text on every machine. Times are ISO 8601 in UTC with milliseconds. */
export function bodyOf(entry: Sealed): string {
  const { id, accountId, counterId, villageCode, kind, delta, source, text, at } = entry;
  const { ruleItemId, reversesId, actorId, reviewerId } = entry;
  const body = canonicalize({
    ...{ id, accountId, counterId, villageCode, kind, delta, source, text, at: at.toISOString() },
    ...{ ruleItemId, reversesId, actorId, reviewerId },
  });
  if (body === undefined) throw new Error('an entry has no canonical form');
  return body;
}

/** The hash of an entry, as the database's trigger makes it: SHA-256, hex, over the hash before, the number, the balance and the body. */
export const hashOf = ({
  previous,
  seq,
  balance,
  body,
}: Pick<PointsEntry, 'previous' | 'seq' | 'balance' | 'body'>): string =>
  createHash('sha256').update(`${previous}\n${seq}\n${balance}\n${body}`).digest('hex');
