import type { TestId } from '@bondctl/proto/model/names';
import type { Clock, Files } from '../kernel/ports.ts';
import { lookAt } from './look.ts';
import { type Look, unquiet } from './others.ts';
import type { MeasureOrder, ProbeOrder, ServeOrder } from './outcomes.ts';

/** A request and its answer, of our probes and of the other end's. */
const packetsPerProbe = 2;

/** Others on the link before a measurement: seen from the first probe of its test until its run is to begin. */
export class Sight {
  private readonly deps: { readonly files: Files; readonly clock: Clock };
  private seen: { readonly test: TestId; readonly look: Promise<Look>; ownBytes: number } | undefined;

  constructor(deps: Sight['deps']) {
    this.deps = deps;
  }

  /** Looks before the first probe of a test, and counts what its probes send. */
  async before({ test, bond, ipBytes }: ProbeOrder, count: number): Promise<void> {
    if (this.seen?.test !== test) this.seen = { test, look: lookAt(this.deps, bond), ownBytes: 0 };
    this.seen.ownBytes += packetsPerProbe * count * ipBytes;
    await this.seen.look;
  }

  /** Who else uses the link too much for this run to begin. A second attempt has seen its own first one: it is not asked. */
  async others(order: ServeOrder | MeasureOrder, portBps: number | null): Promise<string | undefined> {
    const { seen } = this;
    this.seen = undefined;
    if (seen?.test !== order.test || (order.parameters?.class ?? 'measure') !== 'measure') return undefined;
    return unquiet(await seen.look, await lookAt(this.deps, order.bond), seen.ownBytes, portBps);
  }
}
