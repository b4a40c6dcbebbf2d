import { BondctlError } from '@bondctl/proto/model/error';
import type { Files } from '../kernel/ports.ts';

/**
 * The clock of deadlines: milliseconds since boot, from /proc/uptime. It counts the time a host is suspended, which
 * CLOCK_MONOTONIC and every timer do not; nobody can set it; and the agent and its watchdog read the same one.
 */
export interface BootClock {
  nowMs(): Promise<number>;
  /** Another id is another boot. */
  bootId(): Promise<string>;
}

async function needed(files: Files, path: string): Promise<string> {
  const text = await files.read('clock', path);
  if (text !== undefined && text.trim() !== '') return text.trim();
  throw new BondctlError(
    'failed',
    `${path} cannot be read, and without it no deadline can be kept; mount /proc.`,
  );
}

/** The boot clock of the running kernel. */
export function createBootClock(files: Files): BootClock {
  return {
    nowMs: async () => Number.parseFloat(await needed(files, '/proc/uptime')) * 1000,
    bootId: () => needed(files, '/proc/sys/kernel/random/boot_id'),
  };
}
