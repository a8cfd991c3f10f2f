import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A disk of a few megabytes that can be filled to the last byte. */
export interface SmallDisk {
  folder: string;
  fill(): void;
  free(): void;
  remove(): void;
}

/** Mounts one on a fresh folder, or on `folder`. Throws when this user may not mount. */
export function smallDisk(megabytes: number, folder = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-disk-'))): SmallDisk {
  fs.mkdirSync(folder, { recursive: true });
  mount(['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder]);
  const filler = path.join(folder, 'filler');
  return {
    folder,
    fill: () => {
      const file = fs.openSync(filler, 'a');
      for (const piece of [Buffer.alloc(1 << 20), Buffer.alloc(4096)]) {
        try {
          for (;;) fs.writeSync(file, piece);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      }
      fs.closeSync(file);
    },
    free: () => fs.rmSync(filler, { force: true }),
    remove: () => {
      spawnSync('umount', ['-l', folder]);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether this user may mount a disk at all: on a developer's machine usually not, where these faults cannot be made. */
export function mayMount(): boolean {
  try {
    smallDisk(1).remove();
    return true;
  } catch {
    return false;
  }
}

function mount(args: string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr || 'mount is not there');
}
