import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** Prisma's own schema engine, compiled to WASM: same folder layout and same _prisma_migrations table, no binary download. */
export interface SchemaEngine {
  applyMigrations(input: object): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: object): Promise<{ stdout: string | null; exitCode: number }>;
}

const charOid = 18;
const bpcharOid = 1042;
type Fields = { fields?: { dataTypeID: number; isChar?: boolean }[] };

/** adapter-pg has no mapping for PostgreSQL's internal "char" type, which the engine selects: relabel it. */
function relabel<T>(result: T): T {
  for (const field of (result as Fields | undefined)?.fields ?? []) {
    if (field.dataTypeID !== charOid) continue;
    field.dataTypeID = bpcharOid;
    field.isChar = true;
  }
  return result;
}

class CatalogPool extends pg.Pool {
  constructor(options: pg.PoolConfig) {
    super(options);
    this.on('connect', (client) => {
      client.on('error', () => undefined);
      const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown> | undefined;
      Object.assign(client, {
        query: (...args: unknown[]) => {
          const running = query(...args);
          return typeof running?.then === 'function' ? running.then(relabel) : running;
        },
      });
    });
    const query = this.query.bind(this) as (...args: unknown[]) => Promise<unknown>;
    Object.assign(this, { query: async (...args: unknown[]) => relabel(await query(...args)) });
  }
}

/** In the transaction of the script itself: a process killed between the two would leave a migration that is there and counts as failed. */
const markFinished = `DO $$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE finished_at IS NULL AND rolled_back_at IS NULL;
  END IF;
END $$`;

interface CatalogAdapter {
  client: { query(sql: string): Promise<unknown> };
  executeScript(sql: string): Promise<void>;
  performIO(query: unknown): Promise<Fields>;
  queryRaw(query: unknown): Promise<{ columnTypes: number[] }>;
  dispose(): Promise<void>;
}

class CatalogFactory extends PrismaPg {
  constructor(
    private readonly url: string,
    pool: pg.Pool,
  ) {
    super(pool);
  }

  override async connect() {
    const adapter = await super.connect();
    const inner = adapter as unknown as CatalogAdapter;
    // adapter-pg splits scripts on ';', which breaks $$ bodies and leaves a migration half applied. As one query it is one transaction.
    inner.executeScript = async (sql) => void (await inner.client.query(`${sql}\n;${markFinished}`));
    const performIO = inner.performIO.bind(inner);
    const queryRaw = inner.queryRaw.bind(inner);
    let chars: number[] = [];
    inner.performIO = async (query) => {
      const result = await performIO(query);
      chars = result.fields?.flatMap((field, index) => (field.isChar ? [index] : [])) ?? [];
      return result;
    };
    inner.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  }

  override async connectToShadowDb() {
    const name = `prisma_shadow_${process.pid}_${Date.now()}`;
    const admin = new pg.Client(this.url);
    await admin.connect();
    await admin.query(`create database "${name}"`);
    const target = new URL(this.url);
    target.pathname = `/${name}`;
    const pool = new CatalogPool({ connectionString: target.href, max: 2 });
    const adapter = await new CatalogFactory(target.href, pool).connect();
    adapter.dispose = async () => {
      await pool.end();
      await admin.query(`drop database "${name}"`);
      await admin.end();
    };
    return adapter;
  }
}

interface EngineConstructor {
  'new'(options: object, log: () => void, factory: unknown): Promise<SchemaEngine>;
}

// The glue module keeps views of the first instance's memory: a process may instantiate the engine only once.
let loading: Promise<EngineConstructor> | undefined;

// A call in flight does not keep its engine alive: collected under it, the engine is freed and panics.
const inUse = new Set<SchemaEngine>();

async function loadEngine(): Promise<EngineConstructor> {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => process.stderr.write(`${message.slice(0, 400)}\n`),
    },
  });
  const glueFile = createRequire(path.resolve('package.json')).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = (await importModule(glueFile)) as {
    __wbg_set_wasm(exports: unknown): void;
    SchemaEngine: EngineConstructor;
  };
  const wasm = fs.readFileSync(path.join(path.dirname(glueFile), 'schema_engine_bg.wasm'));
  const imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports };
  const instance = await WebAssembly.instantiate(await WebAssembly.compile(wasm), imports);
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine;
}

/** Runs `work` with the engine on the database at `url` for the schema files given, and closes its connections. */
export async function withSchemaEngine<T>(
  url: string,
  schema: { path: string; content: string }[],
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= loadEngine();
  const Engine = await loading;
  const pool = new CatalogPool({ connectionString: url, max: 2 });
  const factory = bindMigrationAwareSqlAdapterFactory(
    new CatalogFactory(url, pool) as SqlMigrationAwareDriverAdapterFactory,
  );
  const engine = await Engine.new(
    { datamodels: schema.map(({ path: file, content }) => [file, content]) },
    () => undefined,
    factory,
  );
  inUse.add(engine);
  try {
    return await work(engine);
  } finally {
    inUse.delete(engine);
    await pool.end();
  }
}

/** A real dynamic import of an ES module, also from code that was compiled to CommonJS. */
const importModule = (file: string): Promise<unknown> =>
  new Function('href', 'return import(href)')(pathToFileURL(file).href) as Promise<unknown>;
