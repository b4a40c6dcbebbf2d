import type { BondView, EndView, Health, HostView, LinkView, StatusView } from '@bondctl/proto/model/view';
import type { Paint, Tone } from './paint.ts';
import { table } from './table.ts';
import { counted, percent, rate } from './units.ts';

const tones: Readonly<Record<Health, Tone>> = { ok: 'good', degraded: 'warn', down: 'bad', unknown: 'dim' };

/** A health in its colour. */
export const health = (value: Health, paint: Paint): string => paint(tones[value], value);

/** What `bondctl status` prints: what waits for a person, links, bonds, and one line that sums it up. */
export function renderStatus(status: StatusView, paint: Paint): string {
  const parts = [
    attention(status, paint),
    links(status, paint),
    bonds(status, paint),
    troubles(status, paint),
  ];
  return `${[...parts, summary(status, paint)].filter((part) => part !== '').join('\n')}`;
}

function attention(status: StatusView, paint: Paint): string {
  return status.attention
    .map((one) => paint('bad', `A PERSON IS NEEDED: ${one.subject}: ${one.sentence}`))
    .map((line) => `${line}\n`)
    .join('');
}

function links(status: StatusView, paint: Paint): string {
  if (status.links.length === 0) return '';
  return table(
    ['LINK', 'ENDS', 'MODE', 'MTU', 'PORTS UP', 'LACP', 'LAST TEST', 'HEALTH'],
    status.links.map((link) => linkRow(link, paint)),
  );
}

function linkRow(link: LinkView, paint: Paint): readonly string[] {
  const { ends } = link;
  return [
    link.name,
    ends.map((end) => `${end.host}/${end.name}`).join(' - '),
    both(ends, (bond) => bond.mode),
    both(ends, (bond) => String(bond.mtu ?? '-')),
    ends.map(portsUp).join('  '),
    both(ends, (bond) => (bond.lacp === null ? '-' : bond.lacp.ok ? 'ok' : 'broken')),
    lastTest(link, paint),
    health(link.health, paint),
  ];
}

/** One word where both ends agree, both words where they do not. */
function both(ends: readonly [EndView, EndView], word: (bond: BondView) => string): string {
  const [a, b] = [ends[0], ends[1]].map((end) => (end.bond === null ? '?' : word(end.bond)));
  return a === b ? (a ?? '?') : `${a} / ${b}`;
}

const portsUp = (end: EndView): string =>
  end.bond === null ? '?' : `${end.bond.ports.filter((port) => port.up).length}/${end.bond.ports.length}`;

function lastTest({ lastTest: test }: LinkView, paint: Paint): string {
  if (test === null) return '-';
  const figures = test.receivedBps === null ? 'no figure' : rate(test.receivedBps);
  const share = test.percentOfConfiguration === null ? '' : `, ${percent(test.percentOfConfiguration)}`;
  return paint(test.passed ? 'good' : 'bad', `${test.passed ? '' : 'failed: '}${figures}${share}`);
}

/** Bonds that stand in no link shown above: a host may have them for other reasons. */
function bonds(status: StatusView, paint: Paint): string {
  const shown = new Set(status.links.flatMap((link) => link.ends.map((end) => `${end.host}/${end.name}`)));
  const rows = status.hosts.flatMap((host) =>
    host.bonds
      .filter((bond) => !shown.has(`${host.host}/${bond.name}`))
      .map((bond) => bondRow(`${host.host}/${bond.name}`, bond, paint)),
  );
  if (rows.length === 0) return '';
  return table(['BOND', 'MODE', 'MTU', 'PORTS', 'ADDRESSES', 'HEALTH'], rows);
}

function bondRow(name: string, bond: BondView, paint: Paint): readonly string[] {
  const ports = bond.ports.map((port) =>
    port.up ? port.name : paint('bad', `${port.name} ${port.miiStatus}`),
  );
  return [
    name,
    bond.mode,
    String(bond.mtu ?? '-'),
    ports.join(' ') || '-',
    bond.addresses.join(' ') || '-',
    health(bond.health, paint),
  ];
}

function troubles(status: StatusView, paint: Paint): string {
  const lines = [
    ...status.links.flatMap((link) => link.disagreements.map((said) => `${link.name}: ${said}`)),
    ...status.hosts.flatMap((host) =>
      host.bonds.flatMap((bond) =>
        bond.sentence === '' ? [] : [`${host.host}/${bond.name}: ${bond.sentence}`],
      ),
    ),
    ...status.hosts.flatMap(keptBonds),
    ...status.hosts.flatMap(lostBonds),
    ...status.hosts
      .filter((host) => host.presence !== 'connected')
      .map((host) => `${host.host}: ${presences[host.presence]}`),
    ...status.links.flatMap((link) =>
      link.lastTest === null || link.lastTest.passed ? [] : [`${link.name}: ${link.lastTest.sentence}`],
    ),
  ];
  return lines.map((line) => `${paint('warn', line)}\n`).join('');
}

/** A bond that is gone has no line of its own, but its drift has one. */
const lostBonds = ({ host, bonds: there, drift }: HostView): readonly string[] =>
  drift
    .filter((one) => !there.some((bond) => bond.name === one.bond))
    .map((one) => `${host}/${one.bond}: ${one.sentence}`);

/** Whether each bond is still there after a reboot. */
const keptBonds = ({ host, bonds: there }: HostView): readonly string[] =>
  there.flatMap(({ name, kept }) => (kept === null ? [] : [`${host}/${name}: ${kept}`]));

/** What there is to say of a cluster without hosts. */
export const noHosts =
  'No host has joined yet. "bondctl token create" prints the command to type on a server.\n';

const presences = {
  connected: 'connected',
  suspect: 'has not been heard from for a while; what is shown may be old',
  lost: 'is not connected; what is shown is what it said last',
  unknown: 'has not come yet since the controller started',
} as const;

/** A rollout that has not ended, and what it waits for when it waits. */
function underWay(rollout: StatusView['rollout']): string {
  if (rollout === null || rollout.endedUnixMs !== null) return '';
  return rollout.state === 'paused'
    ? `; rollout ${rollout.id} is paused: ${rollout.why}`
    : `; rollout ${rollout.id} runs`;
}

function summary(status: StatusView, paint: Paint): string {
  if (status.hosts.length === 0) return noHosts;
  const revision = status.revision === null ? 'no spec applied yet' : `revision ${status.revision}`;
  const running = underWay(status.rollout);
  const counts = `${counted(status.links.length, 'link')}, ${counted(status.hosts.length, 'host')}`;
  return `${revision}, ${counts}: ${health(status.health, paint)}${running}\n`;
}
