import { hashes } from '@bondctl/proto/model/mode';
import type { BondEvidence, TestEvidence } from '../evidence.ts';
import { distinct, firstOf, nameOf, portFact, portsUp, procFact, sources } from '../facts.ts';
import { ofBonds, type Rule, type Said } from '../rule.ts';
import { figuresOf, oneWayPolicies, sentFacts } from '../traffic.ts';

/** Configurations that work as configured and do not give what is expected of them. */
export const choice = [
  {
    id: 'policy-cannot-split',
    severity: 'note',
    source: sources.bonding,
    explains: ['probes-reach-one-port', 'port-idle', 'rate-low'],
    find: (evidence) => ofBonds((bond) => cannotSplit(bond, evidence.tests))(evidence),
  },
  {
    id: 'rr-over-switch',
    severity: 'warning',
    source: sources.bonding,
    explains: ['rr-arrives-on-one-port', 'packets-reordered', 'reordering-slows', 'rate-low'],
    find: ofBonds((bond) => {
      const link = bond.links.find(({ medium }) => medium === 'switched');
      if (bond.state.mode !== 'balance-rr' || link === undefined) return null;
      return {
        cause: `balance-rr over a switch: without a channel the MAC address flaps from port to port, with one the switch sends each stream through one port.`,
        evidence: [procFact(bond, 'mode balance-rr'), `spec of ${link.name}: medium switched`],
        advice: 'Use direct cables or one switch or VLAN for each port; else 802.3ad with layer3+4.',
      };
    }),
  },
  {
    id: 'active-backup-no-primary',
    severity: 'warning',
    source: sources.bonding,
    explains: [],
    find: ofBonds((bond) => {
      const known = portsUp(bond).filter(({ state }) => state.speedMbps !== null);
      if (bond.state.mode !== 'active-backup' || (bond.state.primary?.port ?? null) !== null) return null;
      if (distinct(known.map(({ state }) => state.speedMbps)).length < 2) return null;
      return {
        cause: `${nameOf(bond)} stays on its slower port after a failure, because no port is preferred.`,
        evidence: [
          procFact(bond, 'no primary slave'),
          ...firstOf(known.map((port) => portFact(port, `speed ${port.state.speedMbps} Mbit/s`))),
        ],
        advice: 'Set primary to the faster port, with primary_reselect better.',
      };
    }),
  },
] as const satisfies readonly Rule[];

/** Streams that the spec expects of a link, or that a test sent, and a policy that does not see them. */
function cannotSplit(bond: BondEvidence, tests: readonly TestEvidence[]): Said | null {
  const { mode, xmitHashPolicy, ports } = bond.state;
  const sent = tests.filter((test) => test.sender === bond && figuresOf(test) !== null);
  const streams = Math.max(
    0,
    ...bond.links.map(({ expect }) => expect.throughput?.streams ?? 0),
    ...sent.map(({ result }) => result.parameters.streams),
  );
  const isBlind = hashes(mode) && oneWayPolicies.includes(xmitHashPolicy);
  if (streams < 2 || !isBlind || ports.length < 2) return null;
  const word = sent.length > 0 ? 'were sent' : 'are expected';
  return {
    cause: `${streams} streams ${word}, but ${xmitHashPolicy} sends all that ${nameOf(bond)} has for one host through one port.`,
    evidence: [
      procFact(bond, `mode ${mode}, transmit hash policy ${xmitHashPolicy}`),
      ...sent.flatMap(sentFacts),
    ],
    advice: 'Set xmit_hash_policy to layer3+4, which also looks at the ports of TCP and UDP.',
  };
}
