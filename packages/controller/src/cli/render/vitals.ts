import type { TestResult } from '@bondctl/proto/model/linktest';
import { formatEnd } from '@bondctl/proto/model/names';
import type { HostVitals, PortVitals, RttFigures } from '@bondctl/proto/model/vitals';
import { table } from './table.ts';
import { counted, percent } from './units.ts';

type Row = readonly [string, string];

/** A CPU that is busy for less than this did not hold the run up. */
const busyPercent = 50;

/** What both kernels counted during a run, as far as it says something; empty when there is nothing to say. */
export function renderVitals(result: TestResult): string {
  const { vitals, latency } = result;
  const ends = [
    { name: formatEnd(result.from), vitals: vitals.sender },
    { name: formatEnd(result.to), vitals: vitals.receiver },
  ];
  const each = (title: string, sentence: (vitals: HostVitals) => string): readonly Row[] =>
    ends.flatMap(({ name, vitals }) => {
      const said = vitals === null ? '' : sentence(vitals);
      return said === '' ? [] : [[title, `${name}: ${said}`] as const];
    });
  const rows: readonly Row[] = [
    ...each('sent again', retransmitted),
    ...each('busiest CPU', busiest),
    ...each('lost or broken', losses),
    ...rtt('idle', latency?.idle ?? null),
    ...rtt('under load', latency?.loaded ?? null),
  ];
  return rows.length === 0 ? '' : `${table(['', ''], rows).replace(/^\n/, '')}\n`;
}

/** `1415 of 70000 segments, 1320 of them needless (93.3 %)`: those the other end had already. */
function retransmitted({ tcp }: HostVitals): string {
  const { retransSegs, outSegs, dsackRecv, dsackRecvSegs } = tcp;
  if (retransSegs === null || retransSegs === 0) return '';
  const again =
    outSegs === null ? counted(retransSegs, 'segment') : `${retransSegs} of ${counted(outSegs, 'segment')}`;
  const reported = dsackRecvSegs ?? dsackRecv;
  if (reported === null) return again;
  // A report may be of a segment that was sent again before the run began.
  const needless = Math.min(reported, retransSegs);
  return `${again}, ${needless} of them needless (${percent((100 * needless) / retransSegs)})`;
}

function busiest({ cpus: [first] }: HostVitals): string {
  if (first === undefined || first.busyPercent <= busyPercent) return '';
  const softirq = first.softirqPercent === null ? '' : `, ${percent(first.softirqPercent)} for the network`;
  return `CPU ${first.cpu} is busy ${percent(first.busyPercent)}${softirq}`;
}

const words: Readonly<Record<keyof Omit<PortVitals, 'name'>, string>> = {
  rxDropped: 'received and dropped',
  txDropped: 'not sent',
  rxMissedErrors: 'missed by the ring',
  rxFifoErrors: 'FIFO overruns',
  rxCrcErrors: 'CRC errors',
  rxErrors: 'receive errors',
  txErrors: 'send errors',
  carrierChanges: 'carrier changes',
};

function losses({ softnet, ports }: HostVitals): string {
  const backlog = (softnet.dropped ?? 0) === 0 ? [] : [`${softnet.dropped} dropped by a full backlog`];
  const said = Object.entries(words) as readonly (readonly [keyof typeof words, string])[];
  const ofPorts = ports.flatMap((port) => {
    const found = said.filter(([key]) => (port[key] ?? 0) > 0).map(([key, word]) => `${port[key]} ${word}`);
    return found.length === 0 ? [] : [`${port.name} ${found.join(', ')}`];
  });
  return [...backlog, ...ofPorts].join('; ');
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;

function rtt(when: string, figures: RttFigures | null): readonly Row[] {
  if (figures === null) return [];
  const lost = figures.lost === 0 ? '' : `, ${figures.lost} of ${figures.count + figures.lost} lost`;
  return [[`RTT ${when}`, `half within ${ms(figures.p50Ms)}, 99 % within ${ms(figures.p99Ms)}${lost}`]];
}
