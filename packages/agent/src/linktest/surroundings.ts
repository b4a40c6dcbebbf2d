import type { BondName, IfName } from '@bondctl/proto/model/names';
import type { HostSurroundings, InterfaceSurroundings, Offloads } from '@bondctl/proto/model/vitals';
import type { Commands } from '../kernel/ports.ts';
import { readOffloads } from '../parse/ethtool-features.ts';
import { type ReadingDeps, textOf, understood } from './readings.ts';
import { portsOf } from './sampler.ts';

type Deps = ReadingDeps & { readonly commands: Commands };

/** ethtool needs some milliseconds; one that waits for the kernel's network lock is not worth waiting for. */
const ethtoolMs = 1000;

/** What a run depends on: the kernel, and of the bond and its ports the driver and the offloads. */
export async function surroundingsOf(deps: Deps, bond: BondName): Promise<HostSurroundings> {
  const kernel = (await textOf(deps, '/proc/sys/kernel/osrelease'))?.trim() ?? null;
  const interfaces: InterfaceSurroundings[] = [];
  let answers = true;
  for (const name of [bond, ...(await portsOf(deps.files, bond))]) {
    const offloads: Offloads | 'silent' | null = answers ? await offloadsOf(deps, name) : 'silent';
    answers = offloads !== 'silent';
    interfaces.push({
      name,
      driver: await driverOf(deps, name),
      offloads: offloads === 'silent' ? null : offloads,
    });
  }
  return { kernel, interfaces };
}

/** The name that the link `device/driver` points to; null for what has no device, such as veth. */
async function driverOf(deps: Deps, name: IfName): Promise<string | null> {
  const text = await textOf(deps, `/sys/class/net/${name}/device/uevent`);
  return /^DRIVER=(.+)$/m.exec(text ?? '')?.[1] ?? null;
}

/** `silent`: there is no ethtool, or it did not answer in time, so that the next interface need not be asked for. */
async function offloadsOf(deps: Deps, name: IfName): Promise<Offloads | 'silent' | null> {
  const { ending, stdout } = await deps.commands.run('linktest/ethtool', ['ethtool', '-k', name], {
    timeoutMs: ethtoolMs,
  });
  if (ending.kind === 'notFound' || ending.kind === 'timeout') return 'silent';
  if (ending.kind === 'signal' || ending.code !== 0) return null;
  return understood(deps, `ethtool -k ${name}`, readOffloads(stdout));
}
