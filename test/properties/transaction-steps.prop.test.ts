import type { PlanStep } from '@bondctl/proto/model/step';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../packages/agent/src/transaction/compare.ts';
import { inverses } from '../../packages/agent/src/transaction/inverse.ts';
import { planHost } from '../../packages/agent/src/transaction/plan.ts';
import { snapshotOf, targetOfSnapshot } from '../../packages/agent/src/transaction/snapshot.ts';
import { stepsTo } from '../../packages/agent/src/transaction/steps/steps.ts';
import { targetOf } from '../../packages/agent/src/transaction/target.ts';
import { verify } from '../../packages/agent/src/transaction/verify.ts';
import { type FakeHost, seen } from '../fakes/fake-host.ts';
import { hostOf, wishes, world } from './transaction-worlds.ts';

const anything = { interfaces: null };
const runs = { numRuns: 150 };

/** Takes steps until one fails; a step the kernel refuses is a bug of the planner. */
function takeAll(host: FakeHost, steps: readonly PlanStep[]): void {
  for (const step of steps) host.take(step);
}

/** As the restore does: plan, take, look again, at most three times. */
function restore(host: FakeHost, before: ReturnType<typeof snapshotOf>): void {
  for (let round = 0; round < 3; round++)
    takeAll(
      host,
      stepsTo(seen(host), targetOfSnapshot(before)).map((one) => one.step),
    );
}

/** Runs a property over hosts and wishes that the host does not refuse. */
function onEveryWish(
  check: (
    host: FakeHost,
    steps: readonly PlanStep[],
    again: () => FakeHost,
    desired: Parameters<typeof targetOf>[1],
  ) => void,
) {
  let planned = 0;
  fc.assert(
    fc.property(world, wishes, (chance, desired) => {
      const host = hostOf(chance);
      const plan = planHost(seen(host), desired, anything);
      fc.pre(plan.refusals.length === 0);
      planned += plan.steps.length > 0 ? 1 : 0;
      check(
        host,
        plan.steps.map((one) => one.step),
        () => hostOf(chance),
        desired,
      );
    }),
    runs,
  );
  expect(planned).toBeGreaterThan(runs.numRuns / 4);
}

describe('from any host to any wish', () => {
  test('the kernel takes every step, and what it holds then is what was wanted', () => {
    onEveryWish((host, steps, _again, desired) => {
      const target = targetOf(seen(host), desired);
      takeAll(host, steps);
      expect(verify(target, seen(host))).toEqual([]);
      expect(planHost(seen(host), desired, anything).steps.map((one) => one.sentence)).toEqual([]);
    });
  });

  test('stopped after every second step, the restore brings back the host whole', () => {
    onEveryWish((first, steps, again, desired) => {
      const before = snapshotOf(seen(first), desired);
      for (let count = 1; count <= steps.length; count += 2) {
        const host = again();
        takeAll(host, steps.slice(0, count));
        restore(host, before);
        expect(host.print()).toBe(first.print());
        expect(compare(before, seen(host))).toEqual([]);
      }
    });
  });

  test('stopped after any step, planning again leads on to the same end', () => {
    onEveryWish((first, steps, again, desired) => {
      const target = targetOf(seen(first), desired);
      const half = again();
      takeAll(half, steps.slice(0, Math.floor(steps.length / 2)));
      takeAll(
        half,
        stepsTo(seen(half), target).map((one) => one.step),
      );
      takeAll(
        half,
        stepsTo(seen(half), target).map((one) => one.step),
      );
      takeAll(first, steps);
      expect(verify(target, seen(half))).toEqual([]);
      expect(half.print()).toBe(first.print());
    });
  });

  test('the steps and then their inverses, last one first, return the host to where it began', () => {
    onEveryWish((host, steps, again) => {
      takeAll(host, steps);
      takeAll(host, inverses(steps));
      expect(host.print()).toBe(again().print());
    });
  });
});
