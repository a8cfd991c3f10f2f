// `npm run bench <name>`: runs tests/bench/<name>.ts.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const [name = '', ...rest] = process.argv.slice(2);
const file = `tests/bench/${name}.ts`;
if (!/^[a-z]+$/.test(name) || !fs.existsSync(file)) {
  const known = fs
    .readdirSync('tests/bench')
    .filter((entry) => /^[a-z]+\.ts$/.test(entry))
    .map((entry) => entry.slice(0, -3));
  process.stderr.write(`npm run bench <${known.join('|')}>\n`);
  process.exit(1);
}
process.exit(spawnSync(process.execPath, ['--import', 'tsx', file, ...rest], { stdio: 'inherit' }).status ?? 1);
