import fs from 'node:fs';
import path from 'node:path';
import { v7 as uuid } from 'uuid';
import { contract, type Name } from '#shared/contract';
import { hourMs, later } from '#shared/domain/time/clock';
import { anonymous, as } from '../support/api';
import { freeze, now } from '../support/clock';
import { desk } from '../support/desk';
import { home, make } from '../support/make';
import { bodyOf } from '../support/valid-bodies';

/**
 * Every call × role × {own, of the same grid, of elsewhere}. The expected answers are access-matrix.txt, one line a call: a column a role, in each a letter for
 * each subject. y done, b a refusal that stands on the state and not on the person, f forbidden, h hidden (not_found), u not signed in. Calls without a subject
 * of their own have one letter. `ACCESS_MATRIX=write` writes the file anew: read the difference before it is committed.
 */
const file = path.join(__dirname, 'access-matrix.txt');
const names = (Object.keys(contract) as Name[]).toSorted();
const featureOf = (name: Name) => name.split('.')[0] ?? '';

type Who = { id: string };
const roles = {
  nobody: async () => undefined,
  resident: () => make.person({ homeGridCode: home.grid }),
  gridStaff: () => make.staff('GRID_STAFF', home.grid),
  gridLead: () => make.staff('GRID_LEAD', home.village),
  townClerk: () => make.staff('TOWN_CLERK', home.town),
  clerk: () => make.staff('DEPARTMENT_CLERK', home.district, { departmentCode: 'zhifa' }),
  seat: () => make.staff('CENTRE_SEAT', home.district),
  bureau: () => make.staff('JUSTICE_BUREAU', home.district),
  admin: () => make.staff('ADMIN', home.district),
  advisor: async () => (await make.advisor({ villages: [] })).person,
  reviewer: () => make.staff('REVIEWER', home.village),
  merchant: () => make.staff('MERCHANT', home.village),
} satisfies Record<string, () => Promise<Who | undefined>>;

const elsewhere = {
  tickets: { villageCode: home.otherVillage, unitCode: home.otherVillage },
  forum: { townCode: home.otherTown, villageCode: home.otherVillage, ownerUnit: home.otherVillage },
};

/** Makes a subject: one's own, somebody's of the same grid, somebody's of another town. */
const subjects: Readonly<Record<string, (whose: Who | 'near' | 'far') => Promise<{ id: string }>>> = {
  tickets: (whose) =>
    make.ticket(whose === 'far' ? elsewhere.tickets : whose === 'near' ? {} : { reporterId: whose.id }),
  forum: (whose) => make.topic(whose === 'far' ? elsewhere.forum : whose === 'near' ? {} : { authorId: whose.id }),
  bookings: async (whose) => {
    const villageCode = whose === 'far' ? home.otherVillage : home.village;
    const resident = typeof whose === 'string' ? await make.person({ homeVillageCode: villageCode }) : whose;
    return booking(resident, villageCode);
  },
};

let hours = 24;
/** A request that waits for the one advisor there is: who comes as an advisor is the other party of every booking. */
async function booking(resident: Who, villageCode: string): Promise<{ id: string }> {
  const { prisma } = desk();
  const { districtId } = home;
  const { id: advisorId } = await prisma.advisor.findFirstOrThrow();
  hours += 1;
  const time = { startsAt: later(now(), hours * hourMs), endsAt: later(now(), (hours + 1) * hourMs) };
  const [id, slotId] = [uuid(), uuid()];
  await prisma.slot.create({ data: { districtId, id: slotId, advisorId, ...time, manner: 'PHONE', state: 'TAKEN' } });
  return prisma.booking.create({
    data: {
      ...{ districtId, id, rootId: id, no: `YY${id}`, slotId, advisorId, villageCode, ...time },
      ...{ residentId: resident.id, manner: 'PHONE', matter: '地边的事', disputeType: '邻里', because: '本村的顾问' },
      ...{ createdAt: now(), updatedAt: now() },
    },
    select: { id: true },
  });
}

const letters: Readonly<Record<string, string>> = { unauthenticated: 'u', forbidden: 'f', not_found: 'h' };
const letterOf = ({ status, body }: { status: number; body: { error?: { code: string } } }): string =>
  status === 200 ? 'y' : (letters[body.error?.code ?? ''] ?? 'b');

type Cast = readonly (Who | undefined)[];
const gather = async (): Promise<Cast> => {
  const cast: (Who | undefined)[] = [];
  for (const role of Object.values(roles)) cast.push(await role());
  return cast;
};

/** The line of one call: what each role is answered about each subject. */
async function lineOf(name: Name, cast: Cast): Promise<string> {
  const body = bodyOf(name);
  const key = ['id', 'ticketId', 'topicId'].find((one) => one in body);
  const made = key && subjects[featureOf(name)];
  const others = made ? [await made('near'), await made('far')] : [];
  const cells: string[] = [];
  for (const who of cast) {
    const caller = who ? as(who) : anonymous;
    const bodies = made ? [await made(who ?? 'near'), ...others].map(({ id }) => ({ ...body, [key]: id })) : [body];
    let cell = '';
    for (const one of bodies) cell += letterOf(await caller.call(name, one as never));
    cells.push(cell);
  }
  return cells.join(' ');
}

/** Calls of these change the people themselves: each meets people of its own. */
const changing = ['auth', 'me', 'privacy', 'households'];

const isWriting = process.env.ACCESS_MATRIX === 'write';
const lines = isWriting ? [] : fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
const expected = new Map(lines.map((line) => [line.split(/\s/)[0], line.replace(/^\S+\s+/, '')]));
const written = [`# ${Object.keys(roles).join(' ')}`];

beforeEach(() => freeze('2026-11-23T10:00:00+08:00'));

it.each([...new Set(names.map(featureOf))])(
  '%s answers each role as the matrix says',
  async (feature) => {
    const answers: Record<string, string> = {};
    const cast = await gather();
    for (const name of names)
      if (featureOf(name) === feature)
        answers[name] = await lineOf(name, changing.includes(feature) ? await gather() : cast);
    for (const [name, line] of Object.entries(answers)) written.push(`${name.padEnd(28)} ${line}`);
    if (!isWriting)
      expect(answers).toEqual(Object.fromEntries(Object.keys(answers).map((name) => [name, expected.get(name)])));
  },
  60_000,
);

afterAll(() => {
  if (isWriting) fs.writeFileSync(file, `${written.join('\n')}\n`);
});
