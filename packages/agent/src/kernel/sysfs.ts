import { open } from 'node:fs/promises';
import type { Faults, Label } from './ports.ts';

/** Writes the kernel's own files. Throws what the kernel answers (EBUSY, EACCES, ...), as Node reports it. */
export interface Sysfs {
  write(label: Label, path: string, text: string): Promise<void>;
}

/** One write(2) for each value with a newline behind it: an empty value would not reach the driver otherwise. */
export function createSysfs(faults: Faults): Sysfs {
  return {
    async write(label, path, text) {
      faults.reached(label);
      const handle = await open(path, 'r+');
      try {
        await handle.write(`${text}\n`);
      } finally {
        await handle.close();
      }
    },
  };
}
