/** Everything that can be observed of a host's network, as one value. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { must } from './command.ts';
import { host } from './host.ts';
import {
  comparePictures,
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
export async function hostPicture(name: string): Promise<Picture> {
  const ip = async (...words: string[]) => rows(await must(['ip', '-n', name, '-j', ...words]));
  const routes = [...(await ip('-4', ...ALL_ROUTES)), ...(await ip('-6', ...ALL_ROUTES))];
  return {
    link: keyedBy(await ip('-d', 'link', 'show'), ['ifname']),
    addr: addresses(await ip('addr', 'show')),
    route: keyedBy(routes, ['type', 'dst', 'dev', 'table', 'metric']),
    qdisc: keyedBy(rows(await must(['tc', '-n', name, '-j', 'qdisc', 'show'])), ['dev', 'handle', 'parent']),
    proc: driverTexts(name),
    sysfs: driverFiles(name),
    tuning: featuresOf(await host(name).must(['sh', '-c', EVERY_TUNING])),
  };
}

/** Takes pictures until two in a row are the same: LACP and IPv6 go on talking for seconds after a link is up. */
export async function settledPicture(name: string, timeoutMs = 30_000): Promise<Picture> {
  let before = await hostPicture(name);
  return eventually(
    async () => {
      await sleep(QUIET_MS);
      const after = await hostPicture(name);
      const differences = comparePictures(before, after);
      before = after;
      if (differences.length === 0) return after;
      throw new Error(`${name} is still changing: ${differences.map(({ path }) => path).join(', ')}`);
    },
    { timeoutMs },
  );
}

/** Three times the second in which LACP speaks when it is fast; IPv6 looks for a duplicate address for one or two. */
const QUIET_MS = 3_000;
/** One shell for everything, for a picture is taken often. `bonding_masters` is a file among the devices. */
const EVERY_TUNING = `echo 'Features for the host:'
grep -H . /proc/sys/net/ipv4/tcp_reordering /proc/sys/net/ipv4/tcp_max_reordering
cd /sys/class/net
for device in *; do if [ -d $device ]; then ethtool -k $device; fi; done`;
const ALL_ROUTES = ['route', 'show', 'table', 'all'];

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
