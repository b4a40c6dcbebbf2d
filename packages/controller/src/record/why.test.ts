import type { SweepId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { alpha, beta, emptyPlan, fakeRollout } from '../../../../test/fakes/fake-parts.ts';
import { bond, port } from '../../../../test/fakes/fake-report.ts';
import {
  answer,
  at,
  config,
  drifting,
  inPhase,
  rollout,
  tx,
  type World,
  wayBack,
} from '../../../../test/fakes/fake-why.ts';
import { statusView } from './view.ts';
import { aboutOf } from './why-sight.ts';

const blocked = (world: World) =>
  answer(world).blockers.map(({ who, sentence, sinceUnixMs, needsPerson }) => [
    who,
    sentence,
    sinceUnixMs === null ? null : at - sinceUnixMs,
    needsPerson,
  ]);

describe('what to do next', () => {
  const cable = config('100');
  const portDown = {
    ...cable,
    bonds: [bond({ ports: [port('eth2'), port('eth3', { miiStatus: 'down' })] })],
  };
  test.each<[string, World, string]>([
    ['all is well', {}, 'Nothing: alpha is what revision 3 wants.'],
    ['no spec', { accepted: false }, 'No spec was applied yet'],
    ['drift', { a: drifting, plan: wayBack }, 'Look at "bondctl plan" (1 step)'],
    ['drift that heals', { a: drifting, plan: wayBack, heal: true }, 'Wait: the spec says "drift: heal"'],
    [
      'a port without a link',
      { a: portDown },
      'look at cables, switch and the other end, because alpha/sync0: down: eth3.',
    ],
  ])('when there is %s', (_what, world, words) => {
    expect(answer(world).next).toContain(words);
    expect(answer(world).needsPerson).toBe(false);
  });
});

describe('who or what blocks', () => {
  test('nobody, when all is well', () => expect(blocked({})).toEqual([]));

  test('a host that is not connected, since it was last seen', () => {
    expect(blocked({ a: undefined })).toEqual([
      ['alpha', 'It is not connected; what is shown is what it said last.', 5_000, false],
    ]);
    expect(answer({ a: undefined }).next).toContain('Start the agent on alpha');
  });

  test('a transaction in hand, with its rollout and since when', () => {
    const running = rollout({ state: 'running', endedUnixMs: null });
    const fact = { type: 'hostVerified', rollout: fakeRollout, host: alpha, tx } as const;
    const events = [{ id: 9, atUnixMs: at - 3_000, actor: 'controller', fact }];
    const world = { a: inPhase('awaitingConfirm'), rollouts: [running], events };
    expect(blocked(world)).toEqual([
      [fakeRollout, `Transaction ${tx} holds the host and is awaitingConfirm.`, 3_000, false],
    ]);
    expect(answer(world).next).toContain(`bondctl rollout watch ${fakeRollout}`);
    expect(answer({ ...world, subject: 'beta' }).blockers).toMatchObject([{ who: fakeRollout }]);
  });

  test('a candidate that a sweep tries, with its sweep', () => {
    const sweep = 'sw_fake12345' as SweepId;
    const fact = { type: 'hostVerified', rollout: sweep, host: alpha, tx } as const;
    const events = [{ id: 9, atUnixMs: at - 3_000, actor: 'cli:ada', fact }];
    const world = { a: inPhase('awaitingConfirm'), events };
    expect(answer(world).next).toContain(`bondctl sweep show ${sweep}`);
  });

  test('nobody, once a transaction rests', () => {
    for (const phase of ['committed', 'rolledBack']) expect(blocked({ a: inPhase(phase) })).toEqual([]);
  });

  test('a rollback that failed: a person first', () => {
    const found = answer({ a: inPhase('stuck'), b: undefined, subject: 'drbd' });
    expect(found.blockers.map(({ who, needsPerson }) => [who, needsPerson])).toEqual([
      ['alpha', true],
      ['beta', false],
    ]);
    expect(found.next).toContain('bondctl-agent restore');
    expect([found.needsPerson, answer({ a: inPhase('stuck'), subject: 'beta' }).needsPerson]).toEqual([
      true,
      false,
    ]);
  });

  test('a rollout that needs a person, for its own hosts only', () => {
    const split = rollout({
      state: 'needsPerson',
      why: 'split',
      hosts: [{ host: beta, tx, phase: 'verified', why: '' }],
    });
    expect(blocked({ rollouts: [split], subject: 'beta' })).toEqual([[fakeRollout, 'split', 30_000, true]]);
    expect(blocked({ rollouts: [split] })).toEqual([]);
  });

  test('healing that was given up', () => {
    const attention = [{ subject: 'alpha/sync0', sentence: 'in vain' }];
    const world = { a: drifting, plan: wayBack, attention };
    expect(blocked(world)).toEqual([['alpha/sync0', 'in vain', 12_000, true]]);
    expect(answer(world).next).toContain('bondctl apply');
    expect(blocked({ ...world, subject: 'beta' })).toEqual([]);
  });

  test('a refusal of its own; one of another host only where there is a way to go', () => {
    const refusal = {
      host: beta,
      kind: 'refused',
      subject: 'eth2',
      message: 'NetworkManager owns it',
    } as const;
    const plan = { ...emptyPlan, refusals: [refusal] };
    const said = ['beta', 'It refuses the plan: eth2: NetworkManager owns it', null, false];
    expect(blocked({ plan, subject: 'beta' })).toEqual([said]);
    expect(blocked({ plan })).toEqual([]);
    expect(blocked({ plan, a: drifting })).toEqual([said]);
  });

  test('a spec that cannot be planned any more', () => {
    expect(blocked({ plan: 'it has a mistake.' })).toEqual([
      ['controller', 'The accepted spec could not be planned: it has a mistake.', null, false],
    ]);
  });
});

test('a name that nothing has', () => {
  const nothing = { hosts: [], revision: undefined, tests: [], rollouts: [], held: [] };
  expect(aboutOf('gamma', statusView({ atUnixMs: at, ...nothing }))).toEqual({
    ok: false,
    error: 'There is no host or link called "gamma"; no host has joined yet.',
  });
});
