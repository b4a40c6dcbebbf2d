import type { HostId } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';

type Ended = Pick<Link, 'name' | 'ends'>;

/**
 * Links in rounds in which no host appears twice. Every pair of N hosts takes N-1 rounds, N when N is odd, which is the
 * least possible (the circle method); other sets take at most twice the busiest host's number of links.
 */
export function roundsOf<L extends Ended>(links: readonly L[]): readonly (readonly L[])[] {
  const hosts = [...new Set(links.flatMap((link) => link.ends.map((end) => end.host)))].sort();
  const ordered = links.toSorted((a, b) => circleRound(hosts, a) - circleRound(hosts, b));
  const rounds: L[][] = [];
  for (const link of ordered) {
    const free = rounds.find((round) => !round.some((other) => shareHost(other, link)));
    if (free === undefined) rounds.push([link]);
    else free.push(link);
  }
  return rounds;
}

const shareHost = (a: Ended, b: Ended): boolean =>
  a.ends.some((one) => b.ends.some((other) => one.host === other.host));

/** The round in which the circle method pairs these two: all but the last host turn around it. */
function circleRound(hosts: readonly HostId[], { ends }: Ended): number {
  const turning = hosts.length % 2 === 0 ? hosts.length - 1 : hosts.length;
  const [a, b] = ends.map((end) => hosts.indexOf(end.host)).sort((x, y) => x - y);
  if (a === undefined || b === undefined || turning < 1) return 0;
  return b === turning ? (2 * a) % turning : (a + b) % turning;
}

/** Which of the tests under way has one of the link's hosts; undefined when both are free. */
export function conflict<T extends { readonly link: Ended }>(
  running: Iterable<T>,
  link: Ended,
): T | undefined {
  for (const test of running) if (shareHost(test.link, link)) return test;
  return undefined;
}
