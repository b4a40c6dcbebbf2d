import { hashes } from '@bondctl/proto/model/mode';
import type { TestEvidence } from '../evidence.ts';
import { sources } from '../facts.ts';
import { namedPort } from '../legs.ts';
import { ofTests, type Rule } from '../rule.ts';
import { isReordering, sentAgain, sentAgainFact } from '../segments.ts';
import { delaySymptoms, lossSymptoms } from '../symptoms.ts';
import { type Carried, figuresOf, isHeldUp, rateFact, sentBy, sentFacts } from '../traffic.ts';
import { twoWays } from '../two-ways.ts';

/** A leg that is slower than its sisters, and a link that is slower than it could be. */
export const slow = [
  {
    id: 'port-limited',
    severity: 'fault',
    source: sources.bonding,
    explains: [...delaySymptoms, ...lossSymptoms],
    find: ofTests((test) => {
      const slowest = limitedPort(test);
      if (slowest === null) return null;
      const { subject, name } = namedPort(test, slowest.port);
      return {
        subject,
        cause: `${name} carried far less than the other ports, although as many streams left by it: something limits that leg.`,
        evidence: [...sentFacts(test), ...plannedFacts(test)],
        advice: `Look at the speed of ${name} and of its far end, at shapers (tc qdisc show dev ${slowest.port}) and at the switch port.`,
      };
    }),
  },
  {
    id: 'leg-delayed',
    severity: 'fault',
    source: 'https://docs.kernel.org/networking/ip-sysctl.html',
    explains: [...delaySymptoms, ...lossSymptoms],
    find: ofTests((test) => {
      const ways = twoWays(test);
      if (ways === null) return null;
      const again = sentAgain(test);
      return {
        cause: `Packets take ${ways.fastMs.toFixed(1)} ms by one leg and ${ways.slowMs.toFixed(1)} ms by another, so those of one stream overtake each other.`,
        evidence: [
          ways.fact,
          ...(again !== null && isReordering(again) ? [sentAgainFact(test.result.from.host, again)] : []),
        ],
        advice:
          'Find the leg that is slower (a longer way, a busy switch, a shaper), or use 802.3ad, which keeps each stream on one leg.',
      };
    }),
  },
  {
    id: 'rate-low',
    severity: 'warning',
    source: sources.bonding,
    explains: [],
    find: ofTests((test) => {
      const figures = figuresOf(test);
      const percent = test.judgement.percentOfConfiguration;
      if (figures === null || figures.udp !== null || percent === null || percent >= lowPercent) return null;
      if (isChance(test) || isReordered(test)) return null;
      return {
        cause: `Only ${percent.toFixed(0)} % of what this configuration can do arrived.`,
        evidence: [rateFact(test, figures)],
        advice:
          'Test the other way and with more streams, and look at the CPUs of both hosts while the test runs.',
      };
    }),
  },
  {
    id: 'latency-under-load',
    severity: 'note',
    source: 'https://www.rfc-editor.org/rfc/rfc8289',
    explains: [],
    find: ofTests(({ result: { latency } }) => {
      const { idle = null, loaded = null } = latency ?? {};
      if (idle === null || loaded === null || loaded.lost > 0) return null;
      if (loaded.p50Ms < timesIdle * idle.p50Ms || loaded.p50Ms - idle.p50Ms < muchMs) return null;
      return {
        cause: 'Answers take much longer under load than on the idle link: packets wait in a queue.',
        evidence: [
          `ping before the run: half within ${idle.p50Ms.toFixed(2)} ms`,
          `ping during the run: half within ${loaded.p50Ms.toFixed(2)} ms`,
        ],
        advice: 'Use fq or fq_codel on the ports if latency matters; bonding never makes it less.',
      };
    }),
  },
] as const satisfies readonly Rule[];

/** Below this share of the ceiling something is wrong (link-testing.md 5e). */
const lowPercent = 70;
const timesIdle = 10;
const muchMs = 5;
/** A port that carries less than this share of what it should is limited. */
const limitedShare = 0.4;

/** Where the hash was not steered, less may be chance. */
const isChance = ({ result: { mode, spread, parameters } }: TestEvidence): boolean =>
  hashes(mode) && parameters.streams > 1 && (spread === null || spread.kind === 'unplanned');

function isReordered(test: TestEvidence): boolean {
  const again = sentAgain(test);
  return again !== null && isReordering(again);
}

/** The port that carried least of its streams' share; ports are filled by one stream, or starve all streams alike. */
function limitedPort(test: TestEvidence): Carried | null {
  const { spread } = test.result;
  if (spread === null || spread.agrees === false || !isHeldUp(test)) return null;
  const streamsOf = ({ port }: Carried): number =>
    spread.planned.find((one) => one.port === port)?.streams ?? 0;
  const used = sentBy(test).filter((one) => streamsOf(one) > 0);
  const mostStreams = Math.max(...used.map(streamsOf));
  const mostBytes = Math.max(...used.map(({ bytes }) => bytes));
  const shareOf = (one: Carried): number => (one.bytes * mostStreams) / (streamsOf(one) * mostBytes);
  const [least] = used.toSorted((a, b) => shareOf(a) - shareOf(b));
  return least !== undefined && shareOf(least) < limitedShare ? least : null;
}

const plannedFacts = ({ result: { spread } }: TestEvidence): readonly string[] =>
  spread?.planned.map(({ port, streams }) => `planned: ${streams} streams by ${port}`) ?? [];
