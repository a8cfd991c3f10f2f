import type pg from 'pg';

/** A table of the desk: its stored columns and primary key, and the tables its foreign keys point at. */
export interface TableShape {
  name: string;
  columns: string[];
  key: string[];
  needs: string[];
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const listOf = (names: readonly string[]) => names.map(quoted).join(', ');

/** The rows of a table as text, in the order of the key: the same rows give the same bytes. */
export const copyOut = ({ name, columns, key }: Pick<TableShape, 'name' | 'columns' | 'key'>) =>
  `COPY (SELECT ${listOf(columns)} FROM ${quoted(name)} ORDER BY ${listOf(key)}) TO STDOUT`;

export const copyIn = ({ name, columns }: Pick<TableShape, 'name' | 'columns'>) =>
  `COPY ${quoted(name)} (${listOf(columns)}) FROM STDIN`;

/**
 * Every table of the schema `public` but the list of migrations, those pointed at before those that point. Throws when tables point at each
 * other in a ring, or one has no primary key.
 */
export async function tablesInOrder(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    SELECT c.relname AS name,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      COALESCE((SELECT array_agg(a.attname::text ORDER BY k.place) FROM pg_constraint p, unnest(p.conkey) WITH ORDINALITY k(num, place), pg_attribute a
        WHERE p.conrelid = c.oid AND p.contype = 'p' AND a.attrelid = c.oid AND a.attnum = k.num), '{}') AS key,
      COALESCE((SELECT array_agg(DISTINCT t.relname::text) FROM pg_constraint f JOIN pg_class t ON t.oid = f.confrelid
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid), '{}') AS needs
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> '_prisma_migrations' ORDER BY 1`);
  const ordered: TableShape[] = [];
  const done = new Set<string>();
  while (ordered.length < rows.length) {
    const ready = rows.filter(({ name, needs }) => !done.has(name) && needs.every((need) => done.has(need)));
    if (ready.length === 0) throw new Error('这些表互相引用，排不出先后，不能备份');
    for (const table of ready) {
      if (table.key.length === 0) throw new Error(`表 ${table.name} 没有主键，不能备份`);
      ordered.push(table);
      done.add(table.name);
    }
  }
  return ordered;
}
