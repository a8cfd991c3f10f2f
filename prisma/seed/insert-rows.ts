import { Prisma } from '#prisma';
import type { Db } from '#server/kernel/db';
import { isSealedModel, sealedRow } from '#server/kernel/sealing/fields';

const batch = 4000;

/**
 * Writes many rows in one statement a batch, several times faster than createMany. Every row must have the same columns or leave out only those
 * that may be null: what a row leaves out is null, not the column's default. What is sealed at rest is sealed here.
 */
export async function insertRows(db: Db, table: Prisma.ModelName, plain: readonly object[]): Promise<void> {
  const rows = isSealedModel(table) ? plain.map((row) => sealedRow(table, row)) : plain;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const list = Prisma.raw(columns.map((column) => `"${column}"`).join(', '));
  const name = Prisma.raw(`"${table}"`);
  for (let from = 0; from < rows.length; from += batch) {
    const json = JSON.stringify(rows.slice(from, from + batch));
    await db.$executeRaw`
      INSERT INTO ${name} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${name}, ${json}::jsonb)`;
  }
}
