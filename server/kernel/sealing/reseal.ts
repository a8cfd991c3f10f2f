import type pg from 'pg';
import { fieldsOf, isSealedModel, opened, type SealedModel, sealedFields, sealedRow } from './fields';

/** Rows sealed anew in one transaction. */
const batch = 500;

interface Row {
  districtId: string;
  id: string;
  [column: string]: string | null;
}

/**
 * Seals everything that does not begin with `prefix` with the key of now, batch by batch: with `sealedPrefix` of that key what is in clear or under
 * another key, with `anySeal` what is in clear. `said` hears the count so far. Stopped at any point it has lost nothing, and started again it goes on
 * with what is left. Answers how many rows it sealed.
 */
export async function reseal(
  pool: pg.Pool,
  prefix: string,
  said: (model: string, rows: number) => void,
): Promise<number> {
  let all = 0;
  for (const model of Object.keys(sealedFields).filter(isSealedModel)) {
    for (let done = 0, count = batch; count > 0; ) {
      count = await resealSome(pool, model, prefix);
      done += count;
      all += count;
      if (count > 0) said(model, done);
    }
  }
  return all;
}

/** How many rows have something that does not begin with `prefix`. */
export async function unsealedCount(pool: pg.Pool, prefix: string): Promise<number> {
  let all = 0;
  for (const model of Object.keys(sealedFields).filter(isSealedModel)) {
    const { rows } = await pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "${model}" WHERE ${conditionOf(model)}`,
      [`${prefix}%`],
    );
    all += rows[0]?.n ?? 0;
  }
  return all;
}

const conditionOf = (model: SealedModel) =>
  fieldsOf(model)
    .map(({ field }) => `("${field}" IS NOT NULL AND "${field}" NOT LIKE $1)`)
    .join(' OR ');

async function resealSome(pool: pg.Pool, model: SealedModel, prefix: string): Promise<number> {
  const fields = fieldsOf(model);
  const columns = fields.flatMap(({ field, index }) => (index ? [field, index] : [field]));
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // Rows somebody is writing are waited for, so that none is left out.
    const { rows } = await client.query<Row>(
      `SELECT "districtId", "id", ${columns.map((column) => `"${column}"`).join(', ')} FROM "${model}"
       WHERE ${conditionOf(model)} ORDER BY "districtId", "id" LIMIT ${batch} FOR UPDATE`,
      [`${prefix}%`],
    );
    const fresh = rows.map((row) => {
      const plain: Row = { ...row };
      for (const { field } of fields) {
        const value = row[field];
        if (value) plain[field] = opened(model, field, row.id, value);
      }
      return sealedRow(model, plain);
    });
    const list = columns.map((column) => `"${column}" = r."${column}"`).join(', ');
    await client.query(
      `UPDATE "${model}" t SET ${list} FROM jsonb_populate_recordset(NULL::"${model}", $1::jsonb) r
       WHERE t."districtId" = r."districtId" AND t."id" = r."id"`,
      [JSON.stringify(fresh)],
    );
    await client.query('COMMIT');
    return rows.length;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
