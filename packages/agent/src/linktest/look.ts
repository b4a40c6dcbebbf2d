import type { PortSample } from '@bondctl/proto/model/linktest';
import type { BondName } from '@bondctl/proto/model/names';
import type { Clock, Files } from '../kernel/ports.ts';
import type { Look, PortLook } from './others.ts';
import { portsOf, samplesOf } from './sampler.ts';

type Deps = { readonly files: Files; readonly clock: Clock };

/** Samples of a bond's ports as a look: with who has a carrier, and without what is not a port of it any more. */
export async function lookOf(
  { files, clock }: Deps,
  bond: string,
  samples: readonly PortSample[],
): Promise<Look> {
  const now = new Set(await portsOf(files, bond));
  const there = samples.filter(({ port }) => now.has(port));
  const ports = there.map(async ({ port, txBytes, rxBytes }): Promise<PortLook> => {
    // Of an interface that is down the kernel says nothing.
    const carrier = await files.read('linktest/carrier', `/sys/class/net/${port}/carrier`);
    return { name: port, isUp: carrier?.trim() === '1', txBytes, rxBytes };
  });
  return { atMs: samples[0]?.atMs ?? clock.monotonicMs(), ports: await Promise.all(ports) };
}

/** A look at a bond's ports now. */
export const lookAt = async (deps: Deps, bond: BondName): Promise<Look> =>
  lookOf(deps, bond, await samplesOf(deps, await portsOf(deps.files, bond)));
