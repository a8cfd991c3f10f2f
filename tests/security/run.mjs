// `npm run security [-- words]`: everything that looks for holes, one after the other, a PASS, FAIL or SKIP line each. Sends nothing but to 127.0.0.1.
import { spawnSync } from 'node:child_process';
import { scanRunningDesk } from './scanners.mjs';
import { checkLock, checkSbom, checkSecrets } from './supply-chain.mjs';

const words = process.argv.slice(2);
const wanted = (name) => words.length === 0 || words.some((word) => name.includes(word));
const counts = { PASS: 0, FAIL: 0, SKIP: 0 };

/** Runs one check and tells of it in one line; what it found follows below. A check answers { ok | skip, figure, found }. */
async function tell(name, check) {
  if (!wanted(name)) return;
  const startedAt = Date.now();
  const {
    ok,
    skip,
    figure = '',
    found = [],
  } = await Promise.resolve()
    .then(check)
    .catch((error) => ({ ok: false, figure: error.message }));
  const word = skip ? 'SKIP' : ok ? 'PASS' : 'FAIL';
  counts[word] += 1;
  const seconds = `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  process.stdout.write(`${word} ${name} — ${[seconds, skip ?? figure].filter(Boolean).join('; ')}\n`);
  for (const line of found.slice(0, 20)) process.stdout.write(`     ${line}\n`);
}

/** A group of jest files as one line. */
function jest(...files) {
  const run = spawnSync('npx', ['jest', '--silent', '--json', ...files], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{"num')));
  const failed = report.testResults.flatMap(({ assertionResults, message, status }) => [
    ...assertionResults.filter((one) => one.status === 'failed').map(({ fullName }) => fullName),
    ...(status === 'failed' && assertionResults.length === 0 ? [message.split('\n')[0]] : []),
  ]);
  const { numPassedTests, numFailedTests } = report;
  return { ok: report.success, figure: `${numPassedTests} passed, ${numFailedTests} failed`, found: failed };
}

/** The OpenAPI document of the contract, looked at by an independent linter. */
function lintDocument() {
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'tests/security/lint-document.ts'], { encoding: 'utf8' });
  const lines = `${stdout}${stderr}`.trim().split('\n');
  return { ok: status === 0, figure: lines.at(-1), found: lines.slice(0, -1) };
}

await tell('lock: exact versions, a checksum each, no odd host', checkLock);
await tell('sbom: CycloneDX, a licence each, none that forbids this use', checkSbom);
await tell('secrets: none in what is kept', checkSecrets);
await tell('openapi: the document is in order', lintDocument);
await tell('redos: no regular expression that a text can hold up', () =>
  jest('tests/architecture/regular-expressions'),
);
await tell('fuzz: every call of the contract, whatever is thrown at it', () => jest('tests/server/random-bodies'));
await tell('access: what is done to tickets × everybody', () => jest('tests/server/tickets.rights'));
await tell('keys, limits, headers, sessions', () =>
  jest('tests/server/idempotency', 'tests/server/rate-limits', 'tests/server/headers', 'tests/server/auth'),
);
await scanRunningDesk(tell, wanted);
process.stdout.write(`${counts.PASS} passed, ${counts.FAIL} failed, ${counts.SKIP} skipped\n`);
process.exit(counts.FAIL > 0 ? 1 : 0);
