import { migrate, schemaDrift } from '#server/kernel/postgres/migrate';

const [what, url = ''] = process.argv.slice(2);
const work = what === 'drift' ? schemaDrift(url) : migrate(url).then((applied) => JSON.stringify(applied));
work.then(
  (said) => process.stdout.write(said),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  },
);
