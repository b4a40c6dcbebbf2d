import type { BondState, PortState } from '@bondctl/proto/model/bond';
import type { IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { parseProcBonding } from '../parse/proc-bonding.ts';
import { bondChangesBetween, type Change, type Compared, interfaceChangesBetween } from './diff.ts';

const name = (text: string) => text as IfName;

function bondOf(mode: string, ports: readonly [port: string, status: string, failures: number][]): BondState {
  const lines = ports.map(
    ([port, status, failures]) =>
      `Slave Interface: ${port}\nMII Status: ${status}\nSpeed: 1000 Mbps\nLink Failure Count: ${failures}\n`,
  );
  const head = `Bonding Mode: ${mode}\nCurrently Active Slave: ${ports[0]?.[0] ?? 'None'}\nMII Status: up\n`;
  return parseProcBonding(name('bond0'), head + lines.join('\n')).value;
}

const mode = 'fault-tolerance (active-backup)';
const bothUp = bondOf(mode, [
  ['eth1', 'up', 0],
  ['eth2', 'up', 0],
]);

/** `bond0/eth1 mii status: up -> down` */
const sentence = ({ bond, port, what, before, after }: Change) =>
  `${bond}${port === null ? '' : `/${port}`} ${what}: ${before} -> ${after}`;

const between = (before: BondState, after: BondState) => bondChangesBetween([before], [after]).map(sentence);

describe('bonds', () => {
  test('nothing happened', () => expect(between(bothUp, bothUp)).toEqual([]));

  test('a port failed and another took over', () => {
    const after = bondOf(mode, [
      ['eth2', 'up', 0],
      ['eth1', 'down', 1],
    ]);
    expect(between(bothUp, after)).toEqual([
      'bond0/eth1 link failures: 0 -> 1',
      'bond0/eth1 mii status: up -> down',
      'bond0 active port: eth1 -> eth2',
    ]);
  });

  test('a flap that was over before the look is seen by the counter alone', () => {
    const after = bondOf(mode, [
      ['eth1', 'up', 3],
      ['eth2', 'up', 0],
    ]);
    expect(between(bothUp, after)).toEqual(['bond0/eth1 link failures: 0 -> 3']);
  });

  test('a counter that went back is a port that left and came again, with what failed since', () => {
    const before = bondOf(mode, [
      ['eth1', 'up', 3],
      ['eth2', 'up', 0],
    ]);
    const again = ['bond0/eth1 port: present -> absent', 'bond0/eth1 port: absent -> present'];
    expect(between(before, bothUp)).toEqual(again);
    const failedSince = bondOf(mode, [
      ['eth1', 'up', 2],
      ['eth2', 'up', 0],
    ]);
    expect(between(before, failedSince)).toEqual([...again, 'bond0/eth1 link failures: 0 -> 2']);
  });

  test('a port left, a port came, the mode changed', () => {
    const after = bondOf('transmit load balancing', [
      ['eth1', 'up', 0],
      ['eth3', 'up', 0],
    ]);
    expect(between(bothUp, after)).toEqual([
      'bond0/eth2 port: present -> absent',
      'bond0/eth3 port: absent -> present',
      'bond0 mode: active-backup -> balance-tlb',
    ]);
  });

  test('a bond came, a bond went', () => {
    expect(bondChangesBetween([], [bothUp]).map(sentence)).toEqual(['bond0 bond: absent -> present']);
    expect(bondChangesBetween([bothUp], []).map(sentence)).toEqual(['bond0 bond: present -> absent']);
  });

  test('LACP: another aggregator, another partner', () => {
    const lacp = (id: number, partnerMac: string): BondState => ({
      ...bothUp,
      lacp: {
        active: 'on',
        rate: 'fast',
        minLinks: 0,
        adSelect: 'stable',
        systemPriority: null,
        systemMac: null,
        aggregator: { id, ports: 2, actorKey: 9, partnerKey: 9, partnerMac },
      },
    });
    expect(between(lacp(1, '02:00:00:00:0b:01'), lacp(2, '00:00:00:00:00:00'))).toEqual([
      'bond0 aggregator: 1 -> 2',
      'bond0 partner: 02:00:00:00:0b:01 -> 00:00:00:00:00:00',
    ]);
  });

  test('what the driver stops telling is a change as well', () => {
    const ports: readonly PortState[] = bothUp.ports.map((port) => ({ ...port, speedMbps: null }));
    expect(between(bothUp, { ...bothUp, ports })).toEqual([
      'bond0/eth1 speed: 1000 Mbps -> unknown',
      'bond0/eth2 speed: 1000 Mbps -> unknown',
    ]);
  });
});

describe('interfaces', () => {
  const bond: Compared = { name: name('bond0'), kind: 'bond', carrier: true, mtu: 1500, master: null };
  const port: Compared = {
    name: name('eth1'),
    kind: 'physical',
    carrier: true,
    mtu: 1500,
    master: name('bond0'),
  };
  const other: Compared = {
    name: name('eth9'),
    kind: 'physical',
    carrier: true,
    mtu: 1500,
    master: name('br0'),
  };

  test('carrier of a port and MTU of its bond', () => {
    const after = [
      { ...bond, mtu: 9000 },
      { ...port, carrier: false },
    ];
    expect(interfaceChangesBetween([bond, port], after).map(sentence)).toEqual([
      'bond0 mtu: 1500 -> 9000',
      'bond0/eth1 carrier: on -> off',
    ]);
  });

  test('interfaces of no bond are not our news', () => {
    expect(interfaceChangesBetween([bond, other], [bond, { ...other, carrier: false }])).toEqual([]);
  });
});
