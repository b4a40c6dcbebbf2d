/** What happens in a machine whose bonds come from files, boot by boot; what is found is written to $LAB_OUT/boot-N.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { must } from '@bondctl/lab/inside/command';
import { outDir, variable } from '@bondctl/lab/inside/topology';
import { eventually } from '@bondctl/lab/inside/wait';
import type { KeptBond } from '../../../packages/agent/src/persist/kept.ts';
import type { ByBond, FirstBoot, Found, Gentle, Order, Rebuilt, SecondBoot } from './facts.ts';
import { connect } from './peers.ts';
import { type Product, startProduct } from './product.ts';
import { find, wanted } from './read.ts';
import { watchBonds, watchDeletions } from './watch.ts';

/** How long a program gets to undo what it does not like. */
const fightMs = 5_000;

const lastOf = ({ changed, rebuilt }: Order): KeptBond => rebuilt ?? changed;

async function isAs(bond: KeptBond): Promise<boolean> {
  const found = await find(bond.name);
  if (found === null) return false;
  const { proc: _, mac: __, ...rest } = found;
  const want = wanted(bond);
  return isDeepStrictEqual(
    { ...rest, options: { ...rest.options, ...want.options } },
    { ...want, options: rest.options },
  );
}

/** Waits for what is wanted; what there is at the end is judged outside, where a difference can be shown. */
async function settled(bonds: readonly KeptBond[]): Promise<ByBond<Found | null>> {
  const all = async () => (await Promise.all(bonds.map(isAs))).every((is) => is);
  await eventually(all, { timeoutMs: 20_000, everyMs: 250 }).catch(() => undefined);
  return await foundOf(bonds);
}

const foundOf = async (bonds: readonly KeptBond[]): Promise<ByBond<Found | null>> =>
  Object.fromEntries(await Promise.all(bonds.map(async ({ name }) => [name, await find(name)] as const)));

/** ifupdown2 is the one program that lets bonds alone when people have it read everything. */
async function reload(orders: readonly Order[]): Promise<void> {
  if (orders.some(({ backend }) => backend === 'ifupdown2')) await must(['ifreload', '-a']);
}

async function changeGently(product: Product, orders: readonly Order[]): Promise<Gentle> {
  const bonds = orders.map(({ changed }) => changed);
  const watches = await watchBonds(bonds);
  const deletions = watchDeletions();
  const applied = await product.apply(orders, bonds);
  await reload(orders);
  const watched = await watches();
  return { applied, watched, deleted: deletions(), found: await foundOf(bonds) };
}

/** NetworkManager takes an address away that it was not told of, once the bond is set down; a restart tells it. */
async function readAnew(orders: readonly Order[]): Promise<void> {
  if (orders.some(({ backend }) => backend === 'keyfile'))
    await must(['systemctl', 'restart', 'NetworkManager']);
}

async function rebuild(product: Product, orders: readonly Order[]): Promise<Rebuilt | null> {
  if (orders.every(({ rebuilt }) => rebuilt === null)) return null;
  const bonds = orders.map(lastOf);
  await readAnew(orders);
  const applied = await product.apply(orders, bonds);
  await sleep(fightMs);
  return { applied, found: await foundOf(bonds) };
}

async function firstBoot(orders: readonly Order[]): Promise<FirstBoot> {
  const firsts = orders.map(({ first }) => first);
  const found = await settled(firsts);
  const [product] = await Promise.all([startProduct(), connect(firsts)]);
  const spec = await product.adopt();
  const adopted = { spec, plan: await product.plan(spec) };
  const gentle = await changeGently(product, orders);
  return { found, adopted, gentle, rebuilt: await rebuild(product, orders) };
}

/** What the programs say of a boot, for a bond that is not as it was. */
const journal = (): Promise<string> =>
  must([
    'journalctl',
    '--boot',
    '--no-pager',
    '--output=short-monotonic',
    ...units.map((unit) => `--unit=${unit}`),
  ]);

const units = ['NetworkManager', 'systemd-networkd', 'networking', 'bondctl-agent-boot'];

const secondBoot = async (orders: readonly Order[]): Promise<SecondBoot> => ({
  found: await settled(orders.map(lastOf)),
  journal: await journal(),
});

async function boot(number: string): Promise<void> {
  const orders = JSON.parse(
    readFileSync(join(variable('LAB'), 'job/orders.json'), 'utf8'),
  ) as readonly Order[];
  const facts = number === '1' ? await firstBoot(orders) : await secondBoot(orders);
  writeFileSync(join(outDir(), `boot-${number}.json`), JSON.stringify(facts));
  if (number === '2') return;
  await must(['systemctl', 'reboot']);
  // The reboot ends us.
  await new Promise(() => setInterval(() => undefined, 60_000));
}

await boot(variable('LAB_BOOT'));
