import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const current = (folder: string) => join(folder, 'model.json');
const previous = (folder: string) => join(folder, 'model.previous.json');

/** Puts a freshly trained model in place. The one before stays beside it until the gate has judged; a second training keeps the first one's. */
export function putModel(folder: string, text: string): void {
  if (existsSync(current(folder)) && !existsSync(previous(folder))) renameSync(current(folder), previous(folder));
  writeFileSync(current(folder), text);
}

/** What the gate's word does: a model that is as good takes the place of the one before, a worse one gives it back. Says whether one was given back. */
export function settleModel(folder: string, isAsGood: boolean): boolean {
  if (!existsSync(previous(folder))) return false;
  if (isAsGood) rmSync(previous(folder));
  else renameSync(previous(folder), current(folder));
  return !isAsGood;
}
