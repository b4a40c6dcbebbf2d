/** Two pictures of a host side by side. Pure. */

/** Any JSON value. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** Everything observable of a host's network, keyed so that the same thing has the same path in every picture. */
export type Picture = { readonly [part: string]: Value };

/** One path that is not the same in both pictures; undefined where a picture does not have it. */
export type Difference = {
  readonly path: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
};

/** A path, its parts joined by dots, that says nothing about whether a host is as it was. */
export type IgnoredField = { readonly path: RegExp; readonly reason: string };

/** The only list of what "compares whole with before" leaves out. */
export const ignoredFields: readonly IgnoredField[] = [
  {
    path: /^link\.[^.]+\.ifindex$/,
    reason: 'a number that the kernel gives once; a bond made again gets the next',
  },
  {
    path: /^addr\..*\.(valid|preferred)_life_time$/,
    reason: 'time that runs down while nobody changes anything',
  },
  {
    path: /\.(link_failure_count|Link Failure Count)$|\/bonding_slave\/link_failure_count$/,
    reason: 'a counter of the driver: history, not configuration; it starts at 0 when a port joins again',
  },
  {
    path: /[.: ](ad_aggregator_id|Aggregator ID|aggregator)$|\/(bonding_slave\/ad_aggregator_id|bonding\/ad_aggregator)$/,
    reason: 'aggregators are numbered as ports join; which ports share one is seen in the count of ports',
  },
  {
    path: /\.((Actor|Partner) Churned Count|(Actor|Partner) Churn State)$/,
    reason: 'LACP’s own account of the last minute; settles without anybody’s doing',
  },
  {
    path: /\.linkinfo\.info_(slave_)?data\.\w+_timer$/,
    reason: 'the clocks of a bridge and of its ports, which run all the time',
  },
];

/** Lists every path whose value is not the same, in order of path, without the ignored fields. */
export function comparePictures(before: Picture, after: Picture): Difference[] {
  const was = leavesOf(before);
  const is = leavesOf(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => !ignoredFields.some((field) => field.path.test(path)) && was.get(path) !== is.get(path))
    .sort()
    .map((path) => ({ path, before: was.get(path), after: is.get(path) }));
}

/** Turns a list of rows into an object by the values of some fields, so that order does not count. */
export function keyedBy(
  rows: readonly { readonly [key: string]: Value }[],
  fields: readonly string[],
): { [key: string]: Value } {
  const keyed: { [key: string]: Value } = {};
  for (const row of rows) {
    const key = fields.flatMap((field) => (row[field] === undefined ? [] : [String(row[field])])).join(' ');
    // Rows with the same key are numbered, so that none hides another.
    const twins = Object.keys(keyed).filter((other) => other === key || other.startsWith(`${key} #`)).length;
    keyed[twins === 0 ? key : `${key} #${twins + 1}`] = row;
  }
  return keyed;
}

/** The text of a /proc/net/bonding file as values: the bond's own lines, then one part for each port. */
export function sectionsOf(text: string): { [section: string]: Value } {
  const sections: { [section: string]: { [key: string]: Value } } = { bond: {} };
  let section = 'bond';
  let heading = '';
  for (const line of text.split('\n')) {
    const [, indent = '', key = '', value = ''] = /^(\s*)([^:]*):?\s*(.*)$/.exec(line) ?? [];
    if (key === 'Slave Interface') section = `port ${value}`;
    if (key === '' || key === 'Slave Interface') heading = '';
    else if (value === '' && line.endsWith(':')) heading = `${key}: `;
    const place = indent === '' ? key : `${heading}${key}`;
    if (key !== '') sections[section] = { ...sections[section], [place]: value };
  }
  return sections;
}

/** What `ethtool -k` prints of several devices, one after the other, as values by device; so too files under a heading. */
export function featuresOf(text: string): { [device: string]: Value } {
  const devices: { [device: string]: { [feature: string]: Value } } = {};
  let device = '';
  for (const line of text.split('\n')) {
    const [, feature = '', state = ''] = /^\s*([^:]+):\s*(.*)$/.exec(line) ?? [];
    if (state === '') device = /^Features for (.+):$/.exec(line)?.[1] ?? device;
    else devices[device] = { ...devices[device], [feature]: state };
  }
  return devices;
}

type Leaf = string | number | boolean | null;

/** Every value of a picture that has no parts, under its path; lists of words, such as flags, and empty parts count as one. */
function leavesOf(value: Value, path = ''): Map<string, Leaf> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]]);
  const parts = Object.entries(value);
  if (parts.every(([, part]) => typeof part === 'string') && Array.isArray(value)) {
    return new Map([[path, value.toSorted().join(' ')]]);
  }
  if (parts.length === 0) return new Map([[path, '{}']]);
  return new Map(parts.flatMap(([key, part]) => [...leavesOf(part, path === '' ? key : `${path}.${key}`)]));
}
