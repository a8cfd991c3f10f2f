// `npm run faults [-- words of a title]`: the faults a desk has to live with, one after the other, a PASS or FAIL line each.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-faults-'));
const run = (command, args) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, FAULT_FIGURES: path.join(folder, 'figures') },
  }).status ?? 1;

const words = process.argv.slice(2);
const failed =
  run('npm', ['run', '--silent', 'build:server']) ||
  run('npx', [
    ...['jest', '--runInBand', '--reporters', '<rootDir>/tests/faults/reporter.cjs'],
    ...['tests/faults', 'tests/gateways/wechat-faults', 'tests/server/bookings.races', 'tests/server/random-bodies'],
    ...(words.length > 0 ? ['-t', words.join(' ')] : []),
  ]);
fs.rmSync(folder, { recursive: true, force: true });
process.exit(failed);
