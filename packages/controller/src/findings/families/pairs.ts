import type { BondEvidence, Evidence, LinkEvidence } from '../evidence.ts';
import { distinct, nameOf, portFact, portsUp, procFact, sources } from '../facts.ts';
import { noMac, partnerMac, runsLacp, systemMac } from '../lacp-words.ts';
import { bondSubject, type Found, ofLinks, type Rule, type Said } from '../rule.ts';
import { lossSymptoms, shareSymptoms, trafficSymptoms } from '../symptoms.ts';

/** What only both ends together show. */
export const pairs = [
  {
    id: 'link-modes-differ',
    severity: 'fault',
    source: sources.bonding,
    explains: ['lacp-no-partner', 'lacp-min-links-unmet', ...trafficSymptoms],
    find: ofLinks((link) =>
      link.link.medium === 'direct'
        ? modesDiffer(link, 'Give both ends one mode; "bondctl plan" shows the way.')
        : null,
    ),
  },
  {
    id: 'switched-modes-differ',
    severity: 'warning',
    source: sources.bonding,
    explains: [...lossSymptoms, ...shareSymptoms],
    find: ofLinks((link) =>
      link.link.medium === 'switched'
        ? modesDiffer(link, 'Give both ends one mode, or leave it if their switch ports are set up for it.')
        : null,
    ),
  },
  {
    id: 'link-policies-differ',
    severity: 'note',
    source: sources.bonding,
    explains: [],
    find: ofLinks(({ ends }) => {
      const [a, b] = ends.map(({ state }) => state.xmitHashPolicy);
      if (a === b || a === null || b === null || ends[0].state.mode !== ends[1].state.mode) return null;
      return {
        cause:
          'Each end spreads its streams over the ports by another policy, so the two directions behave differently.',
        evidence: ends.map((end) => procFact(end, `transmit hash policy ${end.state.xmitHashPolicy}`)),
        advice: 'Set xmit_hash_policy to the same word at both ends.',
      };
    }),
  },
  {
    id: 'ports-crossed',
    severity: 'fault',
    source: sources.procfs,
    explains: [
      'lacp-partners-differ',
      'link-partner-wrong',
      'lacp-aggregators-differ',
      'lacp-no-partner',
      'lacp-port-silent',
      'lacp-not-in-sync',
      'lacp-churned',
      ...trafficSymptoms,
    ],
    find: crossedPorts,
  },
  {
    id: 'link-partner-wrong',
    severity: 'fault',
    source: sources.procfs,
    explains: trafficSymptoms,
    find: ofLinks(wrongPartner),
  },
] as const satisfies readonly Rule[];

function modesDiffer({ ends }: LinkEvidence, advice: string): Said | null {
  const [a, b] = ends.map(({ state }) => state.mode ?? state.modeText);
  if (a === b) return null;
  return {
    cause: 'The ends run different modes, as after a change that reached one of them only.',
    evidence: ends.map((end, at) => procFact(end, `mode ${at === 0 ? a : b}`)),
    advice,
  };
}

/** Bonds whose cables lead to two other bonds of the cluster, by the MAC addresses that LACP tells. */
function crossedPorts({ bonds }: Evidence): readonly Found[] {
  const byMac = new Map(
    bonds.flatMap((bond) => {
      const mac = systemMac(bond);
      return mac === null ? [] : [[mac, bond] as const];
    }),
  );
  return bonds.filter(runsLacp).flatMap((bond) => {
    const ways = portsUp(bond).flatMap((port) => {
      const other = byMac.get(partnerMac(port) ?? noMac);
      return other === undefined || other === bond ? [] : [{ port, other }];
    });
    if (distinct(ways.map(({ other }) => other)).length < 2) return [];
    return [
      {
        subject: bondSubject(bond),
        cause: `Cables are crossed: the ports of ${nameOf(bond)} lead to different bonds.`,
        evidence: ways.map(({ port, other }) =>
          portFact(port, `leads to ${nameOf(other)}, partner MAC ${partnerMac(port)}`),
        ),
        advice: 'Plug all ports of the bond into the bond it shall meet.',
      },
    ];
  });
}

/** On direct cables the partner of each end is the other end. */
function wrongPartner({ link, ends: [a, b] }: LinkEvidence): Said | null {
  if (link.medium !== 'direct') return null;
  const strangers = [...strangerOf(a, b), ...strangerOf(b, a)];
  if (strangers.length === 0) return null;
  return {
    cause: 'The LACP partner of an end is not the other end: the cables lead elsewhere.',
    evidence: strangers,
    advice: 'Follow the cables, or correct the ends of the link in the spec.',
  };
}

function strangerOf(one: BondEvidence, other: BondEvidence): readonly string[] {
  const heard = one.state.lacp?.aggregator?.partnerMac ?? noMac;
  const expected = systemMac(other);
  if (!runsLacp(one) || heard === noMac || expected === null || heard === expected) return [];
  return [procFact(one, `partner MAC ${heard}, ${nameOf(other)} is ${expected}`)];
}
