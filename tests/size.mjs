// `npm run size`: how big the built mini-program is, package by package; fails above our limits (WeChat's own are 2 MB a package).
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'dist/weapp');
const limitKb = { main: 700, sub: 400 };

if (!fs.existsSync(path.join(root, 'app.json'))) {
  process.stderr.write('dist/weapp is not built; run `npm run build:weapp` first\n');
  process.exit(1);
}

const app = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8'));
const subRoots = (app.subPackages ?? []).map((one) => one.root.replace(/\/$/, ''));
// WeChat leaves the project file and source maps out of what it uploads.
const counts = (file) => file !== 'project.config.json' && !file.endsWith('.map') && !file.endsWith('.LICENSE.txt');
const bytesOf = new Map([['main', 0], ...subRoots.map((name) => [name, 0])]);
for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/');
  if (!counts(file)) continue;
  const home = subRoots.find((name) => file.startsWith(`${name}/`)) ?? 'main';
  bytesOf.set(home, (bytesOf.get(home) ?? 0) + fs.statSync(path.join(root, file)).size);
}

let over = false;
for (const [name, bytes] of bytesOf) {
  const limit = name === 'main' ? limitKb.main : limitKb.sub;
  const kb = bytes / 1024;
  over ||= kb > limit;
  process.stdout.write(
    `${name.padEnd(20)} ${kb.toFixed(1).padStart(8)} KB  of ${String(limit).padStart(4)} KB${kb > limit ? '  TOO BIG' : ''}\n`,
  );
}
process.exit(over ? 1 : 0);
