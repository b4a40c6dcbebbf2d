import type { Client, Ended } from '@bondctl/proto/api/client';
import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { FleetLine, FleetView } from '@bondctl/proto/model/fleet';
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { type Connection, retryAfterMs } from '../look/connection.ts';
import { foldFleet } from '../look/fleet-fold.ts';
import { hearOut, pause } from './reading.ts';

/** Rates of one host as they came last. */
export type HostRates = Extract<FleetLine, { readonly type: 'rates' }>;

/** What the live stream keeps current. */
export interface Live {
  /** null until the first whole fleet came. */
  readonly fleet: ReadonlySignal<FleetView | null>;
  readonly connection: ReadonlySignal<Connection>;
  /** The newest facts that came while this page was open, oldest first. */
  readonly events: ReadonlySignal<readonly RecordedEvent[]>;
  /** The last rates of any host that somebody wants; changes with every line. */
  readonly rates: ReadonlySignal<HostRates | null>;
  /** How far the controller's clock is ahead of this browser's, in ms: its times are told against its own. */
  readonly aheadMs: ReadonlySignal<number>;
  /** Asks for the rates of hosts until the answer is called. */
  wantRates(hosts: readonly string[]): () => void;
  /** Reads the stream, again and again, until the signal ends it. */
  run(stop: AbortSignal): Promise<void>;
}

const keptEvents = 200;

/** When the controller said a line, by its clock. */
function saidAt(line: FleetLine | Ended<null>): number | null {
  if (line.type === 'fleet') return line.fleet.atUnixMs;
  return line.type === 'alive' || line.type === 'changed' ? line.atUnixMs : null;
}

const worthTellingMs = 2_000;

/** A difference of clocks that moves by less than this is the way that the line took. */
const steady = (before: number, now: number): number =>
  Math.abs(now - before) < worthTellingMs ? before : now;

/** What the stream says, as signals. */
function createHearing() {
  const fleet = signal<FleetView | null>(null);
  const connection = signal<Connection>({ kind: 'connecting' });
  const events = signal<readonly RecordedEvent[]>([]);
  const rates = signal<HostRates | null>(null);
  const aheadMs = signal(0);
  return {
    signals: { fleet, connection, events, rates, aheadMs },
    heard: (line: FleetLine | Ended<null>) =>
      batch(() => {
        connection.value = { kind: 'live', heardUnixMs: Date.now() };
        if (line.type === 'fleet' || line.type === 'changed') fleet.value = foldFleet(fleet.value, line);
        if (line.type === 'event') events.value = [...events.value.slice(1 - keptEvents), line.event];
        if (line.type === 'rates') rates.value = line;
        const saidUnixMs = saidAt(line);
        if (saidUnixMs !== null) aheadMs.value = steady(aheadMs.value, saidUnixMs - Date.now());
      }),
    lost(why: string) {
      const before = connection.value;
      const heardUnixMs = before.kind === 'connecting' ? null : before.heardUnixMs;
      connection.value = { kind: 'lost', heardUnixMs, why };
    },
  };
}

/** The live stream of the controller, and what is known from it. */
export function createLive(until: (signal: AbortSignal) => Client): Live {
  const { signals, heard, lost } = createHearing();
  const wanted = new Set<readonly string[]>();
  let asked: ReadonlySet<string> = new Set();
  let reading = new AbortController();

  const readOnce = (stop: AbortSignal) => {
    reading = new AbortController();
    asked = new Set([...wanted].flat());
    const open = (signal: AbortSignal) => until(signal).live({ events: true, rates: [...asked] });
    return hearOut(open, AbortSignal.any([stop, reading.signal]), heard);
  };

  return {
    ...signals,
    wantRates(hosts) {
      wanted.add(hosts);
      if (hosts.some((host) => !asked.has(host))) reading.abort();
      // The stream goes on telling of them until somebody wants others: that costs less than asking anew.
      return () => wanted.delete(hosts);
    },
    async run(stop) {
      let tries = 0;
      while (!stop.aborted) {
        const before = signals.connection.value;
        const why = await readOnce(stop);
        if (why === null) continue;
        tries = signals.connection.value === before ? tries + 1 : 0;
        lost(why);
        await pause(retryAfterMs(tries, Math.random()), stop);
      }
    },
  };
}
