import fs from 'node:fs';
import path from 'node:path';
import { dayOf } from '#shared/domain/time/clock';
import type { Head } from './verify';

const suffix = '.heads.json';

/** Files of exported heads in a folder, the oldest first; none when there is no folder. */
export const headFiles = (folder: string): string[] =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .filter((name) => name.endsWith(suffix))
        .sort()
        .map((name) => path.join(folder, name))
    : [];

export const readHeads = (file: string): Head[] => JSON.parse(fs.readFileSync(file, 'utf8')) as Head[];

/** Writes the heads of a Shanghai day, once: a file that is there is never written over. Gives its path. */
export function writeHeads(folder: string, now: Date, heads: readonly Head[]): string {
  const file = path.join(folder, `${dayOf(now)}${suffix}`);
  if (!fs.existsSync(file)) fs.writeFileSync(file, `${JSON.stringify(heads)}\n`, { flag: 'wx', flush: true });
  return file;
}
