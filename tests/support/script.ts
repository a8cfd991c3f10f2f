import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs a TypeScript file in a Node process of its own and gives what it printed. Throws with its stderr when it fails. */
export async function runScript(file: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', file, ...args], { maxBuffer: 16 * 1024 * 1024 });
  return stdout.trim();
}
