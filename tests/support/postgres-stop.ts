const held = globalThis as typeof globalThis & { deskPostgres?: Promise<{ stop(): Promise<void> }> };

/** Jest's globalTeardown. */
export default async function tearDown(): Promise<void> {
  const server = held.deskPostgres;
  held.deskPostgres = undefined;
  await (await server)?.stop();
}
