import type { Problem } from '@bondctl/proto/model/result';
import { type Field, fieldOf, type Line, linesOf, problem } from './lines.ts';
import type { Section } from './proc-fields.ts';

/** A /proc/net/bonding text, cut where the driver begins another subject (bond_procfs.c, bond_info_seq_show). */
export interface Sections {
  readonly bond: Section;
  readonly aggregator: Section | null;
  readonly ports: readonly PortSections[];
  /** "802.3ad info" was there. */
  readonly lacp: boolean;
}

/** One port's lines and, with LACP and enough privilege, both sides of its partnership. */
export interface PortSections {
  readonly port: Section;
  readonly actor: Section | null;
  readonly partner: Section | null;
}

const side = ['system priority', 'system mac address', 'port priority', 'port number', 'port state'];

/** The keys of each subject over all drivers from v2.6.1 on. */
const keys = {
  bond: new Set([
    'Ethernet Channel Bonding Driver',
    'Bonding Mode',
    'Transmit Hash Policy',
    'Primary Slave',
    'Currently Active Slave',
    'MII Status',
    'MII Polling Interval (ms)',
    'Up Delay (ms)',
    'Down Delay (ms)',
    'Peer Notification Delay (ms)',
    'ARP Polling Interval (ms)',
    'ARP Missed Max',
    'ARP IP target/s (n.n.n.n form)',
    'NS IPv6 target/s (xx::xx form)',
    'LACP active',
    'LACP rate',
    'Min links',
    'Aggregator selection policy (ad_select)',
    'System priority',
    'System MAC address',
  ]),
  aggregator: new Set([
    'Aggregator ID',
    'Number of ports',
    'Actor Key',
    'Partner Key',
    'Partner Mac Address',
  ]),
  port: new Set([
    'Slave Interface',
    'MII Status',
    'Speed',
    'Duplex',
    'Link Failure Count',
    'Permanent HW addr',
    'Slave queue ID',
    'Aggregator ID',
    'Actor Churn State',
    'Partner Churn State',
    'Actor Churned Count',
    'Partner Churned Count',
  ]),
  actor: new Set([...side, 'port key']),
  partner: new Set([...side, 'oper key']),
} as const;

type Subject = keyof typeof keys;

interface Draft {
  readonly subject: Subject;
  readonly line: Line;
  readonly fields: Map<string, Field>;
}

const headings: Readonly<Record<string, Subject>> = {
  'Active Aggregator Info': 'aggregator',
  'Slave Interface': 'port',
  'details actor lacp pdu': 'actor',
  'details partner lacp pdu': 'partner',
};

/** Lines that carry no field: a title, and what the driver says where there is no aggregator. */
const remark = /^(802\.3ad info|bond \S+ has no active aggregator)$/;

const draft = (subject: Subject, line: Line): Draft => ({ subject, line, fields: new Map() });

function place(into: Draft, field: Field, problems: Problem[]): void {
  if (!keys[into.subject].has(field.key)) problems.push(problem(field.line, 'this line is not known'));
  else if (into.fields.has(field.key)) problems.push(problem(field.line, 'this line is there twice'));
  else into.fields.set(field.key, field);
}

function cut(lines: readonly Line[], problems: Problem[]): readonly Draft[] {
  const first = draft('bond', lines[0] ?? { number: 1, text: '' });
  const drafts = [first];
  let current = first;
  for (const line of lines) {
    const field = fieldOf(line);
    if (field === null) {
      if (!remark.test(line.text)) problems.push(problem(line, 'this line is not known'));
      continue;
    }
    const subject = Object.hasOwn(headings, field.key) ? headings[field.key] : undefined;
    if (subject !== undefined) {
      current = draft(subject, line);
      drafts.push(current);
    }
    if (subject === undefined || subject === 'port') place(current, field, problems);
  }
  return drafts;
}

function portsOf(drafts: readonly Draft[], problems: Problem[]): readonly PortSections[] {
  const ports: { port: Section; actor: Section | null; partner: Section | null }[] = [];
  for (const one of drafts) {
    if (one.subject === 'port') ports.push({ port: one, actor: null, partner: null });
    if (one.subject !== 'actor' && one.subject !== 'partner') continue;
    const owner = ports.at(-1);
    if (owner === undefined || owner[one.subject] !== null) {
      problems.push(problem(one.line, 'these LACP details belong to no port'));
    } else owner[one.subject] = one;
  }
  return ports;
}

/** Cuts a text into its subjects. Lines that belong to none become problems. */
export function sectionsOf(text: string, problems: Problem[]): Sections {
  const lines = linesOf(text);
  const drafts = cut(lines, problems);
  return {
    bond: drafts[0] ?? draft('bond', { number: 1, text: '' }),
    aggregator: drafts.find((one) => one.subject === 'aggregator') ?? null,
    ports: portsOf(drafts, problems),
    lacp: lines.some((line) => line.text === '802.3ad info'),
  };
}
