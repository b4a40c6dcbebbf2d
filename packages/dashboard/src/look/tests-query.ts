/** Which tests and which sweep are shown. */
export interface TestsQuery {
  /** null: of every link. */
  readonly link: string | null;
  /** null: the newest. */
  readonly sweep: string | null;
  /** Part of the names of the hosts in the heat map; empty: all. */
  readonly hosts: string;
}

/** What the address says. */
export const readTestsQuery = (query: Readonly<Record<string, string | undefined>>): TestsQuery => ({
  link: query['link'] || null,
  sweep: query['sweep'] || null,
  hosts: query['hosts'] ?? '',
});

/** The address of tests as they are shown; what is usual is left out. */
export function testsAddress({ link, sweep, hosts }: TestsQuery): string {
  const words = new URLSearchParams();
  if (link !== null) words.set('link', link);
  if (sweep !== null) words.set('sweep', sweep);
  if (hosts !== '') words.set('hosts', hosts);
  return words.size === 0 ? '/tests' : `/tests?${words.toString()}`;
}
