import type { FindingSubject } from '@bondctl/proto/model/finding';
import type { PortVitals } from '@bondctl/proto/model/vitals';
import type { TestEvidence } from '../evidence.ts';
import { firstOf } from '../facts.ts';
import { ofTests, type Rule, type Said } from '../rule.ts';
import { lossSymptoms, shareSymptoms } from '../symptoms.ts';
import { type EndVitals, watchedEnds } from '../traffic.ts';

const counted = 'https://docs.kernel.org/networking/statistics.html';

/** What the ports themselves counted while a test ran. */
export const counters = [
  {
    id: 'carrier-changed',
    severity: 'fault',
    source: counted,
    explains: ['port-changing', ...lossSymptoms, ...shareSymptoms],
    find: ofTests((test) =>
      portSaid(test, ['carrierChanges'], 0, (port) => ({
        cause: `The link of ${port} went or came while the test ran.`,
        advice: `Replace cable or transceiver of ${port}; behind a switch that forwards late, set updelay.`,
      })),
    ),
  },
  {
    id: 'crc-errors',
    severity: 'warning',
    source: counted,
    explains: lossSymptoms,
    find: ofTests((test) =>
      portSaid(test, ['rxCrcErrors'], 0, (port) => ({
        cause: `${port} received damaged frames, and threw them away.`,
        advice: `Replace the cable or the transceivers at both ends of ${port}.`,
      })),
    ),
  },
  {
    id: 'ring-overrun',
    severity: 'warning',
    source: counted,
    explains: lossSymptoms,
    find: ofTests((test) =>
      portSaid(test, ['rxMissedErrors', 'rxFifoErrors'], 0, (port) => ({
        cause: `${port} had no room for frames that came: its ring is small, or nobody empties it in time.`,
        advice:
          'Enlarge the ring (ethtool -G), and look at the CPU that serves it and at the width of the slot.',
      })),
    ),
  },
  {
    id: 'port-drops',
    severity: 'warning',
    source: counted,
    explains: lossSymptoms,
    find: ofTests((test) =>
      // What stands by throws away what it receives, as it shall.
      test.result.mode === 'active-backup'
        ? null
        : portSaid(test, ['rxDropped', 'txDropped'], fewDrops(test), (port) => ({
            cause: `The kernel threw away packets of ${port}.`,
            advice: `Look where: tc -s qdisc show, ethtool -S, and whether somebody else's packets are meant.`,
          })),
    ),
  },
] as const satisfies readonly Rule[];

/** Packets that nobody wants are dropped everywhere: only more than a thousandth of the test's is worth a word. */
const fewDrops = (test: TestEvidence): number =>
  Math.max(
    10,
    ...watchedEnds(test).map(({ vitals: { tcp } }) => 0.001 * Math.max(tcp.inSegs ?? 0, tcp.outSegs ?? 0)),
  );

type Counter = keyof Omit<PortVitals, 'name'>;

const words: Readonly<Partial<Record<Counter, string>>> = {
  carrierChanges: 'carrier changes',
  rxCrcErrors: 'CRC errors',
  rxMissedErrors: 'frames missed',
  rxFifoErrors: 'FIFO overruns',
  rxDropped: 'received and dropped',
  txDropped: 'not sent',
};

type Words = Pick<Said, 'cause' | 'advice'>;

/** Says it of the first port of which some counter rose by more than `most`, with what all such ports counted. */
function portSaid(
  test: TestEvidence,
  keys: readonly Counter[],
  most: number,
  say: (port: string) => Words,
): (Said & { readonly subject: FindingSubject }) | null {
  const found = watchedEnds(test).flatMap((end) =>
    end.vitals.ports
      .filter((port) => keys.some((key) => (port[key] ?? 0) > most))
      .map((port) => ({ end, port })),
  );
  const [first] = found;
  if (first === undefined) return null;
  const { bond } = test.result.from.host === first.end.host ? test.result.from : test.result.to;
  return {
    subject: { kind: 'port', host: first.end.host, bond, port: first.port.name },
    ...say(`${first.end.host} ${first.port.name}`),
    evidence: firstOf(found.flatMap(({ end, port }) => countFacts(end, port, keys))),
  };
}

const countFacts = ({ name }: EndVitals, port: PortVitals, keys: readonly Counter[]): readonly string[] =>
  keys.flatMap((key) => ((port[key] ?? 0) > 0 ? [`${name} ${port.name}: ${port[key]} ${words[key]}`] : []));
