import { readdirSync, readFileSync } from 'node:fs';
import type { CommandOutcome, Order } from '@bondctl/proto/model/command';
import type { Presence } from '@bondctl/proto/model/host';
import type { CommandId, HostId, TestId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { createFakeCluster } from '../../../../test/fakes/fake-cluster.ts';
import { createFakePorts, createMemory } from '../../../../test/fakes/fake-controller.ts';
import { bond, bondReport, name } from '../../../../test/fakes/fake-report.ts';
import { createVirtualClock } from '../../../../test/fakes/virtual-clock.ts';
import { bondsAfter, specOf } from '../../../../test/golden/worlds.ts';
import { createRollouts } from '../rollout/runner.ts';
import { createAdoption } from './adoption.ts';

type Probe = Extract<Order, { kind: 'probe' }>;

const ids = { command: () => 'cmd_fake12345' as CommandId, test: () => 'test_fake12345' as TestId };
const members = (hosts: readonly string[]) => ({
  hosts: async () => hosts.map((host) => ({ host: host as HostId, enrolledUnixMs: 1, removedUnixMs: null })),
});

/** Hosts whose sync0 is in 10.9.0.0/24 with an MTU of 9000; `answer`: what becomes of a probe. */
function cluster(
  hosts: readonly string[],
  answer: (probe: Probe) => CommandOutcome | number,
  presences: Readonly<Record<string, Presence>> = {},
) {
  const probes: Probe[] = [];
  const presence = (host: HostId) => presences[host] ?? 'connected';
  const report = (host: HostId) => {
    if (presence(host) === 'unknown') return undefined;
    const { state, ...rest } = bondReport([bond()]);
    const at = `10.9.0.${hosts.indexOf(host) + 1}/24`;
    const interfaces = state.interfaces.map((one) => ({
      ...one,
      addresses: [{ cidr: at, origin: 'static' as const }],
    }));
    const config = {
      name: name('sync0'),
      mode: 'balance-rr',
      options: {},
      ports: ['eth2', 'eth3'].map(name),
    };
    return { ...rest, state: { ...state, interfaces, bonds: [config] } };
  };
  const ask = async (_host: HostId, _id: CommandId, order: Order): Promise<CommandOutcome> => {
    if (order.kind !== 'probe') return { kind: 'refused', code: 'unsupported', refusals: [] };
    probes.push(order);
    const said = answer(order);
    const { from, to, ipBytes } = order;
    if (typeof said !== 'number') return said;
    return {
      kind: 'probed',
      probe: { from, to, ipBytes, sent: 4, received: said, complaint: null, identifier: null },
    };
  };
  const adopt = createAdoption({
    agents: { presence, report, ask },
    hosts: members(hosts),
    revisions: { latestRevision: async () => undefined },
    ids,
    clock: { monotonicMs: () => 0 },
  });
  return { adopt, probes };
}

const all = { hosts: null, probe: true } as const;

describe('probes', () => {
  test('of full size that come back propose a link, whose medium a person must know', async () => {
    const { adopt, probes } = cluster(['alpha', 'beta'], () => 4);
    const { links, notes } = await adopt(all);
    expect(probes.map(({ peer, ipBytes, bond: by }) => [by, peer, ipBytes])).toEqual([
      ['sync0', '10.9.0.2', 9000],
      ['sync0', '10.9.0.1', 9000],
    ]);
    expect(links).toMatchObject([{ name: 'sync0.alpha.beta', medium: 'switched' }]);
    expect(links[0]?.remarks).toEqual([
      '9000 bytes pass unfragmented from beta/sync0 to alpha/sync0',
      'nobody can tell a switch from cables: write `medium: direct` where it is cables, so that both ends change together',
    ]);
    expect(notes.join(' ')).toContain(
      'alpha: what its files say is not known: its agent is too old to read them',
    );
  });

  test('that only come back when they are smaller say so beside the link', async () => {
    const { links } = await cluster(['alpha', 'beta'], ({ ipBytes }) => (ipBytes > 1500 ? 0 : 4)).adopt(all);
    expect(links[0]?.remarks[0]).toBe(
      '1280 bytes pass from beta/sync0 to alpha/sync0, 9000 do not: something between them has a smaller MTU',
    );
  });

  test('that nothing answers propose nothing, and those left among themselves are asked too', async () => {
    const isPair = ({ from, to }: Probe) => from.host !== 'alpha' && to.host !== 'alpha';
    const { links, notes } = await cluster(['alpha', 'beta', 'gamma'], (probe) =>
      isPair(probe) ? 4 : 0,
    ).adopt(all);
    expect(links.map((link) => link.name)).toEqual(['sync0.beta.gamma']);
    expect(notes.filter((note) => note.includes('nothing comes back'))).toHaveLength(2);
  });

  test('are sent to no host that sends none itself, and it is said', async () => {
    const refused: CommandOutcome = {
      kind: 'refused',
      code: 'policy',
      refusals: [{ subject: 'allow.verbs', message: 'The owner does not allow `test`' }],
    };
    const refusing = (host: string) =>
      cluster(['alpha', 'beta', 'gamma'], ({ from }) => (from.host === host ? refused : 4));
    const first = refusing('alpha');
    const { links, notes } = await first.adopt(all);
    expect(links.map((link) => link.name)).toEqual(['sync0.beta.gamma']);
    expect(notes.join(' ')).toContain('alpha sends no probe: The owner does not allow `test`');
    expect(first.probes.filter(({ to }) => to.host === 'alpha')).toEqual([]);
    expect((await refusing('beta').adopt(all)).links.map((link) => link.name)).toEqual(['sync0.alpha.gamma']);
  });

  test('join many into a mesh, are bounded, and can be left out', async () => {
    const many = Array.from({ length: 40 }, (_, nth) => `host${String(nth).padStart(2, '0')}`);
    const { adopt, probes } = cluster(many, () => 4);
    const { links, notes } = await adopt(all);
    expect(probes).toHaveLength(32);
    expect(links).toHaveLength(28);
    expect(notes.join(' ')).toContain('no more probes are sent for one spec');
    const few = cluster(many.slice(0, 4), () => 4);
    expect((await few.adopt(all)).text).toContain('sync0:\n    mesh: sync0\n    medium: switched\n');
    const none = await few.adopt({ hosts: null, probe: false });
    expect([few.probes.length, none.links]).toEqual([4, []]);
    expect(none.notes.join(' ')).toContain('nothing was probed');
  });
});

describe('hosts', () => {
  test('that are away are told: with what they said last, or without anything', async () => {
    const presences = { beta: 'lost', gamma: 'unknown' } as const;
    const { unreached, bonds, notes } = await cluster(['alpha', 'beta', 'gamma'], () => 4, presences).adopt(
      all,
    );
    expect(unreached).toEqual(['beta', 'gamma']);
    expect(bonds.map((one) => one.host)).toEqual(['alpha', 'beta']);
    expect(notes).toEqual(
      expect.arrayContaining([
        'gamma has not reported since this controller started, so it is left out.',
        'beta is not connected: this is what it said last.',
      ]),
    );
  });

  test('that are named alone are in the spec alone; a stranger is an error, and so is silence', async () => {
    const { adopt } = cluster(['alpha', 'beta'], () => 4, { beta: 'unknown' });
    expect((await adopt({ hosts: ['alpha'], probe: true })).bonds.map((one) => one.host)).toEqual(['alpha']);
    await expect(adopt({ hosts: ['delta'], probe: true })).rejects.toMatchObject({ code: 'not-found' });
    await expect(adopt({ hosts: ['beta'], probe: true })).rejects.toMatchObject({ code: 'unreachable' });
  });
});

const examples = new URL('../../../../examples/', import.meta.url);

test.each(readdirSync(examples).filter((file) => file.endsWith('.yaml') && file !== 'absent.yaml'))(
  'the spec that is adopted once examples/%s is in force has nothing to do',
  async (file) => {
    const spec = specOf(readFileSync(new URL(file, examples), 'utf8'));
    const clock = createVirtualClock();
    const fake = createFakeCluster(clock, spec, { bonds: bondsAfter(spec) });
    const adopt = createAdoption({
      agents: fake.agents,
      hosts: members(spec.hosts.map(({ id }) => id)),
      revisions: { latestRevision: async () => undefined },
      ids,
      clock: { monotonicMs: clock.nowUnixMs },
    });
    const view = adopt(all);
    await clock.run(() => false, clock.nowUnixMs() + 600_000);
    const { text } = await view;
    const plan = createRollouts(createFakePorts(clock, fake, createMemory())).plan({
      file: 'adopted.yaml',
      text,
    });
    await clock.run(() => false, clock.nowUnixMs() + 60_000);
    expect((await plan).text).toMatch(/^nothing to do/);
  },
);
