import { BondctlError } from '@bondctl/proto/model/error';
import type { IfName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { fakeCredentials } from '../../../../test/fakes/fake-identity.ts';
import type { Clock, Files } from '../kernel/ports.ts';
import type { Identity } from './identity.ts';
import type { Line, LineEvents } from './line.ts';
import { createUplink } from './uplink.ts';

/** Timers that fire when the test says so; it knows how many are armed. */
function virtualClock() {
  const timers = new Map<number, { atMs: number; callback: () => void }>();
  let [nowMs, made] = [0, 0];
  const clock: Clock = {
    monotonicMs: () => nowMs,
    unixMs: () => nowMs,
    after(delayMs, callback) {
      made += 1;
      const key = made;
      timers.set(key, { atMs: nowMs + delayMs, callback });
      return () => timers.delete(key);
    },
  };
  /** Lets the earliest timer fire. */
  const forward = () => {
    const [first] = [...timers].sort(([, a], [, b]) => a.atMs - b.atMs);
    if (first === undefined) throw new Error('nothing is armed');
    timers.delete(first[0]);
    nowMs = first[1].atMs;
    first[1].callback();
  };
  return { clock, timers, forward };
}

const files: Files = {
  read: async () => undefined,
  writeAtomic: async () => undefined,
  append: async () => undefined,
  list: async () => [],
  linkTargets: async () => [],
  remove: async () => undefined,
};

const identity: Identity = {
  hubUrl: 'wss://nowhere',
  caPem: '',
  current: await fakeCredentials('alpha', { fromMs: 0, untilMs: 1e12 }),
  candidate: null,
};

function deadLine(events: LineEvents, dialled: () => void): Line {
  dialled();
  queueMicrotask(() => events.gone({ closing: undefined, retryAfterMs: undefined, message: 'no route' }));
  return {
    send: () => undefined,
    waiting: () => ({ bytes: 0, forMs: 0 }),
    pause: () => undefined,
    resume: () => undefined,
    close: () => undefined,
    terminate: () => undefined,
    localAddress: () => undefined,
    keyingMaterial: () => undefined,
  };
}

test('24 hours without a controller: one timer, no line kept, dials a minute apart at most', async () => {
  const { clock, timers, forward } = virtualClock();
  let [dials, alive] = [0, 0];
  const order = () => Promise.reject(new BondctlError('internal', 'no orders here'));
  const uplink = await createUplink({
    identity,
    agentVersion: '0.1.0',
    stateDir: '/state',
    files,
    clock,
    dial: (_, events) => {
      alive += 1;
      return deadLine(
        {
          ...events,
          gone: (ending) => {
            alive -= 1;
            events.gone(ending);
          },
        },
        () => {
          dials += 1;
        },
      );
    },
    handlers: new Proxy({} as never, { get: () => order }),
    currentReport: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    epoch: 'epoch',
    hurried: () => false,
    random: () => 1,
  });
  uplink.start();
  let sequence = 0;
  while (clock.monotonicMs() < 86_400_000) {
    await Promise.resolve();
    expect([timers.size, alive]).toEqual([1, 0]);
    for (let more = 0; more < 20; more += 1) {
      sequence += 1;
      const words = { what: 'miiStatus', before: 'up', after: 'down', atMonotonicMs: 0, cause: null };
      uplink.sendEvent({ sequence, atUnixMs: 0, bond: 'sync0' as IfName, port: null, ...words });
    }
    forward();
  }
  expect(uplink.connected()).toBe(false);
  expect(uplink.sinceUnixMs()).toBe(0);
  expect(uplink.events()).toEqual({ waiting: 1000, lost: sequence - 1000 });
  expect(dials).toBeGreaterThan(1440);
  expect(dials).toBeLessThan(1460);
  await uplink.stop();
  expect(timers.size).toBe(0);
});
