import type { FleetView } from '@bondctl/proto/model/fleet';
import { fleetAfter } from '@bondctl/proto/model/fleet-change';
import type { HostId, IfName, LinkName, RolloutId } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineBetween } from './fleet-change.ts';

const health = fc.constantFrom('ok', 'degraded', 'down', 'unknown');
const few = fc.constantFrom('', 'down: eth2', 'is lost');
const hostNames = ['alpha', 'beta', 'delta', 'gamma'] as readonly string[] as readonly HostId[];

const host = (name: HostId) =>
  fc.record({
    host: fc.constant(name),
    presence: fc.constantFrom('connected', 'suspect', 'lost', 'unknown'),
    health,
    sentence: few,
    bonds: fc.nat(2),
    bondsNotOk: fc.nat(1),
  });

const link = (name: string) =>
  fc.record({
    name: fc.constant(name as LinkName),
    medium: fc.constant('direct' as const),
    health,
    sentence: few,
    ends: fc.constant([
      { host: 'alpha' as HostId, bond: 'bond0' as IfName },
      { host: 'beta' as HostId, bond: 'bond0' as IfName },
    ] as const),
    percent: fc.option(fc.nat(2)),
    rolling: fc.boolean(),
  });

/** Links follow from the revision, hosts come and go. */
const view: fc.Arbitrary<FleetView> = fc.nat(2).chain((revision) =>
  fc.record({
    atUnixMs: fc.nat(),
    revision: fc.constant(revision),
    health,
    links: fc.tuple(...['storage', 'drbd', 'backup'].slice(revision).map(link)),
    hosts: fc.subarray([...hostNames]).chain((names) => fc.tuple(...names.map(host))),
    attention: fc.array(fc.record({ subject: few, sentence: few }), { maxLength: 2 }),
    rollout: fc.option(
      fc.record({ id: fc.constant('ro_abcdefgh' as RolloutId), state: fc.constantFrom('running', 'failed') }),
    ),
  }),
);

test('the lines between fleets, applied to the first, give the newest', () => {
  fc.assert(
    fc.property(fc.array(view, { minLength: 1, maxLength: 6 }), (views) => {
      const [first, ...later] = views as [FleetView, ...FleetView[]];
      let seen = first;
      let now: FleetView | undefined = first;
      for (const next of later) {
        const line = lineBetween(seen, next);
        if (line !== null) now = fleetAfter(now, line);
        else expect({ ...next, atUnixMs: 0 }).toEqual({ ...seen, atUnixMs: 0 });
        // Nothing changed: what was told last still stands.
        seen = line === null ? seen : next;
      }
      expect(now).toEqual(seen);
    }),
  );
});

test('a fleet in which nothing but the time differs is worth no line', () => {
  fc.assert(
    fc.property(view, (one) => {
      const later = { ...structuredClone(one), atUnixMs: one.atUnixMs + 1 };
      expect(lineBetween(one, later)).toBeNull();
    }),
  );
});

test('only rows that differ are told', () => {
  const row = (name: HostId, sentence: string) =>
    ({ host: name, presence: 'connected', health: 'ok', sentence, bonds: 1, bondsNotOk: 0 }) as const;
  const [alpha, beta, delta] = hostNames as [HostId, HostId, HostId];
  const before: FleetView = {
    atUnixMs: 1,
    revision: null,
    health: 'ok',
    links: [],
    hosts: [row(alpha, ''), row(beta, '')],
    attention: [],
    rollout: null,
  };
  const after = { ...before, atUnixMs: 2, hosts: [row(alpha, ''), row(delta, 'is new')] };
  expect(lineBetween(before, after)).toMatchObject({
    type: 'changed',
    atUnixMs: 2,
    hosts: [{ host: delta }],
    gone: { hosts: [beta], links: [] },
  });
});
