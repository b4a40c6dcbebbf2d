import type { FindingSubject } from '@bondctl/proto/model/finding';
import type { IfName } from '@bondctl/proto/model/names';
import type { TestEvidence } from './evidence.ts';
import { type Carried, megabytes, percentOf, receivedBy, sentBy } from './traffic.ts';

/** Both ends of one leg: what its port sent, and what its far port received. */
export interface Leg {
  readonly sent: Carried;
  readonly received: Carried;
}

/**
 * The legs of a link on which each port reaches one far port: cables, and a switch for each leg under balance-rr. Ports are
 * matched by name, else by place. Empty where a switch chooses, or where the ports are not equally many.
 */
export function legsOf(test: TestEvidence): readonly Leg[] {
  const [sent, received] = [sentBy(test), receivedBy(test)];
  const isApart = test.link.medium === 'direct' || test.result.mode === 'balance-rr';
  if (!isApart || sent.length !== received.length || sent.length < 2) return [];
  const names = new Set(received.map(({ port }) => port));
  const byName = sent.every(({ port }) => names.has(port));
  return sent.flatMap((one, place) => {
    const far = byName ? received.find(({ port }) => port === one.port) : received[place];
    return far === undefined ? [] : [{ sent: one, received: far }];
  });
}

/** A port, how people call it, and what was read of it. */
export interface NamedPort {
  readonly subject: FindingSubject;
  readonly name: string;
  readonly facts: readonly string[];
}

const leastLost = 0.003;
/** Drivers count frames differently, but both legs of a bond alike. */
const timesMore = 3;

/** The port of the sending end from which clearly more got lost than from its sisters; null where the counters do not show it. */
export function losingPort(test: TestEvidence): NamedPort | null {
  const legs = legsOf(test).map((leg) => ({ ...leg, lost: lostOf(leg) }));
  // A leg that received more than was sent to it is no leg: cables are not where the names say.
  if (legs.some(({ lost }) => lost < -leastLost) || legs.some(({ sent }) => sent.bytes < leastBytes))
    return null;
  const [worst, next] = legs.toSorted((a, b) => b.lost - a.lost);
  if (worst === undefined || next === undefined || worst.lost > mostLost) return null;
  if (worst.lost < leastLost || worst.lost < timesMore * next.lost) return null;
  return { ...namedPort(test, worst.sent.port), facts: legs.map((leg) => legFact(test, leg)) };
}

/** A leg that loses half of everything leads elsewhere. */
const mostLost = 0.5;
const leastBytes = 1e6;

const lostOf = ({ sent, received }: Leg): number =>
  sent.bytes === 0 ? 0 : (sent.bytes - received.bytes) / sent.bytes;

/** `alpha eth1: sent 60.0 MB, beta eth1 received 59.4 MB (1.00 % less)` */
export function legFact({ result: { from, to } }: TestEvidence, { sent, received }: Leg): string {
  const less =
    sent.bytes > received.bytes ? ` (${percentOf(sent.bytes - received.bytes, sent.bytes)} less)` : '';
  return `${from.host} ${sent.port}: sent ${megabytes(sent.bytes)}, ${to.host} ${received.port} received ${megabytes(received.bytes)}${less}`;
}

/** A port of the sending end. */
export const namedPort = ({ result: { from } }: TestEvidence, port: IfName): Omit<NamedPort, 'facts'> => ({
  subject: { kind: 'port', ...from, port },
  name: `${from.host} ${port}`,
});
