import type { ComparedParameters, EndParameters } from '@bondctl/proto/model/compared';

/** A parameter by its name in words, and its value in words. */
type Row = readonly [name: string, value: string];

/** The first 12 digits of the parameters' digest. `digestOf` makes the hex digits of SHA-256 of a text. */
export function parameterHash(parameters: ComparedParameters, digestOf: (text: string) => string): string {
  const [first, second] = parameters.ends;
  // The rows are those that `differencesBetween` compares: another hash always has a difference that can be named.
  return digestOf(JSON.stringify([testRows(parameters), endRows(first), endRows(second)])).slice(0, 12);
}

/** Which parameters of two results differ, in words: `mtu 1500 / 9000`. Empty when the results are comparable. */
export function differencesBetween(one: ComparedParameters, other: ComparedParameters): readonly string[] {
  const first = changes(endRows(one.ends[0]), endRows(other.ends[0]));
  const second = changes(endRows(one.ends[1]), endRows(other.ends[1]));
  const both = first.filter((change) => second.some((same) => isSame(change, same)));
  const alone = (list: readonly Row[]) => list.filter((row) => !both.some((same) => isSame(row, same)));
  return [
    ...[...changes(testRows(one), testRows(other)), ...both].map(([name, values]) => `${name} ${values}`),
    ...alone(first).map(([name, values]) => `${name} at the first end ${values}`),
    ...alone(second).map(([name, values]) => `${name} at the second end ${values}`),
  ];
}

const isSame = (a: Row, b: Row): boolean => a[0] === b[0] && a[1] === b[1];

const testRows = ({ streams, seconds, protocol, direction }: ComparedParameters): readonly Row[] => [
  ['streams', String(streams)],
  ['seconds', String(seconds)],
  ['protocol', protocol],
  ['direction', direction],
];

const endRows = (end: EndParameters): readonly Row[] => [
  ['mode', end.mode],
  ['transmit policy', end.transmitPolicy ?? 'none'],
  ['mtu', String(end.mtu)],
  ['kernel', end.kernel],
  [
    'drivers',
    end.drivers === null
      ? unknown
      : inOrder(end.drivers)
          .map((row) => row.join(' '))
          .join(', '),
  ],
  ['iperf3', end.iperf3],
  ...inOrder(end.offloads ?? {}).map(([name, on]): Row => [`offload ${name}`, on ? 'on' : 'off']),
];

const unknown = 'unknown';

/** Whoever wrote the keys, in whatever order. */
const inOrder = <V>(record: Readonly<Record<string, V>>): readonly (readonly [string, V])[] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** The rows whose values differ, with both values. */
function changes(one: readonly Row[], other: readonly Row[]): readonly Row[] {
  const [before, after] = [new Map(one), new Map(other)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => [name, `${before.get(name) ?? unknown} / ${after.get(name) ?? unknown}`]);
}
