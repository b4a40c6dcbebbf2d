// Hosts with one bond each, healthy but for what a test says, and what rules find in them.
import type { BondState, PortLacp, PortState } from '@bondctl/proto/model/bond';
import type { RankedFinding } from '@bondctl/proto/model/finding';
import type { HostReport, InterfaceState } from '@bondctl/proto/model/host';
import type { TestResult } from '@bondctl/proto/model/linktest';
import type { HostId } from '@bondctl/proto/model/names';
import type { ClusterSpec, Link } from '@bondctl/proto/model/spec';
import { diagnose, type Examination } from '../../packages/controller/src/findings/diagnose.ts';
import {
  type Evidence,
  evidenceOf,
  type TestEvidence,
  withTest,
} from '../../packages/controller/src/findings/evidence.ts';
import { drbd, fakeSpec } from './fake-parts.ts';
import { bond, bondReport, name, port } from './fake-report.ts';
import { judgementOf, resultOf } from './fake-test.ts';

/** What a host has that a healthy one has not. */
export interface Ills {
  readonly bond?: Partial<BondState>;
  /** What is different of each port, by its name. */
  readonly ports?: Readonly<Record<string, Partial<PortState>>>;
  /** What is different of each interface, by its name; a name that no interface has is one more. */
  readonly devices?: Readonly<Record<string, Partial<InterfaceState>>>;
  /** Further bonds. */
  readonly more?: readonly BondState[];
}

/** A cluster: hosts by name, `link` is between alpha and beta, `wanted` are options of alpha's bond. */
export interface World {
  readonly hosts: Readonly<Record<string, Ills>>;
  readonly link?: Partial<Link>;
  readonly wanted?: Readonly<Record<string, string>>;
  /** A test over the link `drbd`, which then need not be said. */
  readonly test?: WorldTest;
}

/** What a test found that a healthy one has not, and what share of the ceiling that is. */
export interface WorldTest {
  readonly result: Partial<TestResult>;
  readonly percent?: number | null;
}

/** The MAC address of a host's bond, or of its nth port. */
export const mac = (host: string, nth = 0): string =>
  `02:00:00:00:${host.charCodeAt(0).toString(16)}:0${nth}`;

const device = (text: string, over: Partial<InterfaceState> = {}): InterfaceState => ({
  name: name(text),
  kind: 'physical',
  mac: '',
  permanentMac: null,
  mtu: 1500,
  up: true,
  carrier: true,
  speedMbps: 1000,
  duplex: 'full',
  master: null,
  parent: null,
  addresses: [],
  owner: 'none',
  ...over,
});

/** Static addresses. */
export const at = (...cidrs: readonly string[]): Pick<InterfaceState, 'addresses'> => ({
  addresses: cidrs.map((cidr) => ({ cidr, origin: 'static' })),
});

/** What a host reports. */
export function reportOf(
  host: string,
  { bond: over = {}, ports = {}, devices = {}, more = [] }: Ills,
): HostReport {
  const eth = ['eth2', 'eth3'].map((text, nth) =>
    port(text, { permanentMac: mac(host, nth + 1), ...ports[text] }),
  );
  const state = bond({ ports: eth, ...over });
  const known = [
    device('sync0', { kind: 'bond', mac: mac(host), ...at(`10.9.0.${host.charCodeAt(0)}/24`) }),
    device('eth2', { master: name('sync0') }),
    device('eth3', { master: name('sync0') }),
  ].map((one) => ({ ...one, ...devices[one.name] }));
  const added = Object.keys(devices)
    .filter((text) => !known.some((one) => one.name === text))
    .map((text) => device(text, devices[text]));
  const report = bondReport([state, ...more]);
  return { ...report, state: { ...report.state, interfaces: [...known, ...added] } };
}

/** The LACP part of a port. */
export const lacpPort = (partnerMac: string, over: Partial<PortLacp> = {}, portState = 61): PortLacp => ({
  aggregatorId: 1,
  actorChurn: 'none',
  partnerChurn: 'none',
  actorChurnedCount: 0,
  partnerChurnedCount: 0,
  actor: null,
  partner: {
    systemPriority: 65_535,
    systemMac: partnerMac,
    portKey: 9,
    portPriority: 255,
    portNumber: 1,
    portState,
  },
  ...over,
});

/** A host in 802.3ad whose partner is the bond of another host. */
export function lacpWith(partner: string, over: Partial<NonNullable<BondState['lacp']>> = {}): Ills {
  const lacp = {
    active: 'on',
    rate: 'fast',
    minLinks: 0,
    adSelect: 'stable',
    systemPriority: 65_535,
    systemMac: null,
    aggregator: { id: 1, ports: 2, actorKey: 9, partnerKey: 9, partnerMac: mac(partner) },
    ...over,
  } as const;
  const ports = { eth2: { lacp: lacpPort(mac(partner)) }, eth3: { lacp: lacpPort(mac(partner)) } };
  return { bond: { mode: '802.3ad', xmitHashPolicy: 'layer3+4', lacp }, ports };
}

function specOf({ link, wanted, test }: World): ClusterSpec | undefined {
  if (test !== undefined && link === undefined)
    return specOf({ hosts: {}, link: {}, ...(wanted && { wanted }) });
  if (link === undefined && wanted === undefined) return undefined;
  const spec = {
    name: name('sync0'),
    mode: 'balance-rr' as const,
    ports: [name('eth2'), name('eth3')] as const,
    options: wanted ?? {},
    mtu: null,
    addresses: null,
  };
  const present = { state: 'present' as const, spec, allowControlPath: false };
  return {
    ...fakeSpec,
    desires: wanted === undefined ? [] : [{ host: 'alpha' as HostId, bonds: [present] }],
    links: link === undefined ? [] : [{ ...drbd, ...link }],
  };
}

/** What rules look at in a world. */
export function evidenceIn(world: World): Evidence {
  const hosts = Object.entries(world.hosts).map(([host, ills]) => ({
    host: host as HostId,
    report: reportOf(host, ills),
  }));
  const evidence = evidenceOf(hosts, specOf(world));
  return world.test === undefined ? evidence : withTest(evidence, testIn(world, world.test));
}

/** The test of a world, its mode that of alpha's bond unless it says another. */
export function testIn(
  { hosts, link = {} }: World,
  { result, percent = null }: WorldTest,
): Pick<TestEvidence, 'link' | 'result' | 'judgement'> {
  const tested = { ...drbd, ...link };
  const mode = hosts['alpha']?.bond?.mode ?? 'balance-rr';
  const bps = percent === null ? null : 200e6;
  return {
    link: tested,
    result: resultOf(tested, { mode, mtu: 1500, ...result }),
    judgement: judgementOf(true, {
      ...{ percentOfConfiguration: percent, percentOfHardware: percent },
      ...{ ceilingBps: bps, hardwareBps: bps },
    }),
  };
}

/** A world in which every host is connected. */
export const examined = (world: World): Examination => ({
  atUnixMs: 100_000,
  spec: specOf(world),
  hosts: Object.entries(world.hosts).map(([host, ills]) => ({
    host: host as HostId,
    presence: 'connected',
    lastSeenUnixMs: 99_000,
    report: reportOf(host, ills),
  })),
});

/** The whole diagnosis of a world. */
export function findingsIn(world: World): readonly RankedFinding[] {
  const found = diagnose(examined(world), undefined);
  if (!found.ok) throw new Error(found.error);
  return found.value.findings;
}
