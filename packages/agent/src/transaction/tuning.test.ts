import type { BondDesire } from '@bondctl/proto/model/bond';
import type { IfName } from '@bondctl/proto/model/names';
import type { Tuning } from '@bondctl/proto/model/tuning';
import { describe, expect, test } from 'vitest';
import { createFakeHost, type FakeHost, seen } from '../../../../test/fakes/fake-host.ts';
import {
  bareHost,
  bondedHost,
  present,
  sync0,
  tunedHost,
} from '../../../../test/faults/transaction-scenes.ts';
import { planHost } from './plan.ts';
import { readFor } from './reading.ts';
import { unowned } from './reboot.ts';
import { snapshotOf } from './snapshot.ts';
import { askedOf, doneBy } from './tuning.ts';

const name = (text: string) => text as IfName;
const anything = { interfaces: null };
const gone = (tuning?: Tuning): readonly BondDesire[] => [
  { state: 'absent', name: sync0, allowControlPath: false, ...(tuning === undefined ? {} : { tuning }) },
];

const planned = (host: FakeHost, desired: readonly BondDesire[]): readonly string[] =>
  planHost(seen(host), desired, anything).steps.map((one) => one.sentence);

describe('the words of ethtool', () => {
  test.each([
    ['on', 'on', 'on'],
    ['off [requested on]', 'off', 'on'],
    ['on [requested off]', 'on', 'off'],
    ['off [fixed]', 'off', null],
    ['on [partly]', 'on', null],
  ])('%s: does %s, was asked for %s', (words, done, asked) => {
    expect([doneBy(words), askedOf(words)]).toEqual([done, asked]);
  });
});

describe('a plan with tuning', () => {
  const all = { tcp_reordering: '127', tso: 'off', gro: 'off' };

  test('sets it last, when the bond is whole', () => {
    const desired = present({ mode: 'balance-rr', options: {}, addresses: ['10.9.0.1/24'], tuning: all });
    const steps = planHost(seen(bareHost()), desired, anything).steps;
    expect(steps.slice(-4).map((one) => [one.sentence, one.disruption])).toEqual([
      ['Change tcp_reordering of the host from 3 to 127.', 'none'],
      ['Switch tso of sync0 off.', 'none'],
      ['Switch gro of eth1 off.', 'none'],
      ['Switch gro of eth2 off.', 'none'],
    ]);
  });

  test('says that a sysctl concerns the whole host, and says nothing where it is so already', () => {
    const note = 'tcp_reordering concerns every connection of this host.';
    expect(planHost(seen(bondedHost()), present({ tuning: all }), anything).notes).toContain(note);
    expect(planned(tunedHost(), present({ tuning: { tcp_reordering: '9', tso: 'off' } }))).toEqual([]);
  });

  test('asks again for nothing that was asked for and comes with the first port', () => {
    const host = createFakeHost([{ name: 'eth1' }, { name: 'eth2' }]);
    host.take({ do: 'createBond', bond: sync0, mode: 'active-backup', options: { miimon: '100' } });
    expect(host.offloads([sync0])[0]?.values.tso).toBe('off [requested on]');
    expect(planned(host, present({ tuning: { tso: 'on' } })).join(' ')).not.toContain('tso');
  });

  test('leaves a bond that goes as a new one would be, so that its undo makes it whole', () => {
    const steps = planned(tunedHost(), gone({ tcp_reordering: '3', gro: 'on' }));
    expect(steps[0]).toBe('Switch tso of sync0 on.');
    expect(steps.slice(-2)).toEqual([
      'Change tcp_reordering of the host from 9 to 3.',
      'Switch gro of eth2 on.',
    ]);
  });

  test('gives a port that moves what its new bond says, not what the old one leaves behind', () => {
    const [store0, ports] = [name('store0'), [name('eth1'), name('eth2')] as const];
    const taker = present({ name: store0, ports: [...ports], tuning: { gro: 'on' } } as never);
    const plan = planHost(seen(bondedHost()), [...gone({ gro: 'off' }), ...taker], anything);
    expect(plan.refusals).toEqual([]);
    expect(plan.steps.filter(({ step }) => step.do === 'setOffload')).toEqual([]);
  });
});

describe('what is read and kept', () => {
  const labelled = (host: FakeHost) => {
    const asked: string[] = [];
    const offloads: FakeHost['reader']['offloads'] = async (label, devices) => {
      asked.push(...devices);
      return await host.reader.offloads(label, devices);
    };
    return { asked, reader: { ...host.reader, offloads } };
  };

  test.each<[string, () => FakeHost, readonly BondDesire[], readonly string[]]>([
    ['nothing for a bond without tuning', bondedHost, present({}), []],
    ['nothing for a sysctl', bondedHost, present({ tuning: { tcp_reordering: '9' } }), []],
    [
      'the bond and its ports for an offload',
      bondedHost,
      present({ tuning: { tso: 'off' } }),
      ['sync0', 'eth1', 'eth2'],
    ],
    [
      'the ports of a bond that is still to be made',
      bareHost,
      present({ tuning: { tso: 'off' } }),
      ['eth1', 'eth2'],
    ],
    ['a bond that goes', bondedHost, gone(), ['sync0', 'eth1', 'eth2']],
    ['nothing of a bond that is not there', bareHost, gone(), []],
  ])('%s', async (_title, make, desired, expected) => {
    const { asked, reader } = labelled(make());
    await readFor(reader, 'plan', desired);
    expect(asked).toEqual(expected);
  });

  test('the before-image has what may be touched and nothing else', () => {
    const state = seen(tunedHost());
    expect(snapshotOf(state, present({})).state.tuning).toBeUndefined();
    const { tuning } = snapshotOf(state, present({ tuning: { tcp_reordering: '127', gro: 'on' } })).state;
    expect(tuning).toEqual({
      sysctls: { tcp_reordering: '9' },
      offloads: [
        { device: 'eth1', values: { gro: 'on' } },
        { device: 'eth2', values: { gro: 'off' } },
      ],
    });
  });

  test('the boot guard brings back the offloads of what it makes again, and leaves the host its sysctls', () => {
    const before = snapshotOf(seen(tunedHost()), present({ tuning: { tcp_reordering: '127', tso: 'on' } }));
    expect(unowned(before).state.tuning).toEqual({
      sysctls: {},
      offloads: [{ device: 'sync0', values: { tso: 'off' } }],
    });
  });
});

describe('a tuning is refused by name', () => {
  const refusals = (tuning: Tuning, host: FakeHost = bondedHost()): readonly string[] =>
    planHost(seen(host), present({ tuning }), anything).refusals.map((one) => one.message);
  const fixed = (words: string): FakeHost =>
    createFakeHost([{ name: 'eth1', offloads: { gro: words } }, { name: 'eth2' }]);
  const changed = (change: (host: FakeHost) => void): FakeHost => {
    const host = bondedHost();
    change(host);
    return host;
  };

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'where the kernel does not have the sysctl',
      refusals(
        { tcp_reordering: '9' },
        changed((host) => host.forget('tcp_reordering')),
      ),
      ['sync0: tcp_reordering is unknown to the running kernel.'],
    ],
    [
      'where the device has no choice',
      refusals({ gro: 'off' }, fixed('on [fixed]')),
      ['sync0: gro of eth1 is on [fixed], so it cannot be switched off.'],
    ],
    ['but not where the device does it anyway', refusals({ gro: 'on' }, fixed('on [fixed]')), []],
    [
      'where it could not be brought back',
      refusals({ gro: 'off' }, fixed('on [partly]')),
      [
        'sync0: eth1 has only some kinds of gro on, which could not be brought back; set all of them on or off first.',
      ],
    ],
    [
      'where there is no ethtool',
      refusals(
        { gso: 'off' },
        changed((host) => {
          host.ethtool = false;
        }),
      ),
      ['sync0', 'eth1', 'eth2'].map(
        (device) =>
          `sync0: ethtool tells nothing of ${device}, so its offloads cannot be set; install the package ethtool.`,
      ),
    ],
    [
      'where a value is none',
      refusals({ tcp_reordering: '0', tso: 'maybe' }),
      [
        'sync0: tcp_reordering cannot be "0": it takes a whole number from 1 to 2147483647.',
        'sync0: tso cannot be "maybe": it takes one of off, on.',
      ],
    ],
  ])('%s', (_title, found, expected) => expect(found).toEqual(expected));

  test('where two bonds of a host want different values of one sysctl', () => {
    const [first] = present({ tuning: { tcp_reordering: '9' } });
    const [second] = present({
      name: name('store0'),
      ports: [name('eth3')],
      tuning: { tcp_reordering: '3' },
    });
    const desired = [first, second].flatMap((one) => one ?? []);
    expect(planHost(seen(bondedHost()), desired, anything).refusals.map((one) => one.message)).toEqual([
      'store0: tcp_reordering cannot be 3, because sync0 wants 9 and the host has one.',
    ]);
  });
});
