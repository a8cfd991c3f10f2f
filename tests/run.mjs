// `npm test`: makes what the tests need (database client, server, both builds of the mini-program), then runs every jest project.
import { spawnSync } from 'node:child_process';

const run = (command, args, env = {}) => {
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  process.stdout.write(`— ${[command, ...args].join(' ')}: ${Math.round((Date.now() - started) / 1000)} s\n`);
  if (status !== 0) process.exit(status ?? 1);
};

for (const script of ['db:generate', 'build:server', 'build:h5', 'build:weapp'])
  run('npm', ['run', '--silent', script]);
run('npx', ['jest', '--maxWorkers=2', ...process.argv.slice(2)], { NODE_OPTIONS: '--max-old-space-size=4096' });
