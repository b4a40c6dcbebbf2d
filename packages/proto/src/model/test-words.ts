import type { PathProbe, PortShare, RunParameters, Spread, UdpFigures } from './linktest.ts';
import { formatEnd, type IfName } from './names.ts';

const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const ways: Readonly<Record<RunParameters['direction'], string>> = {
  forth: '',
  back: ', the way back',
  both: ', both ways at once',
};

const kinds: Readonly<Record<RunParameters['class'], string>> = {
  probe: 'a probe: ',
  measure: '',
  stress: 'stress: ',
  proof: 'a proof: ',
};

/** What was asked of a run: `4 UDP streams of 1.80 Gbit/s together for 10 s, the way back`. `rateOf` writes a rate in bit/s. */
export function runWords(asked: RunParameters, rateOf: (bps: number) => string): string {
  if (asked.streams === 0) return 'probes only';
  const { streams, seconds, protocol, offeredBps } = asked;
  const offered = offeredBps === null ? '' : ` of ${rateOf(offeredBps)}${streams === 1 ? '' : ' together'}`;
  return `${kinds[asked.class]}${many(streams, `${protocol.toUpperCase()} stream`)}${offered} for ${seconds} s${ways[asked.direction]}`;
}

/** What became of the datagrams: `12 of 43000 lost (0.03 %), jitter 0.021 ms, 3 out of order`. */
export function datagramWords({ packets, lost, jitterMs, outOfOrder }: UdpFigures): string {
  const share = packets === 0 ? '' : ` (${((100 * lost) / packets).toFixed(2)} %)`;
  const order = outOfOrder === null || outOfOrder === 0 ? '' : `, ${outOfOrder} out of order`;
  return `${lost} of ${packets} lost${share}, jitter ${jitterMs.toFixed(3)} ms${order}`;
}

/** How a probe went: `9000 bytes alpha/sync0 to beta/sync0 by eth1: 3 of 3 passed`. */
export function probeWords({ from, to, ipBytes, sent, received, complaint, port }: PathProbe): string {
  const by = port === null ? '' : ` by ${port}`;
  const said = complaint === null ? '' : ` (${complaint})`;
  return `${ipBytes} bytes ${formatEnd(from)} to ${formatEnd(to)}${by}: ${received} of ${sent} passed${said}`;
}

/** What is to be said of how the streams were spread; null where they went as planned, on all ports alike. */
export function spreadWords({ why, agrees }: Spread): string | null {
  const off = agrees === false ? 'the ports counted other shares than the hash foretells' : null;
  return why === null || off === null ? (why ?? off) : `${why}; ${off}`;
}

/** One port's part of what all ports of its end sent or received, in percent; null where they carried nothing. */
export function portPercents(
  shares: readonly PortShare[],
  way: 'txBytes' | 'rxBytes',
): readonly { readonly port: IfName; readonly percent: number | null }[] {
  const whole = shares.reduce((sum, share) => sum + share[way], 0);
  return shares.map(({ name, [way]: bytes }) => ({
    port: name,
    percent: whole === 0 ? null : (100 * bytes) / whole,
  }));
}
