import { BondctlError } from '@bondctl/proto/model/error';
import type { RunParameters } from '@bondctl/proto/model/linktest';
import type { Link } from '@bondctl/proto/model/spec';
import { capacityOf, goodputBps } from './ceiling.ts';
import type { EndFacts } from './ends.ts';

/** More would only measure how well the queues drop. */
const usualShare = 0.9;

/**
 * What a UDP test sends where nobody said how much: nine tenths of what all ports carry. Throws BondctlError `bad-input`
 * where that is not known.
 */
export function offered(run: RunParameters, link: Link, from: EndFacts, to: EndFacts): RunParameters {
  if (run.protocol !== 'udp' || run.offeredBps !== null) return run;
  const capacity = capacityOf(link.declared, from, to);
  if (capacity.source === 'unknown')
    throw new BondctlError(
      'bad-input',
      `UDP sends at a rate, and the speed of a port of ${link.name} is unknown; say --rate, or declare lineRate.`,
    );
  const ports = Math.min(from.usable.length, to.usable.length);
  const mtu = Math.min(from.mtu, to.mtu);
  const onePort = goodputBps(capacity.rateBps, capacity.framing, mtu, 4, 'udp');
  return { ...run, offeredBps: Math.floor(usualShare * ports * onePort) };
}
