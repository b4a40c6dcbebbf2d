import type { DeviceOffloads, HostTuning } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import { sysctlNames } from '@bondctl/proto/model/tuning';
import { readOffloadStates } from '../parse/ethtool-features.ts';
import { complaint, succeeded } from './command-result.ts';
import type { Commands, Files, Label } from './ports.ts';

/** What offloads are read with. */
export interface OffloadParts {
  readonly commands: Commands;
  readonly onProblem: (sentence: string) => void;
}

/** A NIC whose firmware is busy answers late. */
const ethtoolTimeoutMs = 5000;

/** The settings of the whole host; what this kernel does not have has no file. */
export async function readSysctls(files: Files, label: Label): Promise<HostTuning['sysctls']> {
  const read = sysctlNames.map(async (name) => {
    const text = await files.read(`${label}/sysctl`, `/proc/sys/net/ipv4/${name}`);
    return text === undefined ? [] : [[name, text.trim()] as const];
  });
  return Object.fromEntries((await Promise.all(read)).flat());
}

/** Asks ethtool for one device after the other; without ethtool none of them is read. */
export async function readOffloads(
  { commands, onProblem }: OffloadParts,
  label: Label,
  devices: readonly IfName[],
): Promise<readonly DeviceOffloads[]> {
  const found: DeviceOffloads[] = [];
  for (const device of devices) {
    const argv = ['ethtool', '-k', device] as const;
    const result = await commands.run(`${label}/offloads`, argv, { timeoutMs: ethtoolTimeoutMs });
    if (succeeded(result)) found.push({ device, values: readOffloadStates(result.stdout) });
    else onProblem(`${argv.join(' ')}: ${complaint(result)}`);
    if (result.ending.kind === 'notFound') return [];
  }
  return found;
}
