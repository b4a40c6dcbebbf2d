import type { PortShare, RunFigures } from '@bondctl/proto/model/linktest';
import { formatEnd } from '@bondctl/proto/model/names';
import type { TestEvidence } from './evidence.ts';
import { figuresOf, megabytes } from './traffic.ts';

/** Others are worth a word from this share of the test's own bytes on. */
const leastShare = 0.05;
/** A frame that only acknowledges, with all options of TCP and SACK; and how many there are at most where nobody counted. */
const ackBytes = 120;
const mostAckShare = 0.12;
/** Ethernet, IPv6, TCP with its options: what a counter of a port may count of a segment besides its payload. */
const headerBytes = 14 + 40 + 32;
const usualMss = 1448;

/** Where the ports carried more than the test explains, either way at either end. */
export function strangeFacts(test: TestEvidence): readonly string[] {
  const { result } = test;
  const figures = figuresOf(test);
  // Every port of a broadcasting bond carries all.
  if (figures === null || result.mode === 'broadcast') return [];
  const { forth, back } = ownBytes(test, figures);
  const least = leastShare * Math.max(forth, back);
  const [from, to] = [formatEnd(result.from), formatEnd(result.to)];
  const counted = [
    { what: `${from} sent`, bytes: sum(result.ports.sender, 'txBytes'), own: forth },
    { what: `${to} received`, bytes: sum(result.ports.receiver, 'rxBytes'), own: forth },
    { what: `${from} received`, bytes: sum(result.ports.sender, 'rxBytes'), own: back },
    { what: `${to} sent`, bytes: sum(result.ports.receiver, 'txBytes'), own: back },
  ];
  return counted
    .filter(({ bytes, own }) => bytes - own > least)
    .map(({ what, bytes, own }) => `${what} ${megabytes(bytes)}, the test at most ${megabytes(own)} of them`);
}

/** What the test itself sent each way at most, headers, repetitions and acknowledgements included. */
function ownBytes({ result }: TestEvidence, figures: RunFigures): { forth: number; back: number } {
  const counted = Math.max(figures.retransmits ?? 0, result.vitals.sender?.tcp.retransSegs ?? 0);
  const forth = onWire({ ...figures, retransmits: counted }, figures);
  const back = figures.back === null ? 0 : onWire(figures.back, figures);
  const acks = (sent: number, counted: number | null | undefined): number =>
    figures.udp === null ? Math.max(mostAckShare * sent, ackBytes * (counted ?? 0)) : 0;
  const { sender, receiver } = result.vitals;
  return {
    forth: forth + acks(back, figures.back === null ? 0 : receiver?.tcp.inSegs),
    back: back + acks(forth, sender?.tcp.inSegs),
  };
}

function onWire(
  { sentBytes, retransmits }: Pick<RunFigures, 'sentBytes' | 'retransmits'>,
  { mss }: RunFigures,
): number {
  const payload = mss ?? usualMss;
  return (sentBytes + (retransmits ?? 0) * payload) * (1 + headerBytes / payload);
}

const sum = (ports: readonly PortShare[], way: 'txBytes' | 'rxBytes'): number =>
  ports.reduce((total, port) => total + port[way], 0);
