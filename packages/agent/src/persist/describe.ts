import type { Described, DescribedBond, DescribedIn } from '@bondctl/proto/model/described';
import { defaultOption } from '@bondctl/proto/model/driver';
import type { BondConfig, Difference, HostState } from '@bondctl/proto/model/host';
import { parseMode } from '@bondctl/proto/model/mode';
import type { BondName } from '@bondctl/proto/model/names';
import { type OptionName, optionNames } from '@bondctl/proto/model/options';
import { canonicalCidr } from '../transaction/cidr.ts';
import { bondOf, interfaceOf, staticAddresses } from '../transaction/lookup.ts';
import { nicsOf } from '../transaction/nic-match.ts';
import { heldByKernel, spelled, takesOption } from '../transaction/options.ts';
import type { Sight } from './choose.ts';
import { means } from './identity.ts';
import type { KeptBond, KeptPort } from './kept.ts';

/** What differs when it is said twice; `what` is the path below the bond. */
type Facts = readonly (readonly [what: string, wanted: string, found: string])[];

const listed = (values: readonly string[]): string =>
  values.length === 0 ? 'none' : [...values].sort().join(', ');

/** A port by the name that the kernel has for it now; the file's label where the NIC is not there. */
function nameOf(state: HostState, { name, identity }: KeptPort): string {
  return nicsOf(state).find((nic) => means(identity, nic))?.name ?? name;
}

/** Options of which the file says one thing and the kernel holds another; where the file says nothing a new bond has its default. */
function optionFacts({ mode, options }: KeptBond, bond: BondConfig): Facts {
  const miimonMs = Number(options.miimon ?? defaultOption(mode, 'miimon'));
  const said = (name: OptionName): string =>
    heldByKernel(name, options[name] ?? defaultOption(mode, name), miimonMs);
  const isThere = (name: OptionName) => options[name] !== undefined || bond.options[name] !== undefined;
  return optionNames
    .filter((name) => isThere(name) && takesOption(mode, name))
    .map((name) => {
      const found = bond.options[name];
      return [`options.${name}`, said(name), found === undefined ? 'not there' : spelled(name, found)];
    });
}

/** Addresses as the kernel prints them, however a file spells them. */
const printed = (cidrs: readonly string[]): string => listed(cidrs.map(canonicalCidr));

function factsOf(state: HostState, said: KeptBond, bond: BondConfig): Facts {
  const device = interfaceOf(state, said.name);
  const sameMode = parseMode(bond.mode) === said.mode;
  return [
    ['mode', said.mode, parseMode(bond.mode) ?? bond.mode],
    ['ports', listed(said.ports.map((port) => nameOf(state, port))), listed(bond.ports)],
    // Another mode takes other options: what they are under the wrong one says nothing.
    ...(sameMode ? optionFacts(said, bond) : []),
    ['mtu', String(said.mtu ?? 1500), String(device?.mtu ?? 1500)],
    ['addresses', printed(said.addresses.cidrs), printed(staticAddresses(device))],
  ];
}

function differencesOf(state: HostState, said: KeptBond): readonly Difference[] {
  const bond = bondOf(state, said.name);
  if (bond === undefined) return [{ path: said.name, wanted: 'there', found: 'not there' }];
  return factsOf(state, said, bond).flatMap(([what, wanted, found]) =>
    wanted === found ? [] : [{ path: `${said.name}.${what}`, wanted, found: found === '' ? 'none' : found }],
  );
}

const inFile = (state: HostState, bond: KeptBond, file: DescribedIn): DescribedBond => ({
  bond: bond.name,
  file,
  differences: differencesOf(state, bond),
});

const inNone = (bond: BondName): DescribedBond => ({ bond, file: null, differences: [] });

/** Every bond of the kernel and of the files that something here reads, and in what the two differ. */
export function describe({ state, formats, read }: Sight): Described {
  const adopted = formats
    .filter(({ format }) => read.has(format.backend))
    .map(({ format, texts }) => ({ backend: format.backend, ...format.adopt(texts) }));
  const inFiles = adopted.flatMap(({ backend, bonds }) =>
    bonds.map(({ bond, path }) => inFile(state, bond, { backend, path })),
  );
  const alone = state.bonds.filter(({ name }) => !inFiles.some((one) => one.bond === name));
  return {
    bonds: [...inFiles, ...alone.map(({ name }) => inNone(name))],
    problems: adopted.flatMap(({ problems }) => problems),
  };
}
