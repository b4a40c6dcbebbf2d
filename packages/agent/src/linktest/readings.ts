import type { IfName } from '@bondctl/proto/model/names';
import type { Parsed } from '@bondctl/proto/model/result';
import type { Files } from '../kernel/ports.ts';
import { counterOf, readTcp, readTcpExt } from '../parse/proc-snmp.ts';
import { type CpuTimes, readCpuTimes } from '../parse/proc-stat.ts';
import { readSoftnet } from '../parse/softnet-stat.ts';
import type { PortCounters, Reading } from './vitals.ts';

/** What looking at a host's counters needs. */
export interface ReadingDeps {
  readonly files: Files;
  readonly log: { warn(fields: object, message: string): void };
}

const portFiles = {
  rxErrors: 'statistics/rx_errors',
  txErrors: 'statistics/tx_errors',
  rxDropped: 'statistics/rx_dropped',
  txDropped: 'statistics/tx_dropped',
  rxCrcErrors: 'statistics/rx_crc_errors',
  rxMissedErrors: 'statistics/rx_missed_errors',
  rxFifoErrors: 'statistics/rx_fifo_errors',
  carrierChanges: 'carrier_changes',
} as const;

/** A text of the kernel; undefined where it is missing or cannot be read: a run is worth more than what is beside it. */
export const textOf = ({ files, log }: ReadingDeps, path: string): Promise<string | undefined> =>
  files.read('linktest/vitals', path).catch((thrown: unknown) => {
    log.warn({ err: thrown, path }, 'could not read');
    return undefined;
  });

/** What was understood; what was not is said in the log. */
export function understood<T>(
  { log }: Pick<ReadingDeps, 'log'>,
  what: string,
  { value, problems }: Parsed<T>,
): T {
  for (const problem of problems) log.warn({ what, ...problem }, 'could not understand');
  return value;
}

async function parsed<T>(deps: ReadingDeps, path: string, parse: (text: string) => Parsed<T>): Promise<T> {
  const text = await textOf(deps, path);
  return text === undefined ? parse('').value : understood(deps, path, parse(text));
}

/** Where the CPUs' time has gone since boot. */
export const cpuTimes = (deps: ReadingDeps): Promise<readonly CpuTimes[]> =>
  parsed(deps, '/proc/stat', readCpuTimes);

/** The host's counters and those of these ports, now. */
export async function readingOf(deps: ReadingDeps, ports: readonly IfName[]): Promise<Reading> {
  const [tcp, tcpExt, softnet, ...counted] = await Promise.all([
    parsed(deps, '/proc/net/snmp', readTcp),
    parsed(deps, '/proc/net/netstat', readTcpExt),
    parsed(deps, '/proc/net/softnet_stat', readSoftnet),
    ...ports.map(async (port) => [port, await countersOf(deps, port)] as const),
  ]);
  return { tcp: { ...tcp, ...tcpExt }, softnet, ports: new Map(counted) };
}

async function countersOf(deps: ReadingDeps, port: IfName): Promise<PortCounters> {
  const read = Object.entries(portFiles).map(async ([key, file]) => [
    key,
    counterOf((await textOf(deps, `/sys/class/net/${port}/${file}`))?.trim()),
  ]);
  const counters: unknown = Object.fromEntries(await Promise.all(read));
  return counters as PortCounters;
}
