import type { BondName, IfName } from '@bondctl/proto/model/names';
import type { HostSurroundings, InterfaceSurroundings, Offloads } from '@bondctl/proto/model/vitals';
import type { Clock, Commands } from '../kernel/ports.ts';
import { readOffloads } from '../parse/ethtool-features.ts';
import { type ReadingDeps, textOf, understood } from './readings.ts';
import { portsOf } from './sampler.ts';

type Deps = ReadingDeps & { readonly commands: Commands; readonly clock: Pick<Clock, 'monotonicMs'> };

/** ethtool needs some milliseconds; one that waits for the kernel's network lock is not worth waiting for. */
const ethtoolMs = 1000;
/** The kernel tells of every change of an offload; this is for what does not pass by it. */
const keptMs = 600_000;

/** What runs depend on at this host. What ethtool said is kept, since a program costs more than all else beside a run. */
export interface Surroundings {
  /** The kernel, and of the bond and its ports the driver and the offloads. */
  of(bond: BondName): Promise<HostSurroundings>;
  /** Forgets what was kept: the kernel has told that something of a link is different. */
  forget(): void;
}

interface Kept {
  readonly offloads: Promise<Offloads | null>;
  readonly untilMs: number;
}

/** The surroundings of one host. */
export function createSurroundings(deps: Deps): Surroundings {
  const kept = new Map<IfName, Kept>();
  const offloads = (name: IfName): Promise<Offloads | null> => {
    const nowMs = deps.clock.monotonicMs();
    const known = kept.get(name);
    if (known !== undefined && nowMs < known.untilMs) return known.offloads;
    const asked = offloadsOf(deps, name);
    kept.set(name, { offloads: asked, untilMs: nowMs + keptMs });
    return asked;
  };
  const one = async (name: IfName): Promise<InterfaceSurroundings> => ({
    name,
    driver: await driverOf(deps, name),
    offloads: await offloads(name),
  });
  return {
    async of(bond) {
      const kernel = (await textOf(deps, '/proc/sys/kernel/osrelease'))?.trim() ?? null;
      const interfaces: InterfaceSurroundings[] = [];
      // One after the other: traffic of others feels a program less than several at once.
      for (const name of [bond, ...(await portsOf(deps.files, bond))]) interfaces.push(await one(name));
      return { kernel, interfaces };
    },
    forget: () => kept.clear(),
  };
}

/** The name that the link `device/driver` points to; null for what has no device, such as veth. */
async function driverOf(deps: Deps, name: IfName): Promise<string | null> {
  const text = await textOf(deps, `/sys/class/net/${name}/device/uevent`);
  return /^DRIVER=(.+)$/m.exec(text ?? '')?.[1] ?? null;
}

/** Null where there is no ethtool, or it did not answer in time. */
async function offloadsOf(deps: Deps, name: IfName): Promise<Offloads | null> {
  const { ending, stdout } = await deps.commands.run('linktest/ethtool', ['ethtool', '-k', name], {
    timeoutMs: ethtoolMs,
  });
  if (ending.kind !== 'code' || ending.code !== 0) return null;
  return understood(deps, `ethtool -k ${name}`, readOffloads(stdout));
}
