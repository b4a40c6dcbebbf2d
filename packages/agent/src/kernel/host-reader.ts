import { BondctlError } from '@bondctl/proto/model/error';
import type { BondConfig, HostState, InterfaceState, RouteState } from '@bondctl/proto/model/host';
import { type BondName, parseIfName } from '@bondctl/proto/model/names';
import type { Parsed } from '@bondctl/proto/model/result';
import { controlPath } from '../parse/control-path.ts';
import { type IpInterface, parseIpInterfaces } from '../parse/ip-json.ts';
import { parseIpRoutes } from '../parse/ip-route.ts';
import { owners } from '../parse/ownership.ts';
import { parseProcBonding } from '../parse/proc-bonding.ts';
import { bondingFiles, parseBonding } from '../parse/sysfs-bonding.ts';
import { complaint, succeeded } from './commands.ts';
import { readOwnership } from './ownership-texts.ts';
import type { Commands, Files, HostReader, Label } from './ports.ts';
import { readOffloads, readSysctls } from './tuning-reader.ts';

/** What the reader works with. */
export interface HostReaderParts {
  readonly commands: Commands;
  readonly files: Files;
  /** The local address of the controller connection; null while there is none. */
  readonly controlAddress: () => string | null;
  /** Told of everything `ip` said that was not understood; reading goes on without it. */
  readonly onProblem: (sentence: string) => void;
}

const ipTimeoutMs = 10_000;
const sysClassNet = '/sys/class/net';
const procBonding = '/proc/net/bonding';

/** Runs `ip` and parses what it prints; throws when it cannot be run or prints what cannot be read at all. */
async function ip<T>(
  parts: HostReaderParts,
  label: Label,
  args: readonly string[],
  parse: (text: string) => Parsed<readonly T[]>,
): Promise<readonly T[]> {
  const result = await parts.commands.run(label, ['ip', ...args], { timeoutMs: ipTimeoutMs });
  const asked = `ip ${args.join(' ')}`;
  if (result.ending.kind === 'notFound') {
    throw new BondctlError('failed', 'The program `ip` is not installed; install the package iproute2.');
  }
  if (!succeeded(result)) throw new BondctlError('failed', `\`${asked}\` failed: ${complaint(result)}.`);
  const parsed = parse(result.stdout);
  for (const problem of parsed.problems) parts.onProblem(`${asked}: ${problem.message}: ${problem.text}`);
  if (parsed.value.length === 0 && parsed.problems.length > 0) {
    throw new BondctlError(
      'failed',
      `\`${asked}\` printed what cannot be read; iproute2 4.18 or newer is needed.`,
    );
  }
  return parsed.value;
}

async function speedOf(
  files: Files,
  label: Label,
  found: IpInterface,
): Promise<Pick<InterfaceState, 'speedMbps' | 'duplex'>> {
  const folder = `${sysClassNet}/${found.state.name}`;
  const [speed, duplex] = await Promise.all([
    files.read(`${label}/speed`, `${folder}/speed`),
    files.read(`${label}/duplex`, `${folder}/duplex`),
  ]);
  const mbps = Number(speed?.trim());
  const word = duplex?.trim();
  return {
    // -1: the driver does not know.
    speedMbps: speed !== undefined && mbps > 0 ? mbps : null,
    duplex: word === 'full' || word === 'half' ? word : null,
  };
}

async function readConfig(files: Files, label: Label, bond: IpInterface): Promise<BondConfig> {
  const folder = `${sysClassNet}/${bond.state.name}/bonding`;
  const texts = new Map<string, string>();
  for (const name of bondingFiles) {
    const text = await files.read(`${label}/option`, `${folder}/${name}`);
    if (text !== undefined) texts.set(name, text);
  }
  return parseBonding(bond.state.name, texts, bond.bondData ?? {});
}

async function readRoutes(parts: HostReaderParts, label: Label): Promise<readonly RouteState[]> {
  const families = [
    ['-4', 'inet'],
    ['-6', 'inet6'],
  ] as const;
  const lists = families.map(([flag, family]) =>
    ip(parts, `${label}/routes`, [flag, '-j', '-d', 'route', 'show', 'table', 'all'], (text) =>
      parseIpRoutes(family, text),
    ),
  );
  return (await Promise.all(lists)).flat();
}

async function readState(parts: HostReaderParts, label: Label): Promise<HostState> {
  const { files } = parts;
  const found = await ip(parts, `${label}/interfaces`, ['-j', '-d', 'addr', 'show'], parseIpInterfaces);
  const named = found.map(({ index, state }) => ({ index, name: state.name }));
  const owned = owners(named, await readOwnership(files, label));
  const interfaces = found.map(
    async (one): Promise<InterfaceState> => ({
      ...one.state,
      ...(await speedOf(files, label, one)),
      owner: owned.get(one.state.name) ?? 'none',
    }),
  );
  const bonds = found.filter((one) => one.state.kind === 'bond');
  const parent = controlPath(
    parts.controlAddress(),
    found.map((one) => one.state),
  );
  return {
    interfaces: await Promise.all(interfaces),
    bonds: await Promise.all(bonds.map((bond) => readConfig(files, label, bond))),
    routes: await readRoutes(parts, label),
    controlPath: parent,
    tuning: { sysctls: await readSysctls(files, label), offloads: [] },
  };
}

/** Every bond's /proc text, parsed; needs no `ip`. */
export async function readBonds(files: Files, label: Label): ReturnType<HostReader['bonds']> {
  const names = (await files.list(`${label}/bonds`, procBonding)).map(parseIfName);
  const read = async (name: BondName) => {
    const text = await files.read(`${label}/bond`, `${procBonding}/${name}`);
    // A bond that went away between the two calls is no bond.
    return text === undefined ? [] : [parseProcBonding(name, text)];
  };
  return (await Promise.all(names.flatMap((name) => (name.ok ? [read(name.value)] : [])))).flat();
}

/** Reads the host's network with `ip`, sysfs and /proc. No bonding driver means no bonds, which is no error. */
export function createHostReader(parts: HostReaderParts): HostReader {
  return {
    state: (label) => readState(parts, label),
    offloads: (label, devices) => readOffloads(parts, label, devices),
    bonds: (label) => readBonds(parts.files, label),
  };
}
