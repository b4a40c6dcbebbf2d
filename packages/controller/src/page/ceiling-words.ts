import type { TestResult } from '@bondctl/proto/model/linktest';
import { frameOf, goodputBps } from '../linktest/ceiling.ts';
import { formatRate } from '../linktest/figures.ts';

const sources = { kernel: 'the kernel says so', declared: 'the spec says so' } as const;

/**
 * How a ceiling of a result comes about: ports x rate x payload / bytes on the wire; null where that is not what it is made of.
 * `ceilingBps`: goodput of the configuration or of the hardware.
 */
export function ceilingWords(
  { capacity, mtu, parameters }: TestResult,
  ceilingBps: number | null,
): string | null {
  if (capacity.source === 'unknown' || ceilingBps === null) return null;
  const { rateBps, framing, source } = capacity;
  const { protocol } = parameters;
  // A result does not say over which IP it went; only one of the two makes whole ports.
  for (const family of [4, 6] as const) {
    const ports = ceilingBps / goodputBps(rateBps, framing, mtu, family, protocol);
    if (ports < 0.5 || Math.abs(ports - Math.round(ports)) > 1e-6) continue;
    const { payloadBytes, wireBytes } = frameOf(framing, mtu, family, protocol);
    const many = Math.round(ports) === 1 ? 'one port' : `${Math.round(ports)} ports`;
    return `${many} × ${formatRate(rateBps)} (${sources[source]}) × ${payloadBytes} of ${wireBytes} bytes on the wire = ${formatRate(ceilingBps)}`;
  }
  return null;
}
