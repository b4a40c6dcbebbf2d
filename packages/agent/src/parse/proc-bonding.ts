import type { BondLacp, BondState } from '@bondctl/proto/model/bond';
import type { BondMode } from '@bondctl/proto/model/mode';
import type { BondName } from '@bondctl/proto/model/names';
import type { Parsed, Problem } from '@bondctl/proto/model/result';
import { problem } from './lines.ts';
import {
  type FieldReader,
  hardwareAddressAt,
  integerAt,
  listAt,
  miiStatusAt,
  portAt,
  type Section,
  textAt,
  wordAt,
} from './proc-fields.ts';
import { toPort } from './proc-port.ts';
import { type Sections, sectionsOf } from './proc-sections.ts';

/** More than 2,000 LACP ports; nothing that is larger comes from the driver. */
export const largestText = 1024 * 1024;

/** What the driver calls its modes in this file (bond_main.c, bond_mode_name). */
const modeTexts: Readonly<Record<string, BondMode>> = {
  'load balancing (round-robin)': 'balance-rr',
  'fault-tolerance (active-backup)': 'active-backup',
  'load balancing (xor)': 'balance-xor',
  'fault-tolerance (broadcast)': 'broadcast',
  'IEEE 802.3ad Dynamic link aggregation': '802.3ad',
  'transmit load balancing': 'balance-tlb',
  'adaptive load balancing': 'balance-alb',
};

type ModeLine = Pick<BondState, 'mode' | 'modeText' | 'failOverMac'>;

function modeLine(from: FieldReader): ModeLine {
  const field = from.section.fields.get('Bonding Mode');
  const [, modeText = '', failOverMac] =
    /^(.*?)(?: \(fail_over_mac (\w+)\))?$/.exec(field?.value ?? '') ?? [];
  const mode = Object.hasOwn(modeTexts, modeText) ? (modeTexts[modeText] ?? null) : null;
  if (field === undefined)
    from.problems.push(problem(from.section.line, 'there is no "Bonding Mode" in this text'));
  else if (mode === null) from.problems.push(problem(field.line, 'this bonding mode is not known'));
  return { mode, modeText, failOverMac: failOverMac ?? null };
}

function primary(from: FieldReader): BondState['primary'] {
  const field = from.section.fields.get('Primary Slave');
  if (field === undefined) return null;
  const reselect = /\(primary_reselect (\w+)\)$/.exec(field.value)?.[1];
  return { port: portAt(from, 'Primary Slave', /^(\S+)/), reselect: reselect ?? null };
}

function arp(from: FieldReader): BondState['arp'] {
  const intervalMs = integerAt(from, 'ARP Polling Interval (ms)');
  if (intervalMs === null) return null;
  return {
    intervalMs,
    missedMax: integerAt(from, 'ARP Missed Max'),
    targets: listAt(from, 'ARP IP target/s (n.n.n.n form)'),
    nsTargets: listAt(from, 'NS IPv6 target/s (xx::xx form)'),
  };
}

function aggregator(section: Section | null, problems: Problem[]): BondLacp['aggregator'] {
  if (section === null) return null;
  const from = { section, problems };
  const [id, ports] = [integerAt(from, 'Aggregator ID'), integerAt(from, 'Number of ports')];
  const [actorKey, partnerKey] = [integerAt(from, 'Actor Key'), integerAt(from, 'Partner Key')];
  const partnerMac = hardwareAddressAt(from, 'Partner Mac Address');
  // A heading with nothing below it is how the driver says that there is no active aggregator.
  if (section.fields.size === 0) return null;
  if (id !== null && ports !== null && actorKey !== null && partnerKey !== null && partnerMac !== null) {
    return { id, ports, actorKey, partnerKey, partnerMac };
  }
  problems.push(problem(section.line, 'the active aggregator is not complete'));
  return null;
}

const lacpKeys = [
  'LACP active',
  'LACP rate',
  'Min links',
  'Aggregator selection policy (ad_select)',
  'System priority',
];

function lacp(sections: Sections, from: FieldReader): BondLacp | null {
  const said = sections.lacp || lacpKeys.some((key) => from.section.fields.has(key));
  if (!said && sections.aggregator === null) return null;
  return {
    active: wordAt(from, 'LACP active', ['on', 'off'] as const),
    rate: wordAt(from, 'LACP rate', ['slow', 'fast'] as const),
    minLinks: integerAt(from, 'Min links'),
    adSelect: textAt(from, 'Aggregator selection policy (ad_select)'),
    systemPriority: integerAt(from, 'System priority'),
    systemMac: hardwareAddressAt(from, 'System MAC address'),
    aggregator: aggregator(sections.aggregator, from.problems),
  };
}

/** "layer3+4 (1)" -> "layer3+4" */
const withoutNumber = (text: string | null): string | null => text?.replace(/ \(\d+\)$/, '') ?? null;

function toBond(name: BondName, sections: Sections, problems: Problem[]): BondState {
  const from = { section: sections.bond, problems };
  return {
    name,
    driver: textAt(from, 'Ethernet Channel Bonding Driver'),
    ...modeLine(from),
    xmitHashPolicy: withoutNumber(textAt(from, 'Transmit Hash Policy')),
    primary: primary(from),
    activePort: portAt(from, 'Currently Active Slave', /^(\S+)$/),
    miiStatus: miiStatusAt(from),
    miimonMs: integerAt(from, 'MII Polling Interval (ms)'),
    updelayMs: integerAt(from, 'Up Delay (ms)'),
    downdelayMs: integerAt(from, 'Down Delay (ms)'),
    peerNotifDelayMs: integerAt(from, 'Peer Notification Delay (ms)'),
    arp: arp(from),
    lacp: lacp(sections, from),
    ports: sections.ports.flatMap((port) => toPort(port, problems)),
  };
}

/**
 * Reads the text of /proc/net/bonding/NAME of any driver from v2.6.1 (2004) on (drivers/net/bonding/bond_procfs.c).
 * Never throws. What is not understood is a problem with its line, in the order of the text; a text over 1 MiB is not
 * looked at and is one problem.
 */
export function parseProcBonding(name: BondName, text: string): Parsed<BondState> {
  const tooLarge = text.length > largestText;
  const problems: Problem[] = [];
  const value = toBond(name, sectionsOf(tooLarge ? '' : text, problems), problems);
  if (!tooLarge) return { value, problems: problems.sort((a, b) => a.line - b.line) };
  const message = `this text has ${text.length} characters; nothing over ${largestText} is read`;
  return { value, problems: [problem({ number: 1, text: text.slice(0, 200) }, message)] };
}
