import type { PortShare, RunFigures } from '@bondctl/proto/model/linktest';
import { formatEnd, type HostId, type IfName } from '@bondctl/proto/model/names';
import type { HostVitals, RttFigures } from '@bondctl/proto/model/vitals';
import type { TestEvidence } from './evidence.ts';

/** Policies under which all that goes to one host leaves by one port. */
export const oneWayPolicies: readonly (string | null)[] = ['layer2', 'layer2+3'];

/** What a run measured; null where none gave a figure. */
export const figuresOf = ({ result: { run } }: TestEvidence): RunFigures | null =>
  run?.ok ? run.figures : null;

/** One end of a test: its name, and what its kernel counted. */
export interface EndVitals {
  readonly host: HostId;
  readonly name: string;
  readonly vitals: HostVitals;
}

/** The ends that were watched, the sender first. */
export function watchedEnds({ result: { from, to, vitals } }: TestEvidence): readonly EndVitals[] {
  const ends = [
    { end: from, seen: vitals.sender },
    { end: to, seen: vitals.receiver },
  ];
  return ends.flatMap(({ end, seen }) =>
    seen === null ? [] : [{ host: end.host, name: formatEnd(end), vitals: seen }],
  );
}

/** A rate is clearly below what the configuration can do where it misses a tenth of it. */
const clearlyBelowPercent = 90;

/** Whether something held the run up. Where nobody knows what is possible, it may have. */
export const isHeldUp = (test: TestEvidence): boolean =>
  figuresOf(test) !== null && (test.judgement.percentOfConfiguration ?? 0) < clearlyBelowPercent;

/** `received 61.2 of at most 200.0 Mbit/s` */
export function rateFact({ judgement: { ceilingBps } }: TestEvidence, { receivedBps }: RunFigures): string {
  const most = ceilingBps === null ? '' : ` of at most ${megabits(ceilingBps)}`;
  return `iperf3: received ${megabits(receivedBps)}${most} Mbit/s`;
}

const megabits = (bps: number): string => (bps / 1e6).toFixed(1);

/** `12.1 MB` */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** `0.42 %` */
export const percentOf = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

/** What a port carried of what all ports of its end did. */
export interface Carried {
  readonly port: IfName;
  readonly bytes: number;
}

/** What the ports of the sending end sent. */
export const sentBy = ({ result }: TestEvidence): readonly Carried[] =>
  carried(result.ports.sender, 'txBytes');

/** What the ports of the receiving end received. */
export const receivedBy = ({ result }: TestEvidence): readonly Carried[] =>
  carried(result.ports.receiver, 'rxBytes');

const carried = (shares: readonly PortShare[], way: 'txBytes' | 'rxBytes'): readonly Carried[] =>
  shares.map((share) => ({ port: share.name, bytes: share[way] }));

/** The bytes of all. */
export const totalOf = (ports: readonly Carried[]): number =>
  ports.reduce((sum, { bytes }) => sum + bytes, 0);

/** `alpha/sync0 eth1: sent 12.1 MB of 130.0 MB` */
export const sentFacts = (test: TestEvidence): readonly string[] =>
  carriedFacts(formatEnd(test.result.from), 'sent', sentBy(test));

/** `beta/sync0 eth1: received 12.1 MB of 130.0 MB` */
export const receivedFacts = (test: TestEvidence): readonly string[] =>
  carriedFacts(formatEnd(test.result.to), 'received', receivedBy(test));

const carriedFacts = (end: string, word: string, ports: readonly Carried[]): readonly string[] =>
  ports.map(
    ({ port, bytes }) => `${end} ${port}: ${word} ${megabytes(bytes)} of ${megabytes(totalOf(ports))}`,
  );

/** Whether nearly all went by one port although there were more. */
export function isOneSided(ports: readonly Carried[]): boolean {
  const total = totalOf(ports);
  return ports.length > 1 && total > 0 && ports.some(({ bytes }) => bytes > 0.95 * total);
}

/** `ping during the run: 3 of 50 lost` */
export const pingFact = (when: string, { lost, count }: RttFigures): string =>
  `ping ${when} the run: ${lost} of ${lost + count} lost`;
