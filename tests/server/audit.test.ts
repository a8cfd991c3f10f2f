import { verifyAudit } from '#server/kernel/audit';
import { as } from '../support/api';
import { desk } from '../support/desk';
import { home, make } from '../support/make';

/** Looks at a hidden number so many times; each is a line of the audit log. */
async function reveal(times: number): Promise<void> {
  const resident = await make.person({ phone: '19999001234' });
  const grid = await make.staff('GRID_STAFF', home.grid);
  const { id } = await make.ticket({ reporterId: resident.id, assigneeId: grid.id });
  for (let count = 0; count < times; count += 1) await as(grid).ok('tickets.reveal', { id, reason: `约时间${count}` });
}

const verify = (marks: Parameters<typeof verifyAudit>[1] = []) =>
  verifyAudit({ db: desk().prisma, districtId: '511502' }, marks);

/** Changes rows as only the owner of the database can, with the triggers off. */
const tamper = (statement: string) =>
  desk().prisma.$transaction([
    desk().prisma.$executeRaw`SET LOCAL session_replication_role = replica`,
    desk().prisma.$executeRawUnsafe(statement),
  ]);

describe('the audit log', () => {
  it('has a line for each look at what is hidden, in one chain, also when many look at once', async () => {
    await Promise.all([reveal(3), reveal(3), reveal(3)]);
    const { entries, problem } = await verify();
    expect([entries, problem]).toEqual([9, null]);
    expect(await desk().prisma.auditEntry.findFirst()).toMatchObject({ name: 'ticket.contactRevealed', seq: 1 });
  });

  it.each([
    ['tickets.exported', true],
    ['shop.exported', true],
    ['scores.exported', true],
    ['desktop.confirmed', true],
    ['privacy.phoneShown', true],
    ['ticket.opened', false],
  ])('holds %s: %s', async (name, isHeld) => {
    expect(await desk().prisma.$queryRaw`SELECT is_audited(${name}) AS held`).toEqual([{ held: isHeld }]);
  });

  it.each([
    ['UPDATE', `UPDATE "AuditEntry" SET "actorId" = NULL`],
    ['DELETE', `DELETE FROM "AuditEntry"`],
    ['UPDATE', `UPDATE "DomainEvent" SET "actorId" = NULL`],
    ['TRUNCATE', `TRUNCATE "AuditEntry"`],
  ])('refuses to be changed: %s (%s)', async (_verb, statement) => {
    await reveal(1);
    await expect(desk().prisma.$executeRawUnsafe(statement)).rejects.toThrow(/on the audit log/);
    expect((await verify()).problem).toBeNull();
  });

  it.each([
    ['another person', `UPDATE "AuditEntry" SET "actorId" = gen_random_uuid() WHERE "seq" = 2`, '第 2 条'],
    ['other words', `UPDATE "AuditEntry" SET "body" = replace("body", '约', '月') WHERE "seq" = 2`, '哈希不对'],
    ['a line taken out', `DELETE FROM "AuditEntry" WHERE "seq" = 2`, '编号不连续'],
    ['the last line taken off', `DELETE FROM "AuditEntry" WHERE "seq" = 3`, '链尾和最后一条对不上'],
    [
      'the fact it tells of',
      `UPDATE "DomainEvent" SET "payload" = '{"ticketId":"x","reason":"y"}' WHERE "name" = 'ticket.contactRevealed'`,
      '它记的事实后来被改过',
    ],
  ])('shows what was changed behind its back: %s', async (_what, statement, problem) => {
    await reveal(3);
    await tamper(statement);
    expect((await verify()).problem).toContain(problem);
  });

  it('shows a chain that was written anew from one end to the other, by the end that was noted outside', async () => {
    await reveal(3);
    const { head } = await verify();
    await tamper(`TRUNCATE "AuditEntry", "AuditHead"`);
    expect((await verify([head])).problem).toContain('以前记下的有 3 条');
    await reveal(4);
    expect((await verify()).problem).toBeNull();
    expect((await verify([head])).problem).toContain('整条链被改写过');
  });
});
