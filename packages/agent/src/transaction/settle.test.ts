import type { BondState, MiiStatus } from '@bondctl/proto/model/bond';
import type { BondMode } from '@bondctl/proto/model/mode';
import type { IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { unsettled } from './settle.ts';

const name = (text: string) => text as IfName;
const ports = [name('eth1'), name('eth2')];
const target = (mode: BondMode) => ({
  bonds: [{ name: name('sync0'), mode, options: {}, ports }],
  absent: [],
  interfaces: [],
  sysctls: {},
  offloads: [],
});

type PortFacts = { readonly mii?: MiiStatus; readonly aggregator?: number; readonly partnerState?: number };
type BondFacts = { readonly counted?: number; readonly partner?: string; readonly hidden?: boolean };

function bond(
  facts: readonly PortFacts[],
  { counted = 2, partner = 'bb:00:00:00:00:01', hidden = false }: BondFacts = {},
): BondState {
  const churn = { actorChurn: null, partnerChurn: null, actorChurnedCount: null, partnerChurnedCount: null };
  const nothing = {
    failOverMac: null,
    xmitHashPolicy: null,
    primary: null,
    activePort: null,
    miimonMs: 100,
    updelayMs: 0,
    downdelayMs: 0,
    peerNotifDelayMs: null,
    arp: null,
  };
  return {
    name: name('sync0'),
    driver: null,
    mode: '802.3ad',
    modeText: '802.3ad',
    miiStatus: 'up',
    ...nothing,
    lacp: {
      active: 'on',
      rate: 'slow',
      minLinks: 0,
      adSelect: 'stable',
      systemPriority: null,
      systemMac: null,
      aggregator: hidden ? null : { id: 1, ports: counted, actorKey: 9, partnerKey: 9, partnerMac: partner },
    },
    ports: facts.map(({ mii = 'up', aggregator = 1, partnerState }, at) => ({
      name: ports[at] ?? name('eth9'),
      miiStatus: mii,
      speedMbps: 1000,
      duplex: 'full',
      linkFailureCount: 0,
      permanentMac: null,
      queueId: null,
      priority: null,
      lacp: {
        aggregatorId: aggregator,
        ...churn,
        actor: null,
        partner: partnerState === undefined ? null : sideOf(partnerState),
      },
    })),
  };
}

const sideOf = (portState: number) => ({
  ...{ systemPriority: 65_535, systemMac: 'bb:00:00:00:00:01', portKey: 9 },
  ...{ portPriority: 255, portNumber: 1, portState },
});

const told = (mode: BondMode, state: BondState) =>
  unsettled(target(mode), [state]).map((one) => `${one.path}: ${one.found}`);

describe('what has not settled', () => {
  test.each([
    ['all ports up', 'balance-rr', bond([{}, {}]), []],
    ['a port down', 'balance-rr', bond([{}, { mii: 'down' }]), ['sync0.eth2.mii: down']],
    [
      'a port still going back',
      'active-backup',
      bond([{ mii: 'going back' }, {}]),
      ['sync0.eth1.mii: going back'],
    ],
    ['a port that is not there', 'balance-rr', bond([{}]), ['sync0.eth2.mii: not there']],
    [
      'LACP without a partner, in another mode',
      'balance-rr',
      bond([{}, {}], { partner: '00:00:00:00:00:00' }),
      [],
    ],
    ['LACP as it should be', '802.3ad', bond([{}, {}]), []],
    ['LACP with a partner that collects', '802.3ad', bond([{ partnerState: 61 }, { partnerState: 63 }]), []],
    [
      'LACP with a partner that does not collect on one port yet',
      '802.3ad',
      bond([{ partnerState: 61 }, { partnerState: 13 }]),
      ['sync0.lacp.eth2: port state 13'],
    ],
    [
      'LACP without a partner',
      '802.3ad',
      bond([{}, {}], { partner: '00:00:00:00:00:00' }),
      ['sync0.lacp.partner: none'],
    ],
    [
      'ports in two aggregators',
      '802.3ad',
      bond([{}, { aggregator: 2 }], { counted: 1 }),
      ['sync0.lacp.ports: 1 counted, 1'],
    ],
    [
      'an aggregator that has not counted yet',
      '802.3ad',
      bond([{}, {}], { counted: 1 }),
      ['sync0.lacp.ports: 1 counted, 2'],
    ],
    [
      'LACP hidden from this reader',
      '802.3ad',
      bond([{}, {}], { hidden: true }),
      ['sync0.lacp: none (or not shown)'],
    ],
  ] as const)('%s', (_title, mode, state, expected) => {
    expect(told(mode, state)).toEqual(expected);
  });

  test('a bond that is not there', () => {
    expect(unsettled(target('balance-rr'), [])).toEqual([
      { path: 'sync0', wanted: 'a bond', found: 'not there' },
    ]);
  });
});
