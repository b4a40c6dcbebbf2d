import type { LinkCause } from '@bondctl/proto/model/command';
import type { BondName, IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { type Around, causesOf, type OwnHand } from './cause.ts';
import { Causes } from './causes.ts';
import type { Change } from './diff.ts';
import { explained, type Wire, type Wires, withReading, withReadings } from './wires.ts';

const bond = 'bond0' as BondName;
const [eth1, eth2] = ['eth1' as IfName, 'eth2' as IfName];

/** `eth1 mii status: up -> down` */
function change(sentence: string, of: BondName = bond): Change {
  const [, port, what = '', before = '', after = ''] =
    /^(?:(eth\d) )?(.+?): (.+) -> (.+)$/.exec(sentence) ?? [];
  return { bond: of, port: (port as IfName | undefined) ?? null, what, before, after };
}

const wire = (text: string): Wire => ({
  up: !text.includes('set down'),
  carrier: !text.includes('off') && !text.includes('set down'),
  changed: text.includes('was set') ? 'setDown' : text.includes('moved') ? 'carrier' : null,
});

const around = (wires: Wires, own: OwnHand = 'no', told: LinkCause | null = null): Around => ({
  wires,
  own: () => own,
  told: () => told,
});

const wiresOf = (text: string): Wires => new Map(text === '' ? [] : [[eth1, wire(text)]]);

describe('a port', () => {
  test.each<[wire: string, change: string, cause: LinkCause | null]>([
    ['off, moved', 'eth1 mii status: up -> down', 'carrier'],
    ['off, moved', 'eth1 link failures: 0 -> 1', 'carrier'],
    ['off', 'eth1 mii status: up -> down', 'carrier'],
    ['on, moved', 'eth1 mii status: down -> up', 'carrier'],
    ['on, moved', 'eth1 link failures: 0 -> 3', 'carrier'],
    ['on', 'eth1 mii status: up -> down', 'monitoring'],
    ['on', 'eth1 link failures: 3 -> 4', 'monitoring'],
    ['on', 'eth1 mii status: down -> up', 'monitoring'],
    ['set down, was set', 'eth1 mii status: up -> down', 'setDown'],
    ['set down', 'eth1 mii status: up -> down', 'setDown'],
    ['on, was set', 'eth1 mii status: down -> up', 'setDown'],
    ['', 'eth1 mii status: up -> down', null],
    ['on', 'eth1 aggregator: 1 -> 2', 'lacp'],
    ['on', 'eth1 partner: 02:00:00:00:00:01 -> none', 'lacp'],
    ['off', 'eth1 carrier: on -> off', 'carrier'],
    ['set down', 'eth1 carrier: on -> off', 'setDown'],
    ['on', 'eth1 speed: 1000 Mbps -> unknown', null],
    ['on', 'eth1 mtu: 1500 -> 9000', 'bondChange'],
  ])('wire %s; %s: %s', (text, sentence, cause) => {
    expect(causesOf([change(sentence)], around(wiresOf(text)))).toEqual([cause]);
  });

  test('the second half of a delayed change has the cause of its first', () => {
    const half = [change('eth1 mii status: going down -> down')];
    expect(causesOf(half, around(wiresOf('on'), 'no', 'carrier'))).toEqual(['carrier']);
  });
});

describe('a bond', () => {
  const failed = ['eth1 link failures: 0 -> 1', 'eth1 mii status: up -> down', 'active port: eth1 -> eth2'];

  test('what a port did to it has the cause of the port', () => {
    const look = [...failed, 'mii status: up -> down', 'aggregator: 1 -> 2'].map((one) => change(one));
    expect(causesOf(look, around(wiresOf('off, moved')))).toEqual([...Array(4).fill('carrier'), 'lacp']);
  });

  test('it is seen a look later, too', () => {
    const look = [change('active port: eth1 -> eth2')];
    expect(causesOf(look, around(new Map(), 'no', 'carrier'))).toEqual(['carrier']);
    expect(causesOf(look, around(new Map()))).toEqual([null]);
  });

  test.each<[OwnHand, LinkCause]>([
    ['no', 'bondChange'],
    ['lately', 'ownChange'],
    ['now', 'ownChange'],
  ])('somebody changed it, our hand in it: %s', (own, cause) => {
    const look = ['eth1 port: absent -> present', 'mode: 802.3ad -> balance-rr', 'partner: a -> none'];
    const changes = look.map((one) => change(one));
    expect(causesOf(changes, around(wiresOf('on'), own))).toEqual([cause, cause, cause]);
    expect(causesOf([change('bond: absent -> present')], around(new Map(), own))).toEqual([cause]);
    expect(causesOf([change('mtu: 1500 -> 9000')], around(new Map(), own))).toEqual([cause]);
  });

  test('a cable that is pulled after a change of ours was pulled; during it, nobody can tell', () => {
    const changes = failed.map((one) => change(one));
    expect(causesOf(changes, around(wiresOf('off, moved'), 'lately'))).toEqual(Array(3).fill('carrier'));
    expect(causesOf(changes, around(wiresOf('off, moved'), 'now'))).toEqual(Array(3).fill('ownChange'));
  });

  test('what happens to one bond says nothing of another', () => {
    const other = 'bond1' as BondName;
    const look = [change('mode: 802.3ad -> balance-rr'), change('active port: eth1 -> eth2', other)];
    expect(causesOf(look, around(new Map()))).toEqual(['bondChange', null]);
  });
});

describe('wires', () => {
  const on = { name: eth1, up: true, carrier: true };
  const off = { ...on, carrier: false };
  const setDown = { ...off, up: false };
  const known = withReading(new Map(), on);
  const changedOf = (wires: Wires) => wires.get(eth1)?.changed;

  test('the first reading is no change, what follows is', () => {
    expect(changedOf(known)).toBeNull();
    expect(changedOf(withReading(known, on))).toBeNull();
    expect(changedOf(withReading(known, off))).toBe('carrier');
    expect(changedOf([off, on].reduce(withReading, known))).toBe('carrier');
  });

  test('who is set down loses the carrier because of that', () => {
    expect(changedOf(withReading(known, setDown))).toBe('setDown');
    expect(changedOf([setDown, off, on].reduce(withReading, known))).toBe('setDown');
  });

  test('an event explains its port, and a full look forgets what is gone', () => {
    const moved = withReading(withReading(known, off), { ...on, name: eth2 });
    expect(changedOf(explained(moved, new Set([eth1])))).toBeNull();
    expect(changedOf(explained(moved, new Set([eth2])))).toBe('carrier');
    expect([...withReadings(moved, [off]).keys()]).toEqual([eth1]);
    expect(changedOf(withReadings(moved, [off]))).toBe('carrier');
  });
});

describe('what is remembered', () => {
  const message = (flags: { up?: boolean; carrier?: boolean }) => ({
    name: eth1,
    up: flags.up ?? true,
    carrier: flags.carrier ?? true,
    gone: false,
  });
  const explain = (causes: Causes, nowMs: number, ...sentences: readonly string[]) =>
    causes
      .explain(
        sentences.map((one) => change(one)),
        nowMs,
      )
      .map(({ cause }) => cause);

  test('a cable fault with delays, and the takeover that follows it in another look', () => {
    const causes = new Causes();
    causes.heard(message({}));
    causes.heard(message({ carrier: false }));
    expect(explain(causes, 0, 'eth1 mii status: up -> going down')).toEqual(['carrier']);
    expect(explain(causes, 500, 'eth1 mii status: going down -> down')).toEqual(['carrier']);
    expect(explain(causes, 600, 'active port: eth1 -> eth2')).toEqual(['carrier']);
    expect(explain(causes, 9000, 'active port: eth2 -> eth1')).toEqual([null]);
  });

  test('after a monitor that may have missed something nothing is claimed', () => {
    const causes = new Causes();
    causes.heard(message({}));
    causes.heard(null);
    expect(explain(causes, 0, 'eth1 mii status: up -> down')).toEqual([null]);
  });

  test('what the kernel tells while everything is read is newer than what was read', () => {
    const causes = new Causes();
    causes.heard(message({}));
    causes.reading();
    causes.heard(message({ carrier: false }));
    expect(explain(causes, 0, 'eth1 mii status: up -> down')).toEqual(['carrier']);
    causes.read([message({})]);
    causes.heard(message({}));
    expect(explain(causes, 1, 'eth1 mii status: down -> up')).toEqual(['carrier']);
  });

  test('our hand is in it while it is, and in the configuration for ten seconds more', () => {
    const causes = new Causes();
    causes.touching([bond], 0);
    expect(explain(causes, 0, 'eth1 mii status: up -> down')).toEqual(['ownChange']);
    causes.touching([], 5000);
    expect(explain(causes, 5000, 'mtu: 1500 -> 9000', 'eth1 mii status: down -> up')).toEqual([
      'ownChange',
      null,
    ]);
    causes.touching([], 10_001);
    expect(explain(causes, 10_001, 'mtu: 9000 -> 1500')).toEqual(['bondChange']);
  });

  test('a bond that went is forgotten, with what was told of its ports', () => {
    const causes = new Causes();
    causes.heard(message({}));
    causes.heard(message({ carrier: false }));
    expect(explain(causes, 0, 'eth1 mii status: up -> going down')).toEqual(['carrier']);
    expect(explain(causes, 1, 'bond: present -> absent')).toEqual(['bondChange']);
    expect(explain(causes, 2, 'eth1 mii status: going down -> down')).toEqual([null]);
  });
});
