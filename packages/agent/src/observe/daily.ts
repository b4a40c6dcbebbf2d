import { dailyBond, dailyLine, newFailuresOf } from '@bondctl/proto/model/daily';
import type { HostReport } from '@bondctl/proto/model/host';

/** What the last daily lines said of each port's failures, and on which day of the host's clock, counted from 1970 in UTC. */
export interface Told {
  readonly day: number;
  readonly failures: Readonly<Partial<Record<string, Readonly<Partial<Record<string, number>>>>>>;
}

const dayMs = 86_400_000;

/** Whether the lines of today have not been written yet. */
export const isDue = (told: Told | undefined, nowUnixMs: number): boolean =>
  told === undefined || told.day !== Math.floor(nowUnixMs / dayMs);

/** A line for each bond, and what is to be remembered until tomorrow. */
export function dailyLines(
  report: HostReport,
  told: Told | undefined,
  nowUnixMs: number,
): { readonly lines: readonly string[]; readonly told: Told } {
  const lines = report.bonds.map((bond) =>
    dailyLine(dailyBond(report, bond, newFailuresOf(bond, told?.failures[bond.name]))),
  );
  const failures = Object.fromEntries(
    report.bonds.map(({ name, ports }) => [
      name,
      Object.fromEntries(ports.map((port) => [port.name, port.linkFailureCount])),
    ]),
  );
  return { lines, told: { day: Math.floor(nowUnixMs / dayMs), failures } };
}
