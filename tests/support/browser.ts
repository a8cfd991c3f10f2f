import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const root = path.resolve(__dirname, '../..');
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

interface Program {
  executablePath: string;
  env: Record<string, string>;
}

/**
 * Launches Chromium with the Chinese font that ships in npm: the machine's own, else (or with BROWSER=shipped) the one inside npm.
 * Nothing of it asks for anything outside by itself.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.BROWSER === 'shipped' ? undefined : installed.find((file) => fs.existsSync(file));
  const { executablePath, env } = own ? { executablePath: own, env: {} } : shipped();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...Object.fromEntries(inherited), ...env, FONTCONFIG_FILE: fontConfig() },
  });
}

/** The folder of this version's unpacked files, made by `fill` in one step, so that two test workers never see half of it. */
function keptFolder(name: string, fill: (folder: string) => void): string {
  const folder = path.join(os.tmpdir(), name);
  if (fs.existsSync(folder)) return folder;
  const draft = fs.mkdtempSync(`${folder}-`);
  fill(draft);
  try {
    fs.renameSync(draft, folder);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
  return folder;
}

function versionOf(name: string): string {
  const file = path.join(root, 'node_modules', name, 'package.json');
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string }).version;
}

/** The Chromium inside npm, unpacked once; where the machine lacks libraries it needs, it gets those it brings along. */
function shipped(): Program {
  const folder = keptFolder(`desk-chromium-${versionOf('@sparticuz/chromium')}`, (draft) => {
    const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
    // It unpacks into the temporary folder, and its libraries only where it believes to be on Amazon Linux.
    execFileSync(process.execPath, ['--input-type=module', '-e', unpack], {
      cwd: root,
      env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    });
  });
  const executablePath = path.join(folder, 'chromium');
  const linked = spawnSync('ldd', [executablePath], { encoding: 'utf8' });
  const lacks = linked.status !== 0 || linked.stdout.includes('not found');
  return { executablePath, env: lacks ? { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') } : {} };
}

/** A fontconfig file that knows the npm font only, so that pictures look alike on every machine. */
function fontConfig(): string {
  const fonts = path.join(root, 'node_modules/@embedpdf/fonts-sc/fonts');
  const cache = path.join(os.tmpdir(), 'desk-fonts-cache');
  const config = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>\n`;
  const name = `desk-fonts-${createHash('sha256').update(config).digest('hex').slice(0, 12)}`;
  return path.join(
    keptFolder(name, (draft) => fs.writeFileSync(path.join(draft, 'fonts.conf'), config)),
    'fonts.conf',
  );
}
