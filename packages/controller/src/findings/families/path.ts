import type { FindingSubject } from '@bondctl/proto/model/finding';
import { hashes } from '@bondctl/proto/model/mode';
import type { TestEvidence } from '../evidence.ts';
import { firstOf, nameOf, sources } from '../facts.ts';
import { type Asked, askedOf, deadPorts, failing, narrowLegs, probeFact, smallLost } from '../probed.ts';
import { ofTests, type Rule } from '../rule.ts';
import { lossSymptoms, shareSymptoms, testSymptoms } from '../symptoms.ts';
import { oneWayPolicies } from '../traffic.ts';

const follow = [...lossSymptoms, ...testSymptoms] as const;

/** What packets that may not be fragmented tell of the path. */
export const path = [
  {
    id: 'path-passes-nothing',
    severity: 'fault',
    source: 'https://docs.kernel.org/networking/bonding.html',
    explains: [...follow, ...shareSymptoms],
    find: ofTests((test) => {
      const dead = askedOf(test.result.probes).filter(({ small }) => small !== null && small.received === 0);
      if (dead.length === 0 || !isWholeWay(dead, test)) return null;
      return {
        cause: `Nothing arrives from ${hostsIn(dead)}, not even small packets.`,
        evidence: factsOf(dead),
        advice:
          'Look at cables, VLAN and addresses of both ends: "bondctl diagnose" names what it sees of them.',
      };
    }),
  },
  {
    id: 'path-leg-dead',
    severity: 'fault',
    source: sources.bonding,
    explains: [...follow, ...shareSymptoms],
    find: ofTests((test) => {
      const lossy = askedOf(test.result.probes).filter(smallLost);
      if (lossy.length === 0 || isWholeWay(lossy.filter(isSilent), test)) return null;
      return {
        ...onPort(lossy),
        cause: `A part of the packets from ${hostsIn(lossy)} gets lost whatever their size: one leg carries nothing, or loses many.`,
        evidence: factsOf(lossy),
        advice: `Look at cable, VLAN and far end of ${deadPorts(lossy)}, one leg at a time.`,
      };
    }),
  },
  {
    id: 'path-leg-narrow',
    severity: 'fault',
    source: 'https://www.rfc-editor.org/rfc/rfc4821',
    explains: follow,
    find: ofTests((test) => {
      const narrow = narrowLegs(askedOf(test.result.probes));
      if (narrow.length === 0) return null;
      return {
        ...onPort(narrow),
        cause: `One leg drops packets of ${test.result.mtu} bytes and passes small ones; the other legs pass both.`,
        evidence: factsOf(narrow),
        advice: `Raise the MTU of the switch port that ${deadPorts(narrow)} leads to, or lower that of the bonds.`,
      };
    }),
  },
  {
    id: 'path-black-hole',
    severity: 'fault',
    source: 'https://www.rfc-editor.org/rfc/rfc2923',
    explains: follow,
    find: ofTests((test) => {
      const narrow = allNarrow(test).filter(({ whole }) => whole.complaint === null);
      if (narrow.length === 0) return null;
      return {
        cause: `Packets of ${test.result.mtu} bytes vanish from ${hostsIn(narrow)} and nobody says so: small ones pass, and a copy stalls.`,
        evidence: factsOf(narrow),
        advice: 'Raise the MTU of the switches on the way, or lower that of the bonds at both ends.',
      };
    }),
  },
  {
    id: 'path-narrow',
    severity: 'fault',
    source: 'https://www.rfc-editor.org/rfc/rfc1191',
    explains: follow,
    find: ofTests((test) => {
      const narrow = allNarrow(test).filter(({ whole }) => whole.complaint !== null);
      if (narrow.length === 0) return null;
      return {
        cause: `Packets of ${test.result.mtu} bytes do not pass from ${hostsIn(narrow)}, and a router or the host itself says so.`,
        evidence: factsOf(narrow),
        advice: 'Look which way the packets go (ip route get), and give the bonds the MTU of that way.',
      };
    }),
  },
  {
    id: 'probes-reach-one-port',
    severity: 'note',
    source: sources.main,
    explains: [],
    find: ofTests(({ sender, result }) => {
      const { mode, xmitHashPolicy, ports } = sender?.state ?? {};
      const isBlind = hashes(mode ?? null) && oneWayPolicies.includes(xmitHashPolicy ?? null);
      if (sender === undefined || !isBlind || (ports ?? []).length < 2 || result.mtu <= usualMtu) return null;
      const whole = askedOf(result.probes).map(({ whole: one }) => one);
      if (whole.length === 0) return null;
      return {
        cause: `All probes left ${nameOf(sender)} by one port, so nothing is known of the MTU of the other legs.`,
        evidence: [
          `transmit hash policy ${xmitHashPolicy} sends all to one host by one port`,
          ...firstOf(whole.map(probeFact)),
        ],
        advice: 'Set xmit_hash_policy to layer3+4, under which every leg is probed.',
      };
    }),
  },
] as const satisfies readonly Rule[];

/** Every leg passes this; what is narrower is not Ethernet. */
const usualMtu = 1500;

const isSilent = ({ small }: Asked): boolean => small !== null && small.received === 0;

/** Whether some direction has nothing but these. */
const isWholeWay = (some: readonly Asked[], { result }: TestEvidence): boolean =>
  some.some(({ whole: { from } }) =>
    askedOf(result.probes)
      .filter((other) => other.whole.from.host === from.host)
      .every((other) => some.some(({ whole }) => whole === other.whole)),
  );

/** Probes of a direction in which no whole packet passes and all small ones do. */
function allNarrow(test: TestEvidence): readonly Asked[] {
  const narrow = askedOf(test.result.probes).filter(
    (one) => failing(one) && one.whole.received === 0 && !smallLost(one),
  );
  return isWholeWay(narrow, test) ? narrow : [];
}

const factsOf = (asked: readonly Asked[]): readonly string[] =>
  firstOf(asked.flatMap(({ whole, small }) => [whole, ...(small === null ? [] : [small])]).map(probeFact));

const hostsIn = (asked: readonly Asked[]): string =>
  [...new Set(asked.map(({ whole: { from, to } }) => `${from.host} to ${to.host}`))].join(' and from ');

/** The port that the first of them left by, where that is known. */
function onPort([first]: readonly Asked[]): { readonly subject?: FindingSubject } {
  const { from, port = null } = first?.whole ?? {};
  return from === undefined || port === null ? {} : { subject: { kind: 'port', ...from, port } };
}
