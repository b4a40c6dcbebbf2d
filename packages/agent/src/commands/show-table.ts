import type { BondState, PortState } from '@bondctl/proto/model/bond';
import type { Parsed } from '@bondctl/proto/model/result';

/** Rows under their headings, each column as wide as its widest cell. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows];
  const widths = headings.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const orDash = (value: string | number | null | undefined): string => String(value ?? '-');

const portRow = (port: PortState): readonly string[] => [
  port.name,
  port.miiStatus,
  port.speedMbps === null ? 'unknown' : `${port.speedMbps} Mbit/s`,
  port.duplex ?? 'unknown',
  String(port.linkFailureCount),
  orDash(port.permanentMac),
  orDash(port.lacp?.aggregatorId),
  orDash(port.lacp?.partner?.systemMac),
];

const headings = ['PORT', 'LINK', 'SPEED', 'DUPLEX', 'FAILURES', 'PERMANENT MAC', 'AGGREGATOR', 'PARTNER'];

function monitoring(bond: BondState): string {
  if (bond.arp !== null)
    return `ARP every ${bond.arp.intervalMs} ms to ${bond.arp.targets.join(', ') || 'nobody'}`;
  if (bond.miimonMs === null || bond.miimonMs === 0) return 'not monitored: a dead link goes unnoticed';
  return `MII every ${bond.miimonMs} ms, up after ${orDash(bond.updelayMs)} ms, down after ${orDash(bond.downdelayMs)} ms`;
}

function lacpLines(bond: BondState): readonly string[] {
  if (bond.lacp === null) return [];
  const { rate, active, aggregator } = bond.lacp;
  const asks = `LACP: rate ${orDash(rate)}, active ${orDash(active)}`;
  if (aggregator === null) return [`${asks}, no active aggregator shown`];
  return [
    `${asks}, aggregator ${aggregator.id} with ${aggregator.ports} ports, partner ${aggregator.partnerMac}`,
  ];
}

function portLines(bond: BondState): readonly string[] {
  if (bond.ports.length === 0) return ['no ports'];
  return table(headings, bond.ports.map(portRow)).split('\n');
}

function activeLine(bond: BondState): readonly string[] {
  if (bond.primary === null && bond.activePort === null) return [];
  return [`active port ${orDash(bond.activePort)}, primary ${orDash(bond.primary?.port)}`];
}

/** One bond as people read it; what was not understood stands below. */
export function bondTable({ value: bond, problems }: Parsed<BondState>): string {
  const hash = bond.xmitHashPolicy === null ? '' : `, hash ${bond.xmitHashPolicy}`;
  const lines = [
    monitoring(bond),
    ...activeLine(bond),
    ...lacpLines(bond),
    ...portLines(bond),
    ...problems.map(({ line, text, message }) => `line ${line}: ${message}: ${text}`),
  ];
  const head = `${bond.name}: ${bond.mode ?? (bond.modeText || 'unknown mode')}, ${bond.miiStatus}${hash} (driver ${orDash(bond.driver)})`;
  return [head, ...lines.map((line) => `  ${line}`)].join('\n');
}
