import type { RunParameters } from '@bondctl/proto/model/linktest';
import type { IfName } from '@bondctl/proto/model/names';
import type { Files } from '../kernel/ports.ts';
import type { Wanted } from './budget.ts';
import type { MeasureOrder, ServeOrder } from './outcomes.ts';
import { portsOf } from './sampler.ts';

/** What one port of a bond carries: the lower of what the controller says and of what the kernel says; null: nobody knows. */
export async function portRate(
  files: Files,
  ports: readonly IfName[],
  toldBps: number | null,
): Promise<number | null> {
  const texts = await Promise.all(
    ports.map((port) => files.read('linktest/speed', `/sys/class/net/${port}/speed`)),
  );
  // -1 and nothing at all: the driver does not know.
  const speeds = texts.map((text) => Number(text ?? 0) * 1e6).filter((bps) => bps > 0);
  const known = toldBps === null ? speeds : [toldBps, ...speeds];
  return known.length === 0 ? null : Math.min(...known);
}

/** What an order asks of the owner's budget. */
export async function wantedBy(files: Files, order: ServeOrder | MeasureOrder): Promise<Wanted> {
  const ports = await portsOf(files, order.bond);
  const parameters: RunParameters | null = order.parameters;
  const seconds = order.kind === 'serve' ? order.seconds : order.parameters.seconds;
  const portBps = await portRate(files, ports, order.portBps);
  const wayBps = mostBps(parameters, portBps === null ? null : portBps * ports.length);
  const ways = parameters?.direction === 'both' ? 2 : 1;
  return {
    class: parameters?.class ?? 'measure',
    seconds,
    bytes: wayBps === null ? 0 : Math.ceil((wayBps * ways * seconds) / 8),
  };
}

/** What goes one way at most: what is offered, or what the ports carry; null: nobody knows. */
function mostBps(parameters: RunParameters | null, carriedBps: number | null): number | null {
  const offeredBps = parameters?.offeredBps ?? null;
  if (offeredBps === null) return carriedBps;
  return carriedBps === null ? offeredBps : Math.min(offeredBps, carriedBps);
}
