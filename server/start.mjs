// `npm start`: generates and builds what is missing or older than its sources, then becomes the server.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const steps = [
  {
    name: 'prisma',
    label: '生成数据库客户端',
    sources: ['prisma/schema', 'package-lock.json'],
    script: 'db:generate',
    makes: 'prisma/generated/client.ts',
  },
  {
    name: 'server',
    label: '编译服务端',
    sources: ['server', 'shared', 'prisma', 'package-lock.json'],
    script: 'build:server',
    makes: 'dist/server/main.mjs',
  },
  {
    name: 'h5',
    label: '编译 H5 页面',
    sources: ['miniapp', 'shared', 'config', 'package-lock.json', 'babel.config.js'],
    script: 'build:h5',
    makes: 'dist/h5/index.html',
  },
];

function hashOf(sources) {
  const hash = createHash('sha256');
  const add = (file) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory()) return void hash.update(file).update(fs.readFileSync(file));
    for (const name of fs.readdirSync(file).sort()) if (name !== 'generated') add(path.join(file, name));
  };
  for (const source of sources) add(source);
  return hash.digest('hex');
}

for (const { name, label, sources, script, makes } of steps) {
  const stamp = path.join('dist', `.built-${name}`);
  const hash = hashOf(sources);
  if (fs.existsSync(makes) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) continue;
  process.stdout.write(`${label}……\n`);
  const run = spawnSync('npm', ['run', '--silent', script], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (run.status !== 0) {
    process.stderr.write(`${run.stderr}\n${label}没有成功\n`);
    process.exit(1);
  }
  fs.mkdirSync('dist', { recursive: true });
  fs.writeFileSync(stamp, hash);
}

const server = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.mjs'], { stdio: 'inherit' });
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
