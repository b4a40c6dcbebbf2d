/** What happens to bonds while something is done beside them: carriers, pings, addresses and routes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { collect } from '@bondctl/lab/inside/command';
import { eventually } from '@bondctl/lab/inside/wait';
import type { KeptBond } from '../../../packages/agent/src/persist/kept.ts';
import type { ByBond, Carriers, Watched } from './facts.ts';
import { peerOf } from './peers.ts';
import { numberIn } from './read.ts';

function carriers({ name, ports }: KeptBond): Carriers {
  const names = [name, ...ports.map((port) => port.name)];
  return Object.fromEntries(names.map((one) => [one, numberIn(one, 'carrier_changes')]));
}

const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/icmp_seq=(\d+) ttl/g)].map(([, number]) => Number(number));

/** Pings through a bond until it is told to end. */
function startPing(bond: KeptBond) {
  const [program = '', ...args] = ['ping', '-n', '-i', '0.1', peerOf(bond)];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = collect(child.stdout);
  const answers = () => numbersIn(said());
  /** One more answer: those to what was sent before have come, or never will. */
  const another = async () => {
    const { length } = answers();
    await eventually(() => answers().length > length);
  };
  const end = async () => {
    await another();
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
    return answers();
  };
  return { another, end };
}

async function watch(bond: KeptBond): Promise<() => Promise<Watched>> {
  const ping = startPing(bond);
  await ping.another();
  const before = carriers(bond);
  return async () => {
    const answered = new Set(await ping.end());
    const sent = Array.from({ length: Math.max(...answered) }, (_, place) => place + 1);
    const lost = sent.filter((number) => !answered.has(number));
    return { before, after: carriers(bond), answered: answered.size, lost };
  };
}

/** Watches bonds; the function ends that and says what was seen. */
export async function watchBonds(bonds: readonly KeptBond[]): Promise<() => Promise<ByBond<Watched>>> {
  const watches = await Promise.all(bonds.map(async (bond) => [bond.name, await watch(bond)] as const));
  return async () =>
    Object.fromEntries(await Promise.all(watches.map(async ([name, end]) => [name, await end()] as const)));
}

/** Addresses and routes that go, be it for a moment; the function ends the watch and gives them. */
export function watchDeletions(): () => readonly string[] {
  const [program = '', ...args] = ['ip', '-o', 'monitor', 'address', 'route'];
  const monitor = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = collect(monitor.stdout);
  return () => {
    monitor.kill();
    return said()
      .split('\n')
      .filter((line) => line.startsWith('Deleted'));
  };
}
