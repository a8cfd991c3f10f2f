import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';

const json = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/** The lock names every package with a checksum and nowhere to fetch it but the registry; what we ask for is exact. */
export function checkLock() {
  const found = [];
  const { dependencies = {}, devDependencies = {} } = json('package.json');
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    if (!/^\d+\.\d+\.\d+([-+.][\w.+-]+)?$/.test(version)) found.push(`${name} is asked for as ${version}`);
  const packages = Object.entries(json('package-lock.json').packages).filter(([name]) => name !== '');
  for (const [name, one] of packages) {
    if (one.link || one.inBundle) continue;
    if (!/^sha512-/.test(one.integrity ?? '')) found.push(`${name} has no sha512`);
    // .npmrc leaves the address of the registry out; what has one comes from elsewhere.
    if (one.resolved) found.push(`${name} comes from elsewhere`);
  }
  return { ok: found.length === 0, figure: `${packages.length} packages`, found };
}

/** What binds whoever passes the desk on; none of it is in what runs. */
const binding = /^(A?GPL|SSPL|BUSL|CC-BY-NC|UNLICENSED)/;
/** Free to use as one of several licences, or under another name. */
const isFree = (licence) => licence.split(/ OR /).some((one) => !binding.test(one.replace(/[()]/g, '').trim()));

/** The bill of materials of what runs, written to dist/sbom.json. */
export function checkSbom() {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'];
  const { stdout, status, stderr } = spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) return { ok: false, figure: 'npm sbom failed', found: stderr.split('\n') };
  const { bomFormat, specVersion, components } = JSON.parse(stdout);
  fs.mkdirSync('dist', { recursive: true });
  fs.writeFileSync('dist/sbom.json', stdout);
  const found = components.flatMap(({ name, version, licenses = [] }) => {
    const named = licenses.map(({ license, expression }) => expression ?? license.id ?? license.name);
    if (named.length === 0) return [`${name} ${version} names no licence`];
    return named.every(isFree) ? [] : [`${name} ${version} is under ${named.join(', ')}`];
  });
  const left = found.filter((line) => !/names no licence/.test(line));
  return {
    ok: bomFormat === 'CycloneDX' && left.length === 0,
    figure: `${bomFormat} ${specVersion}, ${components.length} components, ${found.length - left.length} without a licence in their package file`,
    found: left,
  };
}

const patterns = {
  'a private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
  'an access key':
    /\b(?:AKIA[0-9A-Z]{16}|LTAI[0-9A-Za-z]{12,20}|ghp_[0-9A-Za-z]{36}|npm_[0-9A-Za-z]{36}|sk-[0-9A-Za-z]{32,})\b/,
  'an app secret':
    /\b(?:app_?secret|api_?key|access_?token|password|passwd)\b['"]?\s*[:=]\s*['"][0-9A-Za-z+/_-]{24,}['"]/i,
  'an address with a password': /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@'"`]+:(?!密码)[^\s@'"`${}]{6,}@/,
  'a number of an identity card':
    /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/,
};
/** Proof that the scan sees: written in parts, so that it is not found here. */
const planted = [
  `-----BEGIN ${'PRIVATE KEY'}-----`,
  `AKIA${'ABCDEFGHIJKLMNOP'}`,
  `app_secret: '${'0123456789abcdef'.repeat(2)}'`,
  `postgresql://desk:${'geheimnis'}@db.example.cn/desk`,
  `51150219900101${'1234'}`,
];
/** Made up for tests and said so there. */
const known = [/^tests\//, /^package-lock\.json$/, /^prisma\/data\//, /\.(png|jpe?g|otf|svg)$/];

const secretsIn = (text) => Object.entries(patterns).flatMap(([what, pattern]) => (pattern.test(text) ? [what] : []));

/** Searches every kept file for what must not be kept. */
export function checkSecrets() {
  const blind = planted.filter((text) => secretsIn(text).length === 0);
  if (blind.length > 0) return { ok: false, figure: 'the scan does not see what was planted', found: blind };
  const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .split('\0')
    .filter((file) => file && fs.existsSync(file) && !known.some((pattern) => pattern.test(file)));
  const found = files.flatMap((file) => secretsIn(fs.readFileSync(file, 'utf8')).map((what) => `${what} in ${file}`));
  return { ok: found.length === 0, figure: `${files.length} files, ${planted.length} planted ones seen`, found };
}
