// `npm run size`: how big the built mini-program is, package by package, and the H5 pages; fails above our limits (WeChat's own are 2 MB a package).
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'dist');
const limitKb = { main: 700, sub: 400, h5: 2500 };

for (const [build, proof] of [
  ['weapp', 'app.json'],
  ['h5', 'index.html'],
]) {
  if (fs.existsSync(path.join(dist, build, proof))) continue;
  process.stderr.write(`dist/${build} is not built; run \`npm run build:${build}\` first\n`);
  process.exit(1);
}

/** The files of a build by their path in it, with their bytes. */
const filesOf = (build) =>
  fs
    .readdirSync(path.join(dist, build), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => [path.relative(path.join(dist, build), file).replaceAll('\\', '/'), fs.statSync(file).size]);
// WeChat leaves the project file and source maps out of what it uploads.
const counts = ([file]) => file !== 'project.config.json' && !file.endsWith('.map') && !file.endsWith('.LICENSE.txt');

const app = JSON.parse(fs.readFileSync(path.join(dist, 'weapp/app.json'), 'utf8'));
const subRoots = (app.subPackages ?? []).map((one) => one.root.replace(/\/$/, ''));
const bytesOf = new Map(['main', ...subRoots, 'h5'].map((name) => [name, 0]));
const add = (name, bytes) => bytesOf.set(name, (bytesOf.get(name) ?? 0) + bytes);
for (const [file, bytes] of filesOf('weapp').filter(counts))
  add(subRoots.find((name) => file.startsWith(`${name}/`)) ?? 'main', bytes);
for (const [, bytes] of filesOf('h5').filter(counts)) add('h5', bytes);

let over = false;
for (const [name, bytes] of bytesOf) {
  const limit = limitKb[name] ?? limitKb.sub;
  const kb = bytes / 1024;
  over ||= kb > limit;
  process.stdout.write(
    `${name.padEnd(20)} ${kb.toFixed(1).padStart(8)} KB  of ${String(limit).padStart(4)} KB${kb > limit ? '  TOO BIG' : ''}\n`,
  );
}
process.exit(over ? 1 : 0);
