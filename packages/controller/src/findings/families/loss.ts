import type { RttFigures } from '@bondctl/proto/model/vitals';
import type { TestEvidence } from '../evidence.ts';
import { firstOf } from '../facts.ts';
import { losingPort } from '../legs.ts';
import { ofTests, type Rule, type Said } from '../rule.ts';
import { isLoss, isReordering, maybeLoss, sentAgain, sentAgainFact } from '../segments.ts';
import { figuresOf, percentOf, pingFact, rateFact } from '../traffic.ts';

const snmp = 'https://docs.kernel.org/networking/snmp_counter.html';

/** Packets that get lost, and packets that only come in another order. */
export const loss = [
  {
    id: 'packets-lost',
    severity: 'fault',
    source: snmp,
    explains: ['pings-lost', 'tcp-timeouts', 'rate-low', 'packets-reordered', 'reordering-slows'],
    find: ofTests((test) => {
      const port = losingPort(test);
      const facts = [...(port?.facts ?? []), ...lossFacts(test)];
      if (facts.length === 0) return null;
      return {
        ...(port === null ? {} : { subject: port.subject }),
        cause: `Packets get lost on the way${port === null ? '' : ` by ${port.name}`}: they did not come in another order, they did not come.`,
        evidence: firstOf([...facts, ...pingFacts(test)]),
        advice:
          'Look at cables, transceivers, and the buffers and flow control of the switch, one leg at a time.',
      };
    }),
  },
  {
    id: 'pings-lost',
    severity: 'warning',
    source: 'https://docs.kernel.org/networking/bonding.html',
    explains: [],
    find: ofTests((test) => {
      const facts = pingFacts(test);
      if (facts.length === 0) return null;
      return {
        cause: 'Small packets of the host itself got lost beside the test.',
        evidence: facts,
        advice: 'Test again; where it stays, test each leg alone: one of them may be dead and still in use.',
      };
    }),
  },
  {
    id: 'packets-reordered',
    severity: 'note',
    source: 'https://docs.kernel.org/networking/ip-sysctl.html',
    explains: [],
    find: ofTests((test) => (isSlowed(test) ? null : reordered(test))),
  },
  {
    id: 'reordering-slows',
    severity: 'warning',
    source: 'https://docs.kernel.org/networking/ip-sysctl.html',
    explains: ['rate-low'],
    find: ofTests((test) => (isSlowed(test) ? reordered(test) : null)),
  },
  {
    id: 'tcp-timeouts',
    severity: 'note',
    source: snmp,
    explains: [],
    find: ofTests((test) => {
      const timeouts = test.result.vitals.sender?.tcp.timeouts ?? 0;
      if (timeouts < manyTimeouts || isStalled(test)) return null;
      return {
        cause: 'TCP waited in vain for answers, and stood still until its timer ran out.',
        evidence: [`TCP of ${test.result.from.host}: ${timeouts} timeouts`],
        advice:
          'Look for what loses several packets in a row: a leg that is dead, or a queue that is too short.',
      };
    }),
  },
  {
    id: 'tcp-stalled',
    severity: 'fault',
    source: 'https://www.rfc-editor.org/rfc/rfc2923',
    explains: ['tcp-timeouts', 'rate-low', 'packets-lost', 'pings-lost', 'test-void'],
    find: ofTests((test) => {
      const { timeouts = null, mtuProbeFail = null } = test.result.vitals.sender?.tcp ?? {};
      if (!isStalled(test) || (timeouts ?? 0) + (mtuProbeFail ?? 0) === 0) return null;
      return {
        cause: 'TCP connects and then nothing arrives, as on a path that swallows large packets.',
        evidence: [
          `TCP of ${test.result.from.host}: ${timeouts ?? 0} timeouts, ${mtuProbeFail ?? 0} MTU probes failed`,
        ],
        advice:
          'Expect pathMtu of the link and test again; net.ipv4.tcp_mtu_probing=1 is a crutch until the MTU is right.',
      };
    }),
  },
] as const satisfies readonly Rule[];

const manyTimeouts = 3;
/** What fits into the first window says nothing of the path. */
const fewBytes = 256 * 1024;

function isStalled({ result: { run } }: TestEvidence): boolean {
  if (run === null) return false;
  return run.ok ? run.figures.receivedBytes < fewBytes : run.fault === 'no-data' || run.fault === 'watchdog';
}

/** Two ports half as fast as they are together are as fast as one. */
const slowedPercent = 60;

const isSlowed = ({ judgement }: TestEvidence): boolean =>
  judgement.percentOfConfiguration !== null && judgement.percentOfConfiguration < slowedPercent;

function reordered(test: TestEvidence): Said | null {
  const again = sentAgain(test);
  const figures = figuresOf(test);
  if (again === null || figures === null || !isReordering(again)) return null;
  const isRoundRobin = test.result.mode === 'balance-rr';
  return {
    cause: `Packets came in another order than they were sent, and TCP sent some again that were not lost${isRoundRobin ? '; balance-rr does that' : ''}.`,
    evidence: [sentAgainFact(test.result.from.host, again), rateFact(test, figures)],
    advice: isRoundRobin
      ? 'Raise the MTU to 9000, or net.ipv4.tcp_reordering to 127; where it costs too much, use 802.3ad with layer3+4 and several streams.'
      : 'Look for what sends one stream over several ways: tlb_dynamic_lb=1, or a switch that spreads by packet.',
  };
}

/** Segments or datagrams that were lost; where TCP alone does not tell, with pings that were lost too. */
function lossFacts(test: TestEvidence): readonly string[] {
  const again = sentAgain(test);
  const { host } = test.result.from;
  if (again !== null && (isLoss(again) || (pingFacts(test).length > 0 && maybeLoss(again))))
    return [sentAgainFact(host, again)];
  return datagramsLost(test);
}

/** Datagrams of a run that offered clearly less than fits. */
function datagramsLost(test: TestEvidence): readonly string[] {
  const { udp = null } = figuresOf(test) ?? {};
  const offered = test.result.parameters.offeredBps ?? Number.POSITIVE_INFINITY;
  const isRoom = offered < 0.9 * (test.judgement.ceilingBps ?? 0);
  if (udp === null || !isRoom || udp.lost < 0.002 * udp.packets) return [];
  return [`iperf3: ${udp.lost} of ${udp.packets} datagrams lost (${percentOf(udp.lost, udp.packets)})`];
}

/** One lost ping may be the last one, which nobody waited for. */
const isMany = (figures: RttFigures | null | undefined): figures is RttFigures =>
  figures !== null && figures !== undefined && figures.lost > Math.max(1, 0.01 * figures.count);

function pingFacts({ result: { latency } }: TestEvidence): readonly string[] {
  const { idle, loaded } = latency ?? {};
  return [
    ...(isMany(idle) ? [pingFact('before', idle)] : []),
    ...(isMany(loaded) ? [pingFact('during', loaded)] : []),
  ];
}
