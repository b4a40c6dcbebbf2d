import { BondctlError } from '@bondctl/proto/model/error';
import type { BondName, HostId, LinkName, TestId } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import { expect, test } from 'vitest';
import { drbd } from '../../../../test/fakes/fake-parts.ts';
import { figuresOf, judgementOf, resultOf, unread } from '../../../../test/fakes/fake-test.ts';
import type { TestRow } from '../store/ports.ts';
import { planMesh } from './rounds.ts';
import { type MeshPorts, runMesh } from './run.ts';

const bond = 'sync0' as BondName;
const link = (a: string, b: string): Link => ({
  ...drbd,
  name: `${a}-${b}` as LinkName,
  ends: [
    { host: a as HostId, bond },
    { host: b as HostId, bond },
  ],
});
const links = [
  link('a', 'b'),
  link('a', 'c'),
  link('a', 'd'),
  link('b', 'c'),
  link('b', 'd'),
  link('c', 'd'),
];
const plan = planMesh(links);
const view = { name: 'fabric', rounds: [], bound: plan.bound, boundBy: plan.boundBy, expectedMs: 1 };
const never = new AbortController().signal;

const rowOf = (of: Link, passed: boolean): TestRow => ({
  id: `test_${of.name}` as TestId,
  atUnixMs: 1,
  result: resultOf(of, { run: { ok: true, figures: figuresOf({ receivedBps: 99e6 }) } }),
  judgement: judgementOf(passed, {
    percentOfConfiguration: 99,
    verdicts: passed ? [] : [{ expectation: 'pathMtu', held: 'no', sentence: 'frames vanish' }],
  }),
  ...unread,
});

/** Runs the mesh; each test ends in the next turn, and no host may be in two. */
async function run(over: Partial<MeshPorts> = {}, signal = never) {
  const busy = new Set<string>();
  const order: string[] = [];
  const ports: MeshPorts = {
    test: async (of, _signal, onFree) => {
      for (const { host } of of.ends) {
        expect(busy.has(host)).toBe(false);
        busy.add(host);
      }
      order.push(of.name);
      await new Promise((resolve) => setImmediate(resolve));
      for (const { host } of of.ends) busy.delete(host);
      onFree();
      return rowOf(of, of.name !== 'b-c');
    },
    isThere: () => true,
    monotonicMs: () => 0,
    ...over,
  };
  return { mesh: await runMesh(ports, { plan, uplinks: [], view }, signal), order };
}

test('every link is tested once, and what failed says why', async () => {
  const { mesh, order } = await run();
  expect(order.toSorted()).toEqual(links.map(({ name }) => name).toSorted());
  expect(mesh.pairs.map(({ round }) => round)).toEqual([1, 1, 2, 2, 3, 3]);
  const failed = mesh.pairs.filter(({ passed }) => !passed);
  expect(failed).toMatchObject([
    { link: 'b-c', test: 'test_b-c', receivedBps: 99e6, sentence: 'frames vanish' },
  ]);
});

test('a host that is not there is told, and nobody waits for it', async () => {
  const { mesh, order } = await run({ isThere: (host) => host !== 'd' });
  expect(order).toHaveLength(3);
  const lost = mesh.pairs.filter(({ test: id }) => id === null);
  expect(lost.map(({ sentence }) => sentence)).toEqual(Array(3).fill('d is not connected'));
});

test('a test that is refused is told by its reason, and the rest goes on', async () => {
  const refuse: MeshPorts['test'] = async (of, _signal, onFree) => {
    onFree();
    if (of.name === 'a-b') throw new BondctlError('refused', 'alpha: not within its window');
    return rowOf(of, true);
  };
  const { mesh } = await run({ test: refuse });
  expect(mesh.pairs.filter(({ passed }) => !passed)).toMatchObject([
    { link: 'a-b', test: null, sentence: 'alpha: not within its window' },
  ]);
});

test('a mesh that is cancelled begins nothing more', async () => {
  const controller = new AbortController();
  const { mesh, order } = await run(
    {
      test: async (of, _signal, onFree) => {
        controller.abort();
        onFree();
        return rowOf(of, true);
      },
    },
    controller.signal,
  );
  expect(order).toEqual([]);
  expect(mesh.pairs.filter(({ test: id }) => id === null).length).toBeGreaterThanOrEqual(4);
});

test('the next test begins when its hosts are free, though the last one is still being read', async () => {
  let begun = 0;
  let tellThird = (): void => undefined;
  const third = new Promise<void>((resolve) => {
    tellThird = resolve;
  });
  const { mesh } = await run({
    test: async (of, _signal, onFree) => {
      begun += 1;
      if (begun === 3) tellThird();
      onFree();
      if (begun < 3) await third;
      return rowOf(of, true);
    },
  });
  expect(mesh.pairs.every(({ passed }) => passed)).toBe(true);
});

test('no test begins on a host that still ends its part of the last one', async () => {
  const busy = new Set<string>();
  const { mesh } = await run({
    test: async (of, _signal, onFree) => {
      expect(of.ends.some(({ host }) => busy.has(host))).toBe(false);
      for (const { host } of of.ends) busy.add(host);
      setImmediate(() => {
        for (const { host } of of.ends) busy.delete(host);
        onFree();
      });
      return rowOf(of, true);
    },
  });
  expect(mesh.pairs.every(({ passed }) => passed)).toBe(true);
});
