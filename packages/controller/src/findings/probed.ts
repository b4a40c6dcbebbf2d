import { isSwallowed, type PathProbe } from '@bondctl/proto/model/linktest';
import { formatEnd } from '@bondctl/proto/model/names';

/** What was asked of one leg from one end: whole packets, and small ones where those got lost. */
export interface Asked {
  readonly whole: PathProbe;
  readonly small: PathProbe | null;
}

const sameLeg = (one: PathProbe, other: PathProbe): boolean =>
  one.from.host === other.from.host && one.port === other.port;

/** Every leg that was asked. Of probes that were repeated the last one counts. */
export function askedOf(probes: readonly PathProbe[]): readonly Asked[] {
  const last = probes.filter(
    (one, at) => !probes.slice(at + 1).some((later) => sameLeg(one, later) && later.ipBytes === one.ipBytes),
  );
  const largest = Math.max(0, ...last.map(({ ipBytes }) => ipBytes));
  return last
    .filter(({ ipBytes, sent }) => ipBytes === largest && sent > 0)
    .map((whole) => ({
      whole,
      small: last.find((one) => one.ipBytes < largest && sameLeg(one, whole)) ?? null,
    }));
}

/** Whether packets of the whole size got lost. */
export const failing = ({ whole }: Asked): boolean => isSwallowed(whole);

/** Whether even small packets got lost. */
export const smallLost = ({ small }: Asked): boolean => small !== null && isSwallowed(small);

/** Legs that lose whole packets beside others that do not; a probe that takes all legs in turn loses a part of them. */
export function narrowLegs(asked: readonly Asked[]): readonly Asked[] {
  const narrow = asked.filter((one) => failing(one) && !smallLost(one) && one.whole.complaint === null);
  return narrow.filter(
    ({ whole }) =>
      whole.received > 0 ||
      asked.some((other) => other.whole.from.host === whole.from.host && other.whole.received > 0),
  );
}

/** `alpha eth2 and beta eth2`, or words for what is not known. */
export function deadPorts(asked: readonly Asked[]): string {
  const named = asked.flatMap(({ whole: { from, port } }) => (port === null ? [] : [`${from.host} ${port}`]));
  return named.length === 0 ? 'each port' : named.join(' and ');
}

/** `ping alpha/sync0 to beta/sync0 by eth2: 0 of 4 packets of 9000 bytes arrived` */
export function probeFact({ from, to, port, received, sent, ipBytes, complaint }: PathProbe): string {
  const by = port === null ? '' : ` by ${port}`;
  const said = complaint === null ? '' : `, ${complaint}`;
  return `ping ${formatEnd(from)} to ${formatEnd(to)}${by}: ${received} of ${sent} packets of ${ipBytes} bytes arrived${said}`;
}
