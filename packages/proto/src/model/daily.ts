import type { BondState } from './bond.ts';
import type { HostReport } from './host.ts';
import type { BondName, IfName } from './names.ts';

/** One bond as a daily log has it: what /proc/net/bonding says, and what of it is new since the day before. */
export interface DailyBond {
  readonly bond: BondName;
  readonly mode: string;
  readonly miiStatus: string;
  readonly ports: number;
  readonly portsUp: number;
  /** Link failures of all ports, as the kernel counts them since each became one. */
  readonly failures: number;
  /** null: nobody knows how many there were before. */
  readonly newFailures: number | null;
  readonly activePort: IfName | null;
  /** null: not in mode 802.3ad. `alone`: nobody answers; `split`: not every port that is up is in the active aggregator. */
  readonly lacp: 'ok' | 'alone' | 'split' | null;
  /** Of each port in enslave order; null: the kernel does not know. */
  readonly speedsMbps: readonly (number | null)[];
  readonly mtu: number | null;
  /** What departs from what was confirmed, as paths; empty: nothing. */
  readonly drift: readonly string[];
}

/** A bond of a report as its daily line has it. */
export function dailyBond(
  report: Pick<HostReport, 'state' | 'drift'>,
  bond: BondState,
  newFailures: number | null,
): DailyBond {
  const { ports } = bond;
  const drift = report.drift.filter((one) => one.bond === bond.name).flatMap((one) => one.differences);
  return {
    bond: bond.name,
    mode: bond.mode ?? bond.modeText,
    miiStatus: bond.miiStatus,
    ports: ports.length,
    portsUp: ports.filter(({ miiStatus }) => miiStatus === 'up').length,
    failures: ports.reduce((sum, port) => sum + port.linkFailureCount, 0),
    newFailures,
    activePort: bond.activePort,
    lacp: bond.mode === '802.3ad' ? lacpOf(bond) : null,
    speedsMbps: ports.map(({ speedMbps }) => speedMbps),
    mtu: report.state.interfaces.find(({ name }) => name === bond.name)?.mtu ?? null,
    drift: drift.map(({ path }) => path),
  };
}

const nobody = '00:00:00:00:00:00';

function lacpOf({ lacp, ports }: BondState): 'ok' | 'alone' | 'split' {
  const aggregator = lacp?.aggregator ?? null;
  if (aggregator === null || aggregator.partnerMac === nobody) return 'alone';
  const up = ports.filter(({ miiStatus }) => miiStatus === 'up').length;
  return aggregator.ports < up ? 'split' : 'ok';
}

/** How many failures came after `before`; a port that became one anew counts from 0 again. */
export function newFailuresOf(
  bond: BondState,
  before: Readonly<Partial<Record<string, number>>> | undefined,
): number | null {
  if (before === undefined) return null;
  return bond.ports.reduce((sum, { name, linkFailureCount: now }) => {
    const was = before[name] ?? 0;
    return sum + (now >= was ? now - was : now);
  }, 0);
}

/** One line of key=value words, in an order that stays: for syslog, and for what people match lines of it by. */
export const dailyLine = (one: DailyBond): string =>
  [
    `daily bond=${one.bond}`,
    `mode=${one.mode.replaceAll(' ', '_')}`,
    `mii=${one.miiStatus.replaceAll(' ', '_')}`,
    `ports=${one.portsUp}/${one.ports}`,
    `failures=${one.failures}`,
    `new_failures=${one.newFailures ?? 'unknown'}`,
    `active=${one.activePort ?? 'none'}`,
    `lacp=${one.lacp ?? 'none'}`,
    `speeds=${one.speedsMbps.map((speed) => speed ?? 'unknown').join(',') || 'none'}`,
    `mtu=${one.mtu ?? 'unknown'}`,
    `drift=${one.drift.join(',') || 'none'}`,
  ].join(' ');
