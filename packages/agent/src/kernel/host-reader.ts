import { BondctlError } from '@bondctl/proto/model/error';
import type { BondConfig, HostState, InterfaceState } from '@bondctl/proto/model/host';
import { type BondName, parseIfName } from '@bondctl/proto/model/names';
import type { Parsed } from '@bondctl/proto/model/result';
import { controlPath } from '../parse/control-path.ts';
import { type IpInterface, parseIpInterfaces } from '../parse/ip-json.ts';
import { parseIpRoutes } from '../parse/ip-route.ts';
import { owners } from '../parse/ownership.ts';
import { parseProcBonding } from '../parse/proc-bonding.ts';
import { bondingFiles, parseBonding } from '../parse/sysfs-bonding.ts';
import { complaint, succeeded } from './command-result.ts';
import { createNicReader, type NicReader } from './nic-reader.ts';
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

/** What is asked of `ip`, in the order of its answers. `root` picks a family where a batch cannot take another `-4` or `-6`. */
const questions = {
  interfaces: 'addr show',
  inet: 'route show table all root 0.0.0.0/0',
  inet6: 'route show table all root ::/0',
} as const;
type Question = keyof typeof questions;
const asked = Object.keys(questions) as readonly Question[];
/** Each answer is one list. */
const betweenAnswers = /(?<=\])\s*\n\s*(?=\[)/;

const words = (question: Question): string => `ip -j -d ${questions[question]}`;

/** What one run of `ip` prints to one question; throws when it cannot be run. */
async function answer(parts: HostReaderParts, label: Label, question: Question): Promise<string> {
  const [program, ...args] = words(question).split(' ');
  const argv = [program ?? 'ip', ...args] as const;
  const result = await parts.commands.run(`${label}/${question}`, argv, { timeoutMs: ipTimeoutMs });
  if (result.ending.kind === 'notFound') {
    throw new BondctlError('failed', 'The program `ip` is not installed; install the package iproute2.');
  }
  if (succeeded(result)) return result.stdout;
  throw new BondctlError('failed', `\`${words(question)}\` failed: ${complaint(result)}.`);
}

/** All answers from one run, for starting a program costs more than what it reads; from one run each where that fails. */
async function answers(parts: HostReaderParts, label: Label): Promise<Record<Question, string>> {
  const input = asked.map((question) => `${questions[question]}\n`).join('');
  const argv = ['ip', '-j', '-d', '-batch', '-'] as const;
  const result = await parts.commands.run(`${label}/ip`, argv, { timeoutMs: ipTimeoutMs, input });
  const texts = succeeded(result) ? result.stdout.trim().split(betweenAnswers) : [];
  // An `ip` that prints nothing for an empty list does not say which one is missing, nor a batch what failed in it.
  if (texts.length !== asked.length)
    for (const [at, question] of asked.entries()) texts[at] = await answer(parts, label, question);
  const [interfaces = '', inet = '', inet6 = ''] = texts;
  return { interfaces, inet, inet6 };
}

/** Throws for what cannot be read at all. */
function understood<T>(
  { onProblem }: HostReaderParts,
  question: Question,
  parsed: Parsed<readonly T[]>,
): readonly T[] {
  const command = words(question);
  for (const problem of parsed.problems) onProblem(`${command}: ${problem.message}: ${problem.text}`);
  if (parsed.value.length === 0 && parsed.problems.length > 0) {
    throw new BondctlError(
      'failed',
      `\`${command}\` printed what cannot be read; iproute2 4.18 or newer is needed.`,
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

async function readState(parts: HostReaderParts, readNics: NicReader, label: Label): Promise<HostState> {
  const { files } = parts;
  const said = await answers(parts, label);
  const found = understood(parts, 'interfaces', parseIpInterfaces(said.interfaces));
  const routes = (['inet', 'inet6'] as const).flatMap((family) =>
    understood(parts, family, parseIpRoutes(family, said[family])),
  );
  const named = found.map(({ index, state }) => ({ index, name: state.name }));
  const owned = owners(named, await readOwnership(files, label));
  const nics = await readNics(label, found);
  const interfaces = found.map(
    async (one, at): Promise<InterfaceState> => ({
      ...one.state,
      ...nics[at],
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
    routes,
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
  const readNics = createNicReader(parts.files);
  return {
    state: (label) => readState(parts, readNics, label),
    offloads: (label, devices) => readOffloads(parts, label, devices),
    bonds: (label) => readBonds(parts.files, label),
  };
}
