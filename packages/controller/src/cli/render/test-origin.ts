import type { IperfRun } from '@bondctl/proto/model/linktest';
import { type End, formatEnd } from '@bondctl/proto/model/names';
import type { TestView } from '@bondctl/proto/model/view';
import type { HostSurroundings, InterfaceSurroundings } from '@bondctl/proto/model/vitals';
import { table } from './table.ts';
import { time } from './units.ts';

type Row = readonly [name: string, value: string];

/** What a test depended on and how it was carried out: when, the hosts, their interfaces, both command lines. */
export function renderOrigin(view: TestView): string {
  const { from, to, surroundings, documents } = view.result;
  const [ofFrom, ofTo] = policiesOf(view);
  const rows: readonly Row[] = [
    ['measured at', time(view.atUnixMs)],
    ...endRows(from, surroundings.sender, documents.client, ofFrom),
    ...endRows(to, surroundings.receiver, documents.server, ofTo),
    ...commandRows(documents.client),
    ...commandRows(documents.server),
  ];
  return `\n${table(['', ''], rows).replace(/^\n/, '')}`;
}

/** The transmit policies of sender and receiver; parameters are kept in the link's order. */
function policiesOf({ comparison }: TestView): readonly (string | null)[] {
  const { ends, direction } = comparison?.parameters ?? { ends: [], direction: 'forth' };
  const policies = ends.map(({ transmitPolicy }) => transmitPolicy);
  return direction === 'back' ? policies.toReversed() : policies;
}

function endRows(
  end: End,
  seen: HostSurroundings | null,
  run: IperfRun | null,
  policy: string | null = null,
): readonly Row[] {
  const kernel = seen?.kernel == null ? [] : [`kernel ${seen.kernel}`];
  const iperf3 = run === null ? [] : [`iperf3 ${run.version}`];
  const words = [...kernel, ...iperf3, ...(policy === null ? [] : [`transmit policy ${policy}`])];
  return [
    ...(words.length === 0 ? [] : [[formatEnd(end), words.join(', ')] as const]),
    ...(seen?.interfaces ?? []).map((one): Row => [`${formatEnd(end)} ${one.name}`, interfaceWords(one)]),
  ];
}

function interfaceWords({ driver, offloads }: InterfaceSurroundings): string {
  const known = Object.entries(offloads ?? {}).filter(([, on]) => on !== null);
  const said = known.map(([name, on]) => `${name} ${on ? 'on' : 'off'}`);
  return [...(driver === null ? [] : [driver]), ...(said.length === 0 ? ['offloads unknown'] : said)].join(
    ', ',
  );
}

const endings = {
  finished: '',
  watchdog: ' (ended by the watchdog)',
  cancelled: ' (cancelled)',
  disturbed: ' (broken off for others)',
} as const;

const commandRows = (run: IperfRun | null): readonly Row[] =>
  run === null ? [] : [[run.role, `${run.command.join(' ')}${endings[run.ending]}`]];
