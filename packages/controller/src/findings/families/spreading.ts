import { hashes } from '@bondctl/proto/model/mode';
import type { TestEvidence } from '../evidence.ts';
import { sources } from '../facts.ts';
import { type Leg, legFact, legsOf } from '../legs.ts';
import { ofTests, type Rule } from '../rule.ts';
import { lossSymptoms } from '../symptoms.ts';
import {
  figuresOf,
  isOneSided,
  oneWayPolicies,
  receivedBy,
  receivedFacts,
  sentBy,
  sentFacts,
  totalOf,
} from '../traffic.ts';

/** How the streams of a run were spread over the ports. */
export const spreading = [
  {
    id: 'one-stream-one-port',
    severity: 'note',
    source: sources.bonding,
    explains: [],
    find: ofTests((test) => {
      const { mode, parameters } = test.result;
      if (!hashes(mode) || parameters.streams !== 1 || !isOneSided(sentBy(test))) return null;
      return {
        cause: `${mode} sends one stream over one port, so one stream is never faster than one port.`,
        evidence: sentFacts(test),
        advice:
          'Measure with several streams (--streams); where one stream must be faster, use balance-rr on separate legs.',
      };
    }),
  },
  {
    id: 'mode-receives-on-one-port',
    severity: 'note',
    source: sources.bonding,
    explains: ['rate-low'],
    find: ofTests((test) => {
      const { mode, parameters } = test.result;
      const isByDesign = mode === 'balance-tlb' || mode === 'balance-alb';
      if (!isByDesign || parameters.streams < 2 || figuresOf(test) === null) return null;
      return {
        cause: `${mode} serves one peer through one port, however many streams there are.`,
        evidence: [`${parameters.streams} streams`, ...receivedFacts(test)],
        advice:
          'Use 802.3ad with layer3+4, or balance-rr on separate legs, where one peer shall have more than one port.',
      };
    }),
  },
  {
    id: 'port-idle',
    severity: 'note',
    source: sources.main,
    explains: ['rate-low'],
    find: ofTests((test) => {
      const { spread, parameters, mode } = test.result;
      const idle = sentBy(test).filter(({ bytes }) => bytes < 0.05 * totalOf(sentBy(test)));
      const isChance = spread === null || spread.kind === 'unplanned';
      if (!hashes(mode) || !isChance || isBlind(test)) return null;
      if (parameters.streams < 2 || idle.length === 0 || idle.length === sentBy(test).length) return null;
      return {
        cause: `The hash of ${parameters.streams} streams leaves ${idle.map(({ port }) => port).join(' and ')} without any: that is chance, or it sees only even port numbers.`,
        evidence: [...sentFacts(test), ...(spread?.why == null ? [] : [spread.why])],
        advice: 'Measure with more streams, at least four for each port.',
      };
    }),
  },
  {
    id: 'streams-uneven',
    severity: 'note',
    source: sources.main,
    explains: [],
    find: ofTests((test) => {
      const { spread } = test.result;
      if (spread?.kind !== 'uneven' || spread.planned.length === 0 || figuresOf(test) === null) return null;
      return {
        cause: `The streams cannot be shared out evenly: ${spread.why ?? 'some ports carry one more than others'}.`,
        evidence: spread.planned.map(({ port, streams }) => `${port}: ${streams} streams`),
        advice:
          'Measure with a multiple of the number of ports, and judge unequal ports by the one with most streams.',
      };
    }),
  },
  {
    id: 'streams-went-elsewhere',
    severity: 'warning',
    source: sources.main,
    explains: ['rate-low'],
    find: ofTests(({ result: { spread, from } }) => {
      if (spread?.agrees !== false || spread.forecast.length === 0) return null;
      return {
        cause: `The kernel of ${from.host} hashes otherwise than foreseen, or others sent as well: the ports did not carry what was planned.`,
        evidence: spread.forecast.map(
          ({ port, forecastPercent, countedPercent }) =>
            `${port}: ${forecastPercent.toFixed(1)} % foreseen, ${countedPercent.toFixed(1)} % counted`,
        ),
        advice:
          'Compare with the kernel version of the host, and judge the shares of the ports by what they counted.',
      };
    }),
  },
  {
    id: 'switch-uses-one-port',
    severity: 'warning',
    source: sources.bonding,
    explains: ['rate-low'],
    find: ofTests((test) => {
      if (test.result.mode === 'balance-rr' || !isJoined(test)) return null;
      return {
        cause: `${test.result.from.host} spreads what it sends, and the switch sends all of it to ${test.result.to.host} by one port.`,
        evidence: [...sentFacts(test), ...receivedFacts(test)],
        advice: 'Set the hash of the channel at the switch to IP addresses and ports (layer 3 and 4).',
      };
    }),
  },
  {
    id: 'rr-arrives-on-one-port',
    severity: 'warning',
    source: sources.bonding,
    explains: ['rate-low', 'packets-reordered', 'reordering-slows', ...lossSymptoms],
    find: ofTests((test) => {
      if (test.result.mode !== 'balance-rr' || !isJoined(test)) return null;
      return {
        cause: 'balance-rr spreads each stream, and the switch between the ends joins it again on one port.',
        evidence: [...sentFacts(test), ...receivedFacts(test)],
        advice: 'Use direct cables, or one switch or VLAN for each leg; else 802.3ad with layer3+4.',
      };
    }),
  },
  {
    id: 'port-receives-nothing',
    severity: 'fault',
    source: sources.bonding,
    explains: [
      'port-limited',
      'streams-went-elsewhere',
      'packets-reordered',
      'reordering-slows',
      ...lossSymptoms,
    ],
    find: ofTests((test) => {
      const legs = test.link.medium === 'direct' ? legsOf(test) : [];
      const [sent, received] = [totalOf(sentBy(test)), totalOf(receivedBy(test))];
      const silent = legs.find((leg) => isSilent(leg, sent));
      // Where all of it arrived, cables only lead to other ports than their names say.
      if (silent === undefined || received > 0.95 * sent) return null;
      const { to } = test.result;
      return {
        subject: { kind: 'port', ...to, port: silent.received.port },
        cause: `${to.host} ${silent.received.port} received nothing of what was sent to it, although its link is up.`,
        evidence: legs.map((leg) => legFact(test, leg)),
        advice: `Look where ${to.host} ${silent.received.port} is plugged in, and at the VLAN of that port.`,
      };
    }),
  },
] as const satisfies readonly Rule[];

/** A policy that puts all on one port by design; another rule says so. */
const isBlind = ({ sender }: TestEvidence): boolean =>
  sender !== undefined && oneWayPolicies.includes(sender.state.xmitHashPolicy);

const isSilent = ({ sent, received }: Leg, total: number): boolean =>
  sent.bytes > 0.1 * total && received.bytes < 0.05 * sent.bytes;

/** Modes that receive by one port of whatever the switch does. */
const singleModes: readonly (string | null)[] = ['active-backup', 'balance-tlb', 'balance-alb'];

/** What left by several ports came by one. */
function isJoined(test: TestEvidence): boolean {
  const sent = sentBy(test);
  const isSpread = sent.length > 1 && sent.every(({ bytes }) => bytes > (0.5 / sent.length) * totalOf(sent));
  const isSingle = singleModes.includes(test.receiver?.state.mode ?? null);
  return test.link.medium === 'switched' && isSpread && !isSingle && isOneSided(receivedBy(test));
}
