import { BondctlError } from '@bondctl/proto/model/error';
import { gentle, type PortCapacity, type RunParameters } from '@bondctl/proto/model/linktest';
import type { Link } from '@bondctl/proto/model/spec';
import { capacityOf, goodputBps } from './ceiling.ts';
import type { EndFacts } from './ends.ts';

/** More would only measure how well the queues drop. */
const usualShare = 0.9;

/**
 * A run with the rate at which it sends: of UDP nine tenths of what all ports carry where nobody said how much, of a probe at
 * most a tenth of what one port carries. Throws BondctlError `bad-input` where that is not known.
 */
export function offered(run: RunParameters, link: Link, from: EndFacts, to: EndFacts): RunParameters {
  const capacity = capacityOf(link.declared, from, to);
  if (run.class === 'probe') return heldDown(run, link, capacity);
  if (run.protocol !== 'udp' || run.offeredBps !== null) return run;
  if (capacity.source === 'unknown')
    throw unknownSpeed('UDP sends at a rate', link, 'say --rate, or declare lineRate');
  const ports = Math.min(from.usable.length, to.usable.length);
  const mtu = Math.min(from.mtu, to.mtu);
  const onePort = goodputBps(capacity.rateBps, capacity.framing, mtu, 4, 'udp');
  return { ...run, offeredBps: Math.floor(usualShare * ports * onePort) };
}

function heldDown(run: RunParameters, link: Link, capacity: PortCapacity): RunParameters {
  if (run.seconds > gentle.seconds)
    throw new BondctlError('bad-input', `A probe takes ${gentle.seconds} s; leave --seconds out.`);
  if (capacity.source === 'unknown')
    throw unknownSpeed('A probe sends a tenth of what a port carries', link, 'declare lineRate');
  const mostBps = Math.floor(gentle.shareOfPort * capacity.rateBps);
  return { ...run, offeredBps: Math.min(run.offeredBps ?? mostBps, mostBps) };
}

const unknownSpeed = (why: string, { name }: Link, advice: string): BondctlError =>
  new BondctlError('bad-input', `${why}, and the speed of a port of ${name} is unknown; ${advice}.`);
