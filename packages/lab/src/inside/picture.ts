/** Everything that can be observed of a host's network, as one value. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { must } from './command.ts';
import { host } from './host.ts';
import {
  comparePictures,
  type Difference,
  featuresOf,
  keyedBy,
  type Picture,
  sectionsOf,
  type Value,
} from './picture-compare.ts';
import { eventually } from './wait.ts';

/**
 * Takes the picture of one host: links, addresses, routes, queues, what the bonding driver says in /proc and /sys, the
 * offloads of every device, and the settings of TCP that bonds are tuned with.
 */
export const hostPicture = async (name: string): Promise<Picture> => ({
  ...(await networkPicture(name)),
  tuning: await tuningOf(name),
});

/** Everything that may still move by itself when a test begins to look. */
async function networkPicture(name: string): Promise<Picture> {
  const [link = [], addr = [], ...routes] = await ipLists(name);
  return {
    link: keyedBy(link, ['ifname']),
    addr: addresses(addr),
    route: keyedBy(routes.flat(), ['type', 'dst', 'dev', 'table', 'metric']),
    qdisc: keyedBy(rows(await must(['tc', '-n', name, '-j', 'qdisc', 'show'])), ['dev', 'handle', 'parent']),
    ...driverPicture(name),
  };
}

const tuningOf = async (name: string) => featuresOf(await host(name).must(['sh', '-c', EVERY_TUNING]));

async function ipLists(name: string): Promise<Row[][]> {
  const input = LISTS.map((list) => `${list}\n`).join('');
  const printed = await must(['ip', '-n', name, '-j', '-d', '-batch', '-'], { input });
  const lists = printed.trim().split('\n').map(rows);
  if (lists.length !== LISTS.length) throw new Error(`ip printed ${lists.length} lists: ${printed}`);
  return lists;
}

/** The part of a picture that is files alone. */
const driverPicture = (name: string): Pick<Picture, 'proc' | 'sysfs'> => ({
  proc: driverTexts(name),
  sysfs: driverFiles(name),
});

/** What of a host is not as in a picture. Looks further than at the driver's files, which cost no program, only where these are the same. */
export async function differencesFrom(picture: Picture, name: string): Promise<Difference[]> {
  const { proc = {}, sysfs = {} } = picture;
  const quick = comparePictures({ proc, sysfs }, driverPicture(name));
  return quick.length > 0 ? quick : comparePictures(picture, await hostPicture(name));
}

/** Takes pictures until two in a row are the same: LACP and IPv6 go on talking for seconds after a link is up. */
export async function settledPicture(name: string, timeoutMs = 30_000): Promise<Picture> {
  let before = await networkPicture(name);
  const settled = await eventually(
    async () => {
      await sleep(QUIET_MS);
      const after = await networkPicture(name);
      const differences = comparePictures(before, after);
      before = after;
      if (differences.length === 0) return after;
      throw new Error(`${name} is still changing: ${differences.map(({ path }) => path).join(', ')}`);
    },
    { timeoutMs },
  );
  return { ...settled, tuning: await tuningOf(name) };
}

/** Three times the second in which LACP speaks when it is fast; IPv6 looks for a duplicate address for one or two. */
const QUIET_MS = 3_000;
/** One shell for everything, for a picture is taken often. `bonding_masters` is a file among the devices. */
const EVERY_TUNING = `echo 'Features for the host:'
grep -H . /proc/sys/net/ipv4/tcp_reordering /proc/sys/net/ipv4/tcp_max_reordering
cd /sys/class/net
for device in *; do if [ -d $device ]; then ethtool -k $device; fi; done`;
/** All in one run, for a program that starts is what a picture costs. `root` picks a family, as `-4` cannot in a batch. */
const LISTS = [
  'link show',
  'addr show',
  'route show table all root 0.0.0.0/0',
  'route show table all root ::/0',
];

type Row = Record<string, Value>;

const rows = (text: string): Row[] => JSON.parse(text.trim() === '' ? '[]' : text) as Row[];

function addresses(links: readonly Row[]): Row {
  const own = links.map((link) => ({
    ifname: link['ifname'] ?? null,
    addr_info: keyedBy((link['addr_info'] ?? []) as Row[], ['local', 'prefixlen']),
  }));
  return keyedBy(own, ['ifname']);
}

function driverTexts(name: string): Row {
  const folder = `/proc/${host(name).pid()}/net/bonding`;
  return Object.fromEntries(
    names(folder).map((bond) => [bond, sectionsOf(readFileSync(join(folder, bond), 'utf8'))]),
  );
}

function driverFiles(name: string): Row {
  const folder = host(name).path('/sys/class/net');
  const found: Row = {};
  for (const device of names(folder)) {
    for (const part of ['bonding', 'bonding_slave']) {
      for (const file of names(join(folder, device, part))) {
        found[`${device}/${part}/${file}`] = readOrError(join(folder, device, part, file));
      }
    }
  }
  return found;
}

/** The names in a folder; none when it does not exist, for a device that is no bond has no such folder. */
function names(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return [];
    throw error;
  }
}

/** Some driver files refuse to be read in some modes; the refusal is part of the picture. */
function readOrError(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch (error) {
    return codeOf(error);
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';
