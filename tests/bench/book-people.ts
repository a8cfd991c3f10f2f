import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';

/** Somebody who books, signed in. */
export interface Booker {
  id: string;
  token: string;
  village: string;
}

/** An advisor with the village he or she is primary advisor of. */
export interface Desk {
  advisorId: string;
  village: string;
}

const district = '511502';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Ten teams of five advisors, each for a village of its own, sitting 8:00 to 18:00 every day: 20 slots of 30 minutes. */
export async function makeAdvisors(pool: pg.Pool): Promise<Desk[]> {
  const { rows: villages } = await pool.query<{ code: string; town: string }>(
    `SELECT v."code", v."parentCode" AS town FROM (SELECT *, row_number() OVER (PARTITION BY "parentCode" ORDER BY "code") AS place
       FROM "Division" WHERE "kind" = 'VILLAGE' AND "inScope") v WHERE v.place <= 5 ORDER BY v."parentCode", v."code" LIMIT 50`,
  );
  const teams = new Map<string, string>();
  const desks: Desk[] = [];
  for (const { code, town } of villages) {
    const team = teams.get(town) ?? (await makeTeam(pool, town, teams.size));
    teams.set(town, team);
    desks.push({ advisorId: await makeAdvisor(pool, team, code, desks.length), village: code });
  }
  return desks;
}

async function makeTeam(pool: pg.Pool, town: string, index: number): Promise<string> {
  const [firm, team] = [uuid(), uuid()];
  await pool.query(`INSERT INTO "LawFirm" ("districtId", "id", "name") VALUES ($1, $2, $3)`, [
    district,
    firm,
    `律所${index}`,
  ]);
  await pool.query(`INSERT INTO "AdvisorTeam" ("districtId", "id", "firmId", "name") VALUES ($1, $2, $3, $4)`, [
    district,
    team,
    firm,
    `团队${index}`,
  ]);
  await pool.query(
    `INSERT INTO "TeamTown" ("districtId", "id", "teamId", "townCode", "startsOn") VALUES ($1, $2, $3, $4, '2024-01-01')`,
    [district, uuid(), team, town],
  );
  return team;
}

async function makeAdvisor(pool: pg.Pool, team: string, village: string, index: number): Promise<string> {
  const [person, advisor] = [uuid(), uuid()];
  await pool.query(`INSERT INTO "Person" ("districtId", "id", "name") VALUES ($1, $2, $3)`, [
    district,
    person,
    `律师${index}`,
  ]);
  await pool.query(
    `INSERT INTO "Advisor" ("districtId", "id", "personId", "teamId", "licenceNo", "slotMinutes", "dailyLimit", "windowDays")
     VALUES ($1, $2, $3, $4, $5, 30, 20, 30)`,
    [district, advisor, person, team, `L${index}`],
  );
  await pool.query(
    `INSERT INTO "AdvisorVillage" ("districtId", "id", "advisorId", "villageCode", "rank", "startsOn") VALUES ($1, $2, $3, $4, 'PRIMARY', '2024-01-01')`,
    [district, uuid(), advisor, village],
  );
  await pool.query(
    `INSERT INTO "AdvisorAvailability" ("districtId", "id", "advisorId", "kind", "manner", "villageCode", "weekday", "fromMinute", "toMinute", "startsOn")
     SELECT $1, gen_random_uuid(), $2, 'WEEKLY', 'ONSITE', $3, day, 480, 1080, '2024-01-01' FROM generate_series(1, 7) day`,
    [district, advisor, village],
  );
  return advisor;
}

/** People of these villages in turn, signed in. */
export async function makeBookers(pool: pg.Pool, villages: readonly string[], count: number): Promise<Booker[]> {
  const bookers = Array.from({ length: count }, (_, index) => ({
    id: uuid(),
    token: randomBytes(32).toString('base64url'),
    village: villages[index % villages.length] ?? '',
  }));
  await pool.query(
    `INSERT INTO "Person" ("districtId", "id", "name", "homeVillageCode")
     SELECT $1, id, '测试' || left(id::text, 13), code FROM unnest($2::uuid[], $3::text[]) AS t(id, code)`,
    [district, bookers.map(({ id }) => id), bookers.map(({ village }) => village)],
  );
  await pool.query(
    `INSERT INTO "Session" ("districtId", "id", "tokenHash", "personId", "expiresAt")
     SELECT $1, gen_random_uuid(), hash, person, now() + interval '1 day' FROM unnest($2::text[], $3::uuid[]) AS t(hash, person)`,
    [district, bookers.map(({ token }) => hash(token)), bookers.map(({ id }) => id)],
  );
  return bookers;
}
