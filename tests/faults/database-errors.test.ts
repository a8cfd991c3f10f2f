import { isRetryable, translateDatabaseError } from '#server/kernel/db';

/** As Prisma's adapter throws it when BEGIN or COMMIT fails. */
const bare = (cause: object) => Object.assign(new Error('failed'), { name: 'DriverAdapterError', cause });
/** As Prisma throws it when a query fails. */
const wrapped = (cause: object) =>
  Object.assign(new Error('failed'), { code: 'P2010', meta: { driverAdapterError: { cause } } });

describe('a failure of the database', () => {
  it.each([
    ['a connection ended by PostgreSQL, at COMMIT', bare({ kind: 'postgres', originalCode: '57P01' }), 'unavailable'],
    [
      'a connection ended by PostgreSQL, in a query',
      wrapped({ kind: 'postgres', originalCode: '57P01' }),
      'unavailable',
    ],
    ['a reset socket, at BEGIN', bare({ kind: 'ConnectionClosed' }), 'unavailable'],
    ['a database that is not there', wrapped({ kind: 'DatabaseNotReachable' }), 'unavailable'],
    ['an answer that did not come', new Error('Query read timeout'), 'unavailable'],
    ['a statement that took too long', wrapped({ kind: 'postgres', originalCode: '57014' }), 'unavailable'],
    ['a text with NUL', wrapped({ kind: 'postgres', originalCode: '22021' }), 'invalid_input'],
    ['a statement that is wrong', wrapped({ kind: 'postgres', originalCode: '42601' }), undefined],
    ['a bug', new TypeError('x is not a function'), undefined],
    ['nothing', undefined, undefined],
  ])('is named: %s', (_what, error, code) => {
    expect(translateDatabaseError(error)?.code).toBe(code);
  });

  it.each([
    ['a conflict at COMMIT', bare({ kind: 'TransactionWriteConflict', originalCode: '40001' }), true],
    ['a deadlock in a query', wrapped({ kind: 'TransactionWriteConflict', originalCode: '40P01' }), true],
    ['a conflict as Prisma names it', { code: 'P2034' }, true],
    ['a lost connection', bare({ kind: 'postgres', originalCode: '57P01' }), false],
  ])('is worth another try: %s', (_what, error, expected) => {
    expect(isRetryable(error)).toBe(expected);
  });
});
