import type { BondState } from '@bondctl/proto/model/bond';
import type { LinkEvent } from '@bondctl/proto/model/command';
import type { Drift, HostState } from '@bondctl/proto/model/host';
import type { BondName } from '@bondctl/proto/model/names';
import type { Parsed } from '@bondctl/proto/model/result';
import type { Clock, CommandResult, Processes } from '../../packages/agent/src/kernel/ports.ts';
import { createObserver } from '../../packages/agent/src/observe/observer.ts';
import { parseProcBonding } from '../../packages/agent/src/parse/proc-bonding.ts';

/** A clock whose timers fire when the test says so. */
function handClock() {
  let nowMs = 0;
  const timers = new Set<{ readonly atMs: number; readonly callback: () => void }>();
  const clock: Clock = {
    monotonicMs: () => nowMs,
    unixMs: () => 1_000_000 + nowMs,
    after(delayMs, callback) {
      const timer = { atMs: nowMs + delayMs, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  async function advance(byMs: number): Promise<void> {
    const endMs = nowMs + byMs;
    await settle();
    for (;;) {
      const next = [...timers].filter((one) => one.atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) break;
      timers.delete(next);
      nowMs = next.atMs;
      next.callback();
      await settle();
    }
    nowMs = endMs;
  }
  return { clock, advance, waiting: () => timers.size };
}

const empty: HostState = { interfaces: [], bonds: [], routes: [], controlPath: [] };
const bondText = (failures: number) =>
  `Bonding Mode: load balancing (round-robin)\nMII Status: up\n\nSlave Interface: eth1\nMII Status: up\nLink Failure Count: ${failures}\nStrange: 1\n`;

/** An observer of a host that the test changes by hand. */
export function watchedHost() {
  const host = {
    bonds: [] as readonly Parsed<BondState>[],
    broken: false,
    looks: 0,
    fullLooks: 0,
    measures: false,
    touching: [] as readonly BondName[],
    /** How long reading the whole state takes. */
    readsForMs: 0,
    drift: [] as readonly Omit<Drift, 'sinceUnixMs'>[] | null,
  };
  const hand = handClock();
  const monitors: { wake: (line?: string) => void; end: (result: CommandResult) => void }[] = [];
  const processes: Processes = {
    start() {
      const monitor = {
        wake: () => undefined,
        end: (_: CommandResult) => undefined,
      } as (typeof monitors)[number];
      monitors.push(monitor);
      return {
        pid: 1,
        ended: new Promise((resolve) => {
          monitor.end = resolve;
        }),
        onLine: (listener) => {
          monitor.wake = (line = '2: eth1: ...') => listener(line);
        },
        signal: () => undefined,
      };
    },
    signalGroup: () => false,
  };
  const failures: unknown[] = [];
  const observer = createObserver({
    reader: {
      bonds() {
        host.looks += 1;
        return host.broken ? Promise.reject(new Error('no /proc')) : Promise.resolve(host.bonds);
      },
      state() {
        host.fullLooks += 1;
        if (host.readsForMs === 0) return Promise.resolve(empty);
        return new Promise((resolve) => hand.clock.after(host.readsForMs, () => resolve(empty)));
      },
      offloads: () => Promise.reject(new Error('a report asks for no offloads')),
    },
    processes,
    clock: hand.clock,
    surroundings: () => ({
      kernel: '6',
      agentVersion: '1',
      iperf3Version: null,
      bootId: 'b',
      transaction: null,
    }),
    touching: () => host.touching,
    comparison: () => () => Promise.resolve(host.drift),
    isMeasuring: () => host.measures,
    observeEveryMs: 5000,
    onFailure: (thrown) => failures.push(thrown),
  });
  const events: LinkEvent[] = [];
  observer.onEvent((event) => events.push(event));
  const show = (failuresOfPort: number) => {
    host.bonds = [parseProcBonding('bond0' as BondName, bondText(failuresOfPort))];
  };
  return { host, observer, monitors, events, failures, show, ...hand };
}
