import type { BondDesire } from '@bondctl/proto/model/bond';
import type { HostId, IfName, LinkName } from '@bondctl/proto/model/names';
import type { PortChoice } from '@bondctl/proto/model/port-choice';
import type { NonEmpty } from '@bondctl/proto/model/result';
import type { ClusterSpec, Link } from '@bondctl/proto/model/spec';
import type { PlannedStep, PlanStep } from '@bondctl/proto/model/step';
import { describe, expect, test } from 'vitest';
import { usualRules } from '../spec/rules.ts';
import { planChanges } from './changes.ts';
import { type ClusterPlan, changeSetsOf } from './plan.ts';

const planned = (step: PlanStep): PlannedStep => ({ step, disruption: 'none', sentence: step.do, loses: [] });
const create = (bond: string) =>
  planned({ do: 'createBond', bond: bond as IfName, mode: 'balance-rr', options: {} });
const mtu = (bond: string) => planned({ do: 'setMtu', device: bond as IfName, from: 1500, to: 9000 });
const option = (bond: string) =>
  planned({ do: 'setOption', bond: bond as IfName, option: 'miimon', from: '0', to: '100' });
const take = (bond: string, port: string) =>
  planned({ do: 'removePort', bond: bond as IfName, port: port as IfName });

const bond = (name: string, ...ports: (PortChoice | string)[]): BondDesire => ({
  state: 'present',
  allowControlPath: false,
  spec: {
    name: name as IfName,
    mode: 'balance-rr',
    ports: ports as unknown as NonEmpty<PortChoice>,
    options: {},
    mtu: null,
    addresses: null,
  },
});
const absent = (name: string): BondDesire => ({
  state: 'absent',
  name: name as IfName,
  allowControlPath: false,
});

const link = (name: string, medium: Link['medium'], a: string, b: string): Link => {
  const [end, other] = [a, b].map((text) => {
    const [host = '', of = ''] = text.split('/');
    return { host: host as HostId, bond: of as IfName };
  });
  if (end === undefined || other === undefined) throw new Error('a link has two ends');
  const expectations = { throughput: null, pathMtu: true, retransmitsAtMostPercent: null };
  return { name: name as LinkName, ends: [end, other], medium, declared: null, expect: expectations };
};

type Hosts = Readonly<
  Record<string, { readonly bonds: readonly BondDesire[]; readonly steps: readonly PlannedStep[] }>
>;

function planOf(hosts: Hosts, links: readonly Link[], canary: readonly string[] = []): ClusterPlan {
  const entries = Object.entries(hosts).map(([id, rest]) => ({ host: id as HostId, ...rest }));
  const spec: ClusterSpec = {
    hosts: entries.map(({ host }) => ({ id: host, labels: {} })),
    desires: entries.map(({ host, bonds }) => ({ host, bonds: bonds as unknown as NonEmpty<BondDesire> })),
    links,
    meshes: [],
    rollout: { ...usualRules, canary: canary as readonly LinkName[] },
  };
  return planChanges(
    spec,
    entries.map(({ host, steps }) => ({
      host,
      kind: 'plan',
      plan: { steps, refusals: [], notes: [], basis: '' },
    })),
  );
}

const shape = (plan: ClusterPlan) =>
  changeSetsOf(plan).map((set) => ({
    who: set.participants.map((one) => one.host).join('+'),
    proof: set.links.map((one) => one.name).join(' '),
    unproven: set.unproven.join(' '),
  }));

const b0 = bond('b0', 'eth2');
const direct = link('ab', 'direct', 'alpha/b0', 'beta/b0');

describe('who changes with whom', () => {
  test('cables: both together, also for an option', () => {
    const plan = planOf(
      { alpha: { bonds: [b0], steps: [option('b0')] }, beta: { bonds: [b0], steps: [option('b0')] } },
      [direct],
    );
    expect(shape(plan)).toEqual([{ who: 'alpha+beta', proof: 'ab', unproven: '' }]);
  });

  test('cables with one end that is right already: it only lends itself', () => {
    const plan = planOf({ alpha: { bonds: [b0], steps: [option('b0')] }, beta: { bonds: [b0], steps: [] } }, [
      direct,
    ]);
    expect(shape(plan)).toEqual([{ who: 'alpha', proof: 'ab', unproven: '' }]);
  });

  test('a switch: an option rolls host by host, and each is proven against the other', () => {
    const hosts = {
      alpha: { bonds: [b0], steps: [option('b0')] },
      beta: { bonds: [b0], steps: [option('b0')] },
    };
    const plan = planOf(hosts, [link('ab', 'switched', 'alpha/b0', 'beta/b0')]);
    expect(shape(plan)).toEqual([
      { who: 'alpha', proof: 'ab', unproven: '' },
      { who: 'beta', proof: 'ab', unproven: '' },
    ]);
  });

  test('a switch: an MTU changes at both ends together', () => {
    const hosts = { alpha: { bonds: [b0], steps: [mtu('b0')] }, beta: { bonds: [b0], steps: [mtu('b0')] } };
    const plan = planOf(hosts, [link('ab', 'switched', 'alpha/b0', 'beta/b0')]);
    expect(shape(plan)).toEqual([{ who: 'alpha+beta', proof: 'ab', unproven: '' }]);
  });

  test('two bonds of one host that face two hosts are two change sets', () => {
    const b1 = bond('b1', 'eth3');
    const hosts = {
      alpha: { bonds: [b0, b1], steps: [create('b0'), create('b1')] },
      beta: { bonds: [b0], steps: [create('b0')] },
      gamma: { bonds: [b1], steps: [create('b1')] },
    };
    const plan = planOf(hosts, [direct, link('ag', 'direct', 'alpha/b1', 'gamma/b1')], ['ag']);
    expect(shape(plan)).toEqual([
      { who: 'alpha+gamma', proof: 'ag', unproven: '' },
      { who: 'alpha+beta', proof: 'ab', unproven: '' },
    ]);
    expect(changeSetsOf(plan)[0]?.participants[0].steps).toEqual([create('b1')]);
  });

  test('bonds that hand a port over change in one transaction, and more than two hosts by cable are refused', () => {
    const b1 = bond('b1', 'eth3');
    const moved = [take('b1', 'eth2'), create('b0'), create('b1')];
    const hosts = {
      alpha: { bonds: [b0, b1], steps: moved },
      beta: { bonds: [b0], steps: [create('b0')] },
      gamma: { bonds: [b1], steps: [create('b1')] },
    };
    const plan = planOf(hosts, [direct, link('ag', 'direct', 'alpha/b1', 'gamma/b1')]);
    expect(plan.refusals).toEqual([
      expect.objectContaining({ host: 'alpha', kind: 'refused', subject: 'ag' }),
    ]);
  });

  test('an old bond that gives its ports to the new one goes with it', () => {
    const steps = [take('old0', 'eth2'), create('b0')];
    const plan = planOf(
      { alpha: { bonds: [absent('old0'), b0], steps }, beta: { bonds: [b0], steps: [create('b0')] } },
      [direct],
    );
    expect(shape(plan)).toEqual([{ who: 'alpha+beta', proof: 'ab', unproven: 'alpha/old0' }]);
    expect(changeSetsOf(plan)[0]?.participants[0].desired).toHaveLength(2);
  });

  test('bonds that name one setting of their host change in one transaction, all others apart from it', () => {
    const tuned = (name: string, port: string): BondDesire => {
      const desire = bond(name, port);
      const tuning = { tcp_reordering: '127' };
      return desire.state === 'present' ? { ...desire, spec: { ...desire.spec, tuning } } : desire;
    };
    const bonds = [tuned('a0', 'eth1'), bond('b0', 'eth2'), tuned('c0', 'eth3')];
    const sysctl = planned({ do: 'setSysctl', name: 'tcp_reordering', from: '3', to: '127' });
    const plan = planOf({ alpha: { bonds, steps: [option('a0'), option('b0'), sysctl] } }, []);
    expect(
      changeSetsOf(plan).map((set) =>
        set.participants.map(({ steps }) => steps.map(({ sentence }) => sentence)),
      ),
    ).toEqual([[['setOption', 'setSysctl']], [['setOption']]]);
    expect(changeSetsOf(plan).map((set) => set.unproven)).toEqual([['alpha/a0', 'alpha/c0'], ['alpha/b0']]);
  });

  test('ports that the host found go with their bond, and bonds that count a driver with all that take ports', () => {
    const down = (port: string) => planned({ do: 'linkDown', device: port as IfName });
    const add = (of: string, port: string) =>
      planned({ do: 'addPort', bond: of as IfName, port: port as IfName });
    const steps = [
      create('b0'),
      down('eth5'),
      add('b0', 'eth5'),
      create('b1'),
      down('eth6'),
      add('b1', 'eth6'),
    ];
    const units = (...bonds: readonly BondDesire[]) =>
      changeSetsOf(planOf({ alpha: { bonds, steps } }, [])).map((set) => set.participants[0].steps);
    const b1 = bond('b1', { path: 'pci-*' });
    expect(units(bond('b0', { mac: '02:00:00:00:00:01' }), b1)).toEqual([steps.slice(0, 3), steps.slice(3)]);
    expect(units(bond('b0', { driver: 'igb', count: 1 }), b1)).toEqual([steps]);
    expect(units(bond('b0', 'eth5'), b1, bond('b2', { driver: 'igb', count: 1 }))).toHaveLength(2);
  });

  test('steps on a VLAN above a bond stay with the bond', () => {
    const vlan = planned({ do: 'setMtu', device: 'b0.100' as IfName, from: 1500, to: 9000 });
    const plan = planOf({ alpha: { bonds: [b0], steps: [mtu('b0'), vlan] } }, []);
    expect(changeSetsOf(plan)[0]?.participants[0].steps).toEqual([mtu('b0'), vlan]);
  });

  test('nothing to do is no change set', () => {
    expect(shape(planOf({ alpha: { bonds: [b0], steps: [] } }, []))).toEqual([]);
  });
});
