import type { PortCounters } from '@bondctl/proto/model/command';
import type { HostId, IfName } from '@bondctl/proto/model/names';
import { createHistory, type HistoryKeeping } from '../../packages/controller/src/history/history.ts';
import { everyMs, type HistoryRules } from '../../packages/controller/src/history/layers.ts';
import type { Store } from '../../packages/controller/src/store/ports.ts';

export const alpha = 'alpha' as HostId;
export const sync0 = 'sync0' as IfName;
export const dayMs = 24 * everyMs.hour;
/** Where an hour begins. */
export const startMs = 400 * dayMs;
export const rules: HistoryRules = {
  keptMs: { second: everyMs.hour, minute: 7 * dayMs, hour: 365 * dayMs, events: 365 * dayMs },
  memoryBytes: 2 ** 20,
  databaseBytes: 2 ** 30,
};

/** A history whose time passes when a test says so: each sleep ends when its moment has come. */
export class World {
  nowMs = startMs;
  readonly warnings: string[] = [];
  readonly store: Store;
  readonly history: HistoryKeeping;
  readonly stopping = new AbortController();
  readonly running: Promise<void>;
  #sleepers: { atMs: number; wake: () => void }[] = [];
  #bytes = 0;

  constructor(store: Store, over: Partial<HistoryRules> = {}) {
    this.store = store;
    this.history = createHistory({
      rules: { ...rules, ...over },
      store,
      clock: {
        nowUnixMs: () => this.nowMs,
        sleep: (ms) =>
          new Promise((resolve) => this.#sleepers.push({ atMs: this.nowMs + ms, wake: resolve })),
      },
      log: { info: () => undefined, warn: (_fields, message) => void this.warnings.push(message) },
    });
    this.running = this.history.run(this.stopping.signal);
  }

  /** Counters as they are now; the port has sent `bytes` more. */
  sample(bytes: number, host = alpha): void {
    this.#bytes += bytes;
    const port: PortCounters = {
      ...{ bond: sync0, port: 'eth2' as IfName, txBytes: this.#bytes, rxBytes: 0 },
      ...{ txPackets: 0, rxPackets: 0, errors: 0, drops: 0 },
    };
    this.history.heard(host, { kind: 'counters', atMs: this.nowMs, ports: [port] }, this.nowMs);
  }

  async pass(ms: number): Promise<void> {
    const untilMs = this.nowMs + ms;
    for (await settled(); ; await settled()) {
      const next = this.#sleepers.toSorted((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined || next.atMs > untilMs) break;
      this.#sleepers = this.#sleepers.filter((one) => one !== next);
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.wake();
    }
    this.nowMs = untilMs;
  }

  /** Samples of `bytes`, so far apart. */
  async traffic(ms: number, bytes: number, apartMs = 10_000): Promise<void> {
    for (let passed = 0; passed < ms; passed += apartMs) {
      await this.pass(apartMs);
      this.sample(bytes);
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    for (const { wake } of this.#sleepers) wake();
    await this.running;
  }

  minutes() {
    return this.store.history.buckets({ ...everything, layer: 'minute' });
  }

  hours() {
    return this.store.history.buckets({ ...everything, layer: 'hour' });
  }
}

const everything = {
  host: alpha,
  bond: null,
  port: null,
  fromUnixMs: 0,
  untilUnixMs: Number.MAX_SAFE_INTEGER,
  seriesAtMost: 10,
};

/** The store answers within some turns of the loop. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 25; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
