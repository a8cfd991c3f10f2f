import { Prisma } from '#prisma';
import { openDb, sqlOf, sqlTransaction, translateDatabaseError } from '#server/kernel/db';
import { desk } from '../support/desk';
import { make } from '../support/make';

const at = new Date('2026-11-23T00:30:15.123Z');
const asked = Prisma.sql`
  SELECT ${at}::timestamptz AS instant, ${'2026-11-23'}::date AS day, ${7}::int AS whole, ${9_007_199_254_740_993n}::bigint AS big,
    ${'0.10'}::numeric AS exact, 1.5::float8 AS part, ${true}::boolean AS yes, ${null}::text AS nothing, ${['甲', '乙"\\']}::text[] AS words,
    ${'0191f0c0-0000-7000-8000-000000000000'}::uuid AS id, ${JSON.stringify({ a: [1] })}::jsonb AS bag, ARRAY[]::int[] AS none`;

describe('statements past Prisma', () => {
  it('give and take values as those through Prisma do', async () => {
    const { prisma } = desk();
    const through = await prisma.$queryRaw<unknown[]>(asked);
    expect(await sqlOf(prisma).$queryRaw(asked)).toEqual(through);
    expect(through).toEqual([expect.objectContaining({ instant: at, day: new Date('2026-11-23T00:00:00Z') })]);
  });

  it('count the rows they touch', async () => {
    const { id } = await make.person();
    const sql = sqlOf(desk().prisma);
    expect(await sql.$executeRaw`UPDATE "Person" SET "name" = "name" WHERE "id" = ${id}::uuid`).toBe(1);
  });

  it('leave nothing of a transaction that failed', async () => {
    const { prisma } = desk();
    const { id } = await make.person({ name: '原名' });
    const nameNow = async () => (await prisma.person.findFirstOrThrow({ where: { id } })).name;
    const renaming = (end: () => void) =>
      sqlTransaction(prisma, async (sql) => {
        await sql.$executeRaw`UPDATE "Person" SET "name" = '改了' WHERE "id" = ${id}::uuid`;
        end();
      });
    await expect(
      renaming(() => {
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await nameNow()).toBe('原名');
    await renaming(() => undefined);
    expect(await nameNow()).toBe('改了');
  });

  it('are not said to be kept when one of them failed unheard', async () => {
    await expect(
      sqlTransaction(desk().prisma, async (sql) => {
        await sql.$queryRaw`SELECT 1 / 0`.catch(() => undefined);
      }),
    ).rejects.toThrow('had failed');
  });

  it('name the rule of the database that was broken', async () => {
    const { prisma, ground } = desk();
    const { id } = await make.person();
    const twice = sqlOf(prisma).$executeRaw`
      INSERT INTO "Conversation" ("districtId", "id", "personId", "state", "lastAt")
      SELECT ${ground.districtId}, gen_random_uuid(), ${id}::uuid, '{}', now() FROM generate_series(1, 2)`;
    expect(translateDatabaseError(await twice.catch((error: unknown) => error))?.code).toBe('conversation_busy');
  });

  it('free their connection, and close one that broke', async () => {
    const { prisma, close } = openDb(desk().databaseUrl, 1);
    await sqlTransaction(prisma, (sql) => sql.$queryRaw`SELECT 1`);
    const ending = sqlTransaction(prisma, (sql) => sql.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`);
    expect(translateDatabaseError(await ending.catch((error: unknown) => error))?.code).toBe('unavailable');
    expect(await sqlTransaction(prisma, (sql) => sql.$queryRaw`SELECT 2 AS two`)).toEqual([{ two: 2 }]);
    await close();
  });
});
