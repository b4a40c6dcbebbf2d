import type { LinkCause } from '@bondctl/proto/model/command';
import type { BondName, IfName } from '@bondctl/proto/model/names';
import type { LinkMessage } from '../parse/link-message.ts';
import { causesOf, type OwnHand } from './cause.ts';
import type { Change } from './diff.ts';
import { explained, type Reading, type Wires, withReading, withReadings } from './wires.ts';

/** A change that says why it happened, as far as this host can tell. */
export type Caused = Change & { readonly cause: LinkCause | null };

/** What a port did to its bond is seen with it or soon after. */
const soonMs = 1000;
/** What a change of ours did is still found out a while after it: the whole state is read seldom on a slow host. */
const latelyMs = 10_000;

/** What is remembered to tell causes by. It reads no clock: who calls it says what time it is, in monotonic ms. */
export class Causes {
  #wires: Wires = new Map();
  readonly #heardSince = new Set<IfName>();
  #touching: ReadonlySet<BondName> = new Set();
  readonly #touchedMs = new Map<BondName, number>();
  readonly #ports = new Map<string, LinkCause | null>();
  readonly #bonds = new Map<BondName, { readonly cause: LinkCause; readonly atMs: number }>();

  /** A message of the kernel; null: some may have been lost, so nothing is known any more. */
  heard(message: LinkMessage | null): void {
    if (message === null) this.#wires = new Map();
    else if (!message.gone) {
      this.#wires = withReading(this.#wires, message);
      this.#heardSince.add(message.name);
    }
  }

  /** Interfaces are about to be read: what the kernel tells from now on is newer. */
  reading(): void {
    this.#heardSince.clear();
  }

  /** Every interface that is there, as it was read. */
  read(readings: readonly Reading[]): void {
    const newest = readings.map((one) => {
      const wire = this.#heardSince.has(one.name) ? this.#wires.get(one.name) : undefined;
      return wire === undefined ? one : { ...wire, name: one.name };
    });
    this.#wires = withReadings(this.#wires, newest);
  }

  /** The bonds that a transaction of ours is changing now. */
  touching(bonds: readonly BondName[], nowMs: number): void {
    this.#touching = new Set(bonds);
    for (const bond of bonds) this.#touchedMs.set(bond, nowMs);
    for (const [bond, atMs] of this.#touchedMs) if (nowMs - atMs > latelyMs) this.#touchedMs.delete(bond);
  }

  /** The changes of one look with their causes, which are remembered. */
  explain(changes: readonly Change[], nowMs: number): readonly Caused[] {
    const causes = causesOf(changes, {
      wires: this.#wires,
      own: (bond) => this.#own(bond),
      told: (bond, port) => this.#told(bond, port, nowMs),
    });
    const caused = changes.map((change, at) => ({ ...change, cause: causes[at] ?? null }));
    for (const one of caused) this.#remember(one, nowMs);
    this.#wires = explained(this.#wires, new Set(caused.flatMap(statusOf)));
    return caused;
  }

  #own(bond: BondName): OwnHand {
    if (this.#touching.has(bond)) return 'now';
    return this.#touchedMs.has(bond) ? 'lately' : 'no';
  }

  #told(bond: BondName, port: IfName | null, nowMs: number): LinkCause | null {
    if (port !== null) return this.#ports.get(`${bond}/${port}`) ?? null;
    const last = this.#bonds.get(bond);
    return last !== undefined && nowMs - last.atMs <= soonMs ? last.cause : null;
  }

  #remember(change: Caused, nowMs: number): void {
    const { bond, port, what, after, cause } = change;
    if (what === 'bond' || (what === 'port' && after === 'absent')) this.#forget(bond, port);
    else if (statusOf(change).length > 0) {
      this.#ports.set(`${bond}/${port}`, cause);
      if (cause !== null) this.#bonds.set(bond, { cause, atMs: nowMs });
    }
  }

  /** Of a port, or of the whole bond: what is remembered stays as small as the host. */
  #forget(bond: BondName, port: IfName | null): void {
    const [prefix, exact] = [`${bond}/`, `${bond}/${port}`];
    for (const key of this.#ports.keys())
      if (port === null ? key.startsWith(prefix) : key === exact) this.#ports.delete(key);
    if (port === null) this.#bonds.delete(bond);
  }
}

/** The port whose link failed or came back by this change; none for any other change. */
const statusOf = ({ port, what }: Change): readonly IfName[] =>
  port !== null && (what === 'mii status' || what === 'link failures') ? [port] : [];
