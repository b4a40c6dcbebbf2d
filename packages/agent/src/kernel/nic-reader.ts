import type { InterfaceState } from '@bondctl/proto/model/host';
import type { IpInterface } from '../parse/ip-json.ts';
import { isNic, parseUevent } from '../parse/nics.ts';
import type { Files, Label } from './ports.ts';

/** What never changes while a NIC is there. */
export type NicFacts = Pick<InterfaceState, 'driver' | 'path'>;

/** Reads what interfaces are made of. */
export type NicReader = (label: Label, found: readonly IpInterface[]) => Promise<readonly NicFacts[]>;

const pathOf = (slot: string | undefined): NicFacts => (slot === undefined ? {} : { path: `pci-${slot}` });

/** udev's path of a virtio NIC is that of the PCI device which its own device stands on. */
async function readDevice(files: Files, label: Label, name: string): Promise<NicFacts | null> {
  const folder = `/sys/class/net/${name}/device`;
  const text = await files.read(`${label}/device`, `${folder}/uevent`);
  if (text === undefined) return null;
  const { driver, slot } = parseUevent(text);
  const below =
    driver === 'virtio_net' ? await files.read(`${label}/device`, `${folder}/../uevent`) : undefined;
  return {
    ...(driver === undefined ? {} : { driver }),
    ...pathOf(below === undefined ? slot : parseUevent(below).slot),
  };
}

async function readNic(files: Files, label: Label, { state }: IpInterface): Promise<NicFacts> {
  if (!isNic(state)) return {};
  const device = await readDevice(files, label, state.name);
  return device ?? (state.kind === 'physical' ? {} : { driver: state.kind });
}

/** Reads each NIC once: the kernel gives no second one its number, and a name says nothing. */
export function createNicReader(files: Files): NicReader {
  let known = new Map<number, NicFacts>();
  return async (label, found) => {
    const facts = await Promise.all(
      found.map(async (one) => known.get(one.index) ?? (await readNic(files, label, one))),
    );
    known = new Map(found.map(({ index }, at) => [index, facts[at] ?? {}]));
    return facts;
  };
}
