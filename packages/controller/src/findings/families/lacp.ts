import { unhealthy } from '@bondctl/proto/model/port-state';
import type { BondEvidence, PortEvidence } from '../evidence.ts';
import { distinct, firstOf, nameOf, portFact, portsUp, procFact, sources } from '../facts.ts';
import { noMac, partnerMac, partnerMacs, runsLacp } from '../lacp-words.ts';
import { ofBonds, ofLinks, ofPorts, type Rule, type Said } from '../rule.ts';
import { trafficSymptoms } from '../symptoms.ts';

const followUps = ['lacp-churned', 'lacp-not-in-sync', 'lacp-min-links-unmet'];

/** What the driver says of LACP on its own. In another mode than 802.3ad every rule is silent. */
export const lacp = [
  {
    id: 'lacp-passive-both-ends',
    severity: 'fault',
    source: sources.bonding,
    explains: ['lacp-no-partner'],
    find: ofLinks(({ link, ends }) => {
      if (link.medium !== 'direct' || !ends.every((end) => runsLacp(end) && end.state.lacp?.active === 'off'))
        return null;
      return {
        cause: 'Both ends wait for the other one to begin LACP.',
        evidence: ends.map((end) => procFact(end, 'LACP active: off')),
        advice: 'Set lacp_active to on at one end at least.',
      };
    }),
  },
  {
    id: 'lacp-no-partner',
    severity: 'fault',
    source: sources.procfs,
    explains: ['lacp-aggregators-differ', ...followUps, ...trafficSymptoms],
    find: ofBonds((bond) => {
      if (!isWithoutPartner(bond) || portsUp(bond).length === 0) return null;
      return {
        cause: `Nobody answers LACP on ${nameOf(bond)}: the channel is missing at the other end, or static.`,
        evidence: [procFact(bond, `partner MAC ${noMac}`)],
        advice:
          'Set the switch ports to one channel with LACP active, or the other host to mode 802.3ad if it is cabled directly.',
      };
    }),
  },
  {
    id: 'lacp-port-silent',
    severity: 'fault',
    source: sources.procfs,
    explains: ['lacp-aggregators-differ', ...followUps, ...trafficSymptoms],
    find: ofPorts((port, bond) => {
      if (!isWorking(port, bond) || partnerMac(port) !== noMac || partnerMacs(bond).length === 0) return null;
      return {
        cause: `The other ports of ${nameOf(bond)} have an LACP partner, ${port.state.name} has none.`,
        evidence: [portFact(port, `partner MAC ${noMac}`), ...partnerFacts(bond)],
        advice: `Look where ${port.state.name} is plugged in, and whether that port belongs to the channel.`,
      };
    }),
  },
  {
    id: 'lacp-partners-differ',
    severity: 'fault',
    source: sources.procfs,
    explains: ['lacp-aggregators-differ', ...followUps, ...trafficSymptoms],
    find: ofBonds((bond) => {
      if (!runsLacp(bond) || partnerMacs(bond).length < 2) return null;
      return {
        cause: `The ports of ${nameOf(bond)} lead to ${partnerMacs(bond).length} LACP partners that do not act as one.`,
        evidence: partnerFacts(bond),
        advice:
          'Cable all ports to one partner, join the switches by MLAG, or use active-backup, which needs no agreement.',
      };
    }),
  },
  {
    id: 'lacp-aggregators-differ',
    severity: 'fault',
    source: 'https://access.redhat.com/solutions/160283',
    explains: [...followUps, ...trafficSymptoms],
    find: ofBonds(splitAggregator),
  },
  {
    id: 'lacp-not-in-sync',
    severity: 'warning',
    source: sources.lacp,
    explains: ['lacp-churned', 'lacp-min-links-unmet', ...trafficSymptoms],
    find: ofPorts((port, bond) => {
      const state = port.state.lacp?.partner?.portState ?? null;
      if (state === null || !isWorking(port, bond) || partnerMac(port) === noMac) return null;
      const wrong = unhealthy(state);
      if (wrong.length === 0) return null;
      return {
        cause: `The partner of ${port.state.name} does not carry traffic on it: ${wrong.join(', ')}.`,
        evidence: [portFact(port, `partner port state ${state}, healthy are 61 and 63`)],
        advice:
          'Wait 3 s (lacp_rate fast) or 90 s (slow); if it stays, compare key, speed and channel of that port at the partner.',
      };
    }),
  },
  {
    id: 'lacp-churned',
    severity: 'warning',
    source: sources.procfs,
    explains: [],
    find: ofPorts((port, bond) => {
      const churn = [
        ['actor', port.state.lacp?.actorChurn],
        ['partner', port.state.lacp?.partnerChurn],
      ].filter(([, state]) => state === 'churned');
      if (churn.length === 0 || !isWorking(port, bond)) return null;
      return {
        cause: `${port.state.name} has tried for a minute to join its aggregator, in vain.`,
        evidence: churn.map(([side]) => portFact(port, `${side} churn state: churned`)),
        advice: 'Compare the channel of that port at the partner: key, speed, or the wrong port.',
      };
    }),
  },
  {
    id: 'lacp-min-links-unmet',
    severity: 'fault',
    source: sources.lacp,
    explains: trafficSymptoms,
    find: ofBonds((bond) => {
      const wanted = bond.state.lacp?.minLinks ?? 0;
      const carrying = bond.state.lacp?.aggregator?.ports ?? portsUp(bond).length;
      // 0 and 1 mean the same to the driver.
      if (!runsLacp(bond) || wanted < 2 || carrying >= wanted) return null;
      return {
        cause: `${nameOf(bond)} has no carrier: ${carrying} of its ports work together, min_links wants ${wanted}.`,
        evidence: [procFact(bond, `min links ${wanted}, ${carrying} ports in the active aggregator`)],
        advice:
          bond.ports.length < wanted
            ? `Lower min_links: the bond has ${bond.ports.length} ports in all.`
            : 'Bring the missing ports back, or lower min_links.',
      };
    }),
  },
  {
    id: 'lacp-rate-differs',
    severity: 'note',
    source: sources.bonding,
    explains: [],
    find: ofLinks(({ ends }) => {
      const rates = ends.map((end) => (runsLacp(end) ? (end.state.lacp?.rate ?? null) : null));
      if (rates.includes(null) || rates[0] === rates[1]) return null;
      return {
        cause: 'One end misses a silent partner after 3 s, the other one after 90 s.',
        evidence: ends.map((end, at) => procFact(end, `LACP rate: ${rates[at]}`)),
        advice: 'Set lacp_rate to the same word at both ends; fast notices sooner.',
      };
    }),
  },
] as const satisfies readonly Rule[];

const isWithoutPartner = (bond: BondEvidence): boolean =>
  runsLacp(bond) && bond.state.lacp?.aggregator?.partnerMac === noMac;

/** A port that is down has nothing to say of its partner. */
const isWorking = ({ state }: PortEvidence, bond: BondEvidence): boolean =>
  runsLacp(bond) && state.miiStatus === 'up';

const partnerFacts = (bond: BondEvidence): readonly string[] =>
  firstOf(
    portsUp(bond).flatMap((port) => {
      const mac = partnerMac(port);
      return mac === null || mac === noMac ? [] : [portFact(port, `partner MAC ${mac}`)];
    }),
  );

function splitAggregator(bond: BondEvidence): Said | null {
  const up = portsUp(bond);
  const ids = distinct(up.flatMap(({ state }) => state.lacp?.aggregatorId ?? []));
  const active = bond.state.lacp?.aggregator ?? null;
  const carrying = active?.ports ?? up.length;
  if (!runsLacp(bond) || (ids.length < 2 && carrying >= up.length)) return null;
  return {
    cause: `Only one aggregator of ${nameOf(bond)} carries traffic, and not all of its ports are in it.`,
    evidence: [
      ...(active === null
        ? []
        : [procFact(bond, `active aggregator ${active.id}, number of ports ${active.ports}`)]),
      ...firstOf(
        up.map((port) => portFact(port, `aggregator ${port.state.lacp?.aggregatorId ?? 'not printed'}`)),
      ),
    ],
    advice:
      'Put all ports into one channel of one partner at one speed; where two aggregators are meant, look at ad_select.',
  };
}
