// `npm test`: makes what the tests need (database client, server, both builds of the mini-program at once), then runs every jest project.
import { spawn } from 'node:child_process';

const run = (command, args, env = {}) =>
  new Promise((resolve) => {
    const started = Date.now();
    spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).on('exit', (status) => {
      process.stdout.write(`— ${[command, ...args].join(' ')}: ${Math.round((Date.now() - started) / 1000)} s\n`);
      if (status !== 0) process.exit(status ?? 1);
      resolve();
    });
  });
const script = (name) => run('npm', ['run', '--silent', name]);

await script('db:generate');
await script('build:server');
await Promise.all([script('build:h5'), script('build:weapp')]);
await run('npx', ['jest', '--maxWorkers=2', ...process.argv.slice(2)], { NODE_OPTIONS: '--max-old-space-size=4096' });
