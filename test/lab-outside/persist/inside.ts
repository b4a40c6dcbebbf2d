/** What happens in a machine whose bonds come from files, boot by boot; what is found is written to $LAB_OUT/boot-N.json. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { collect, must, run } from '@bondctl/lab/inside/command';
import { eventually } from '@bondctl/lab/inside/wait';
import { openMachine } from '../../../packages/agent/src/commands/machine.ts';
import { noteIfstate } from '../../../packages/agent/src/persist/ifstate.ts';
import type { KeptBond } from '../../../packages/agent/src/persist/kept.ts';
import type { RereadAct } from '../../../packages/agent/src/persist/reread.ts';
import type { ByBond, Carriers, FirstBoot, Found, Order, Reload, SecondBoot } from './facts.ts';
import { connect, peerOf } from './peers.ts';
import { find, numberIn, wanted } from './read.ts';

const { files } = openMachine();

const variable = (name: string): string => process.env[name] ?? '';

async function byBond<T>(orders: readonly Order[], of: (order: Order) => Promise<T>): Promise<ByBond<T>> {
  const all = await Promise.all(orders.map(async (order) => [order.first.name, await of(order)] as const));
  return Object.fromEntries(all);
}

async function isAs(bond: KeptBond): Promise<boolean> {
  const found = await find(bond.name);
  if (found === null) return false;
  const { proc: _, ...rest } = found;
  const want = wanted(bond);
  return isDeepStrictEqual(
    { ...rest, options: { ...rest.options, ...want.options } },
    { ...want, options: rest.options },
  );
}

/** Waits for what is wanted; what there is at the end is judged outside, where a difference can be shown. */
async function settled(bond: KeptBond): Promise<Found | null> {
  await eventually(() => isAs(bond), { timeoutMs: 30_000, everyMs: 250 }).catch(() => undefined);
  return await find(bond.name);
}

/** An option that lists addresses is told what is new. */
const told = (name: string, value: string, before: string | undefined): string =>
  name === 'arp_ip_target' ? `+${value.replace(`${before},`, '')}` : value;

/** Makes a change as an agent does: the kernel first, and nobody is told. */
async function makeLive({ first, changed }: Order): Promise<void> {
  const { name } = first;
  const before: Readonly<Record<string, string>> = first.options;
  for (const [option, value] of Object.entries(changed.options).filter(
    ([one, value]) => before[one] !== value,
  ))
    writeFileSync(`/sys/class/net/${name}/bonding/${option}`, told(option, value, before[option]));
  const fresh = changed.addresses.cidrs.filter((cidr) => !first.addresses.cidrs.includes(cidr));
  const lines = [
    `link set ${name} mtu ${changed.mtu ?? 1500}`,
    ...fresh.map((cidr) => `addr add ${cidr} dev ${name}`),
  ];
  await must(['ip', '-batch', '-'], { input: lines.map((line) => `${line}\n`).join('') });
}

function carriers({ first }: Order): Carriers {
  const names = [first.name, ...first.ports.map(({ name }) => name)];
  return Object.fromEntries(names.map((name) => [name, numberIn(name, 'carrier_changes')]));
}

/** Four seconds, in which everything is written and reloaded. */
async function watched(order: Order): Promise<Reload> {
  const before = carriers(order);
  const ping = await run(['ping', '-n', '-i', '0.1', '-c', '40', '-W', '5', peerOf(order.first)]);
  return { before, after: carriers(order), ping: ping.stdout.trim().split('\n').join('\n') };
}

/** netplan's command line is Python and starts this. */
const generator = '/usr/libexec/netplan/generate';

async function carryOut(act: RereadAct): Promise<void> {
  if (act.do === 'note') return await noteIfstate(files, act.bond, act.isUp);
  await must(act.argv[0] === 'netplan' ? [generator] : act.argv);
}

async function commit({ files, mode, acts }: Order): Promise<void> {
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    chmodSync(path, mode);
  }
  for (const act of acts) await carryOut(act);
}

async function commitAll(orders: readonly Order[]): Promise<void> {
  // Not before ping has begun.
  await sleep(500);
  for (const order of orders) await commit(order);
}

/** Addresses and routes that go, be it for a moment; the function ends the watch and gives them. */
function watchDeletions(): () => readonly string[] {
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

async function firstBoot(orders: readonly Order[]): Promise<FirstBoot> {
  const found = await byBond(orders, ({ first }) => settled(first));
  await connect(orders.map(({ first }) => first));
  for (const order of orders) await makeLive(order);
  const live = await byBond(orders, ({ changed }) => settled(changed));
  const deleted = watchDeletions();
  const [reloads] = await Promise.all([byBond(orders, watched), commitAll(orders)]);
  const reloaded = await byBond(orders, ({ changed }) => find(changed.name));
  return { found, live, reloads, deleted: deleted(), reloaded };
}

const secondBoot = async (orders: readonly Order[]): Promise<SecondBoot> => ({
  found: await byBond(orders, ({ changed }) => settled(changed)),
});

async function boot(number: string): Promise<void> {
  const orders = JSON.parse(
    readFileSync(join(variable('LAB'), 'job/orders.json'), 'utf8'),
  ) as readonly Order[];
  const facts = number === '1' ? await firstBoot(orders) : await secondBoot(orders);
  writeFileSync(join(variable('LAB_OUT'), `boot-${number}.json`), JSON.stringify(facts));
  if (number === '2') return;
  await must(['systemctl', 'reboot']);
  // The reboot ends us.
  await new Promise(() => setInterval(() => undefined, 60_000));
}

await boot(variable('LAB_BOOT'));
