import type { ProcessSight } from './process.ts';

/** What this process uses at this moment. */
export function processNow(): ProcessSight {
  const { user, system } = process.cpuUsage();
  return {
    startedUnixMs: performance.timeOrigin,
    cpuSeconds: (user + system) / 1e6,
    residentBytes: process.memoryUsage.rss(),
  };
}
