import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import type { PlannedStep, PlanStep } from '@bondctl/proto/model/step';
import type { PlanView } from '@bondctl/proto/model/view';
import { describe, expect, test } from 'vitest';
import { alpha, beta, emptyPlan, fakeRollout, fakeSpec } from '../../../../test/fakes/fake-parts.ts';
import { bondReport, name } from '../../../../test/fakes/fake-report.ts';
import { present } from '../../../../test/faults/transaction-scenes.ts';
import { healAttention, triesOf } from '../record/heal-tries.ts';
import { type Accepted, dueForHealing, type HealSight, unasked } from './due.ts';

const [sync0, sync1] = [
  { host: alpha, bond: name('sync0') },
  { host: alpha, bond: name('sync1') },
];
const differences = [{ path: 'sync0.mtu', wanted: '9000', found: '1500' }];

let count = 0;
const at = (atUnixMs: number, fact: Fact, actor = 'controller'): RecordedEvent => ({
  id: count++,
  atUnixMs,
  actor,
  fact,
});
const seen = (ms: number) => at(ms, { type: 'driftSeen', ...sync0, differences, sinceUnixMs: 1 });
const tried = (ms: number, end = sync0) =>
  at(ms, { type: 'healTried', ...end, rollout: fakeRollout, why: '' });
const began = (ms: number, actor: string) =>
  at(ms, { type: 'rolloutStarted', rollout: fakeRollout, revision: 1 }, actor);
const held = (ms: number) => at(ms, { type: 'revisionHeld', revision: 1, hosts: [alpha] }, 'cli:ada');

const sight = (nowUnixMs: number, over: Partial<HealSight> = {}): HealSight => ({
  nowUnixMs,
  standing: [{ ...sync0, differences, sinceUnixMs: 0 }],
  heal: [sync0],
  reached: new Set([alpha]),
  events: [seen(0)],
  isBusy: false,
  needsPerson: false,
  ...over,
});
const isDue = (nowUnixMs: number, over: Partial<HealSight> = {}): boolean =>
  dueForHealing(sight(nowUnixMs, over)).length > 0;

describe('a bond is healed', () => {
  test('once its drift has stood for five seconds', () => {
    expect([isDue(4_999), isDue(5_000)]).toEqual([false, true]);
  });

  test.each<[string, Partial<HealSight>]>([
    ['whose spec does not say so', { heal: [sync1, { host: beta, bond: sync0.bond }] }],
    ['whose host cannot be reached', { reached: new Set([beta]) }],
    ['while a rollout runs', { isBusy: true }],
    ['while something waits for a person', { needsPerson: true }],
    ['that does not drift', { standing: [] }],
  ])('but not one %s', (_what, over) => {
    expect(isDue(1e9, over)).toBe(false);
  });

  test('again after a minute, then after five, and not a fourth time', () => {
    const one = [seen(0), tried(10_000)];
    expect([isDue(69_999, { events: one }), isDue(70_000, { events: one })]).toEqual([false, true]);
    const two = [...one, tried(70_000)];
    expect([isDue(369_999, { events: two }), isDue(370_000, { events: two })]).toEqual([false, true]);
    const three = [...two, tried(370_000)];
    expect(isDue(1e12, { events: three })).toBe(false);
    expect(healAttention([sync0, sync1], three)).toMatchObject([{ subject: 'alpha/sync0' }]);
    expect(healAttention([sync0], two)).toEqual([]);
  });

  test.each([
    ['the drift became another one', seen(400_000)],
    ['somebody applied', began(400_000, 'cli:ada')],
    ['somebody applied and nothing was to do', held(400_000)],
  ])('anew when %s', (_what, event) => {
    const events = [seen(0), tried(1), tried(2), tried(3), event];
    expect(triesOf(sync0, events)).toMatchObject({ count: 0, lastUnixMs: 3 });
    expect(isDue(500_000, { events })).toBe(true);
  });

  test('at most once a minute, also where healing works and never lasts', () => {
    const events = [seen(0), tried(10_000), seen(20_000)];
    expect([isDue(69_999, { events }), isDue(70_000, { events })]).toEqual([false, true]);
  });

  test('whatever the controller itself rolled out, and whatever became of another bond', () => {
    const events = [seen(0), tried(1), began(2, 'controller'), tried(3, sync1)];
    expect(triesOf(sync0, events).count).toBe(1);
  });
});

describe('a plan to heal', () => {
  const [desire] = present({});
  const spec: ClusterSpec = {
    ...fakeSpec,
    desires: desire === undefined ? [] : [{ host: alpha, bonds: [desire] }],
  };
  const accepted = (known: ClusterSpec): Accepted => ({ spec: known, reportOf: () => undefined });
  const planned = (step: PlanStep): PlannedStep => ({ step, disruption: 'none', sentence: '', loses: [] });
  const plan = (...steps: readonly PlanStep[]): PlanView => ({
    ...emptyPlan,
    changeSets: [
      {
        name: 'x',
        participants: [{ host: alpha, steps: steps.map(planned) }],
        proofs: [],
        witnesses: [],
        unproven: [],
        deadlineMs: 1,
      },
    ],
  });

  test('changes the bond, its ports, and what stands on it', () => {
    const steps: readonly PlanStep[] = [
      { do: 'setMtu', device: sync0.bond, from: 1, to: 2 },
      { do: 'setMtu', device: name('eth1'), from: 1, to: 2 },
      { do: 'addPort', bond: sync0.bond, port: name('eth2') },
      { do: 'linkUp', device: name('sync0.100') },
    ];
    expect(unasked(plan(...steps), accepted(spec), [sync0])).toEqual([]);
    expect(unasked(plan(...steps), accepted(spec), [{ host: beta, bond: sync0.bond }])).toEqual([
      'alpha/sync0',
    ]);
  });

  test('and ports that it found, which the host reports', () => {
    const desires = spec.desires.map(({ host, bonds: [first] }) => {
      if (first.state === 'absent') throw new Error('the bond shall be there');
      const ports = [{ mac: '02:00:00:00:00:01' }] as const;
      return { host, bonds: [{ ...first, spec: { ...first.spec, ports } }] as const };
    });
    const report = bondReport();
    const bonds = [{ name: sync0.bond, mode: 'active-backup', options: {}, ports: [name('eth7')] }];
    const reportOf = () => ({ ...report, state: { ...report.state, bonds } });
    const mtu: PlanStep = { do: 'setMtu', device: name('eth7'), from: 1, to: 2 };
    expect(unasked(plan(mtu), { spec: { ...spec, desires }, reportOf }, [])).toEqual(['alpha/sync0']);
  });

  test('and what it names of the whole host', () => {
    const sysctl: PlanStep = { do: 'setSysctl', name: 'tcp_reordering', from: '3', to: '127' };
    const desires = spec.desires.map(({ host, bonds: [first] }) => {
      if (first.state === 'absent') throw new Error('the bond shall be there');
      return {
        host,
        bonds: [{ ...first, spec: { ...first.spec, tuning: { tcp_reordering: '127' } } }] as const,
      };
    });
    expect(unasked(plan(sysctl), accepted({ ...spec, desires }), [])).toEqual(['alpha/sync0']);
    expect(unasked(plan(sysctl), accepted({ ...spec, desires }), [sync0])).toEqual([]);
    expect(unasked(plan(sysctl), accepted(spec), [])).toEqual([]);
  });

  test('and no bond that nobody asked to heal', () => {
    const other: PlanStep = { do: 'setOption', bond: sync1.bond, option: 'miimon', from: '0', to: '1' };
    expect(unasked(plan(other), accepted(spec), [sync0])).toEqual(['alpha/sync1']);
  });
});
