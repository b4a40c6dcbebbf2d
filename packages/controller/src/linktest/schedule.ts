import type { Link } from '@bondctl/proto/model/spec';

type Ended = Pick<Link, 'name' | 'ends'>;

/** Whether a host is at an end of both. */
export const shareHost = (a: Ended, b: Ended): boolean =>
  a.ends.some((one) => b.ends.some((other) => one.host === other.host));

/** Which of the tests under way has one of the link's hosts; undefined when both are free. */
export function conflict<T extends { readonly link: Ended }>(
  running: Iterable<T>,
  link: Ended,
): T | undefined {
  for (const test of running) if (shareHost(test.link, link)) return test;
  return undefined;
}
