import type { Link } from '@bondctl/proto/model/spec';
import type { PortEvidence } from '../evidence.ts';
import { deviceFact, distinct, firstOf, nameOf, portFact, portsUp, procFact, sources } from '../facts.ts';
import { ofBonds, ofPorts, type Rule } from '../rule.ts';
import { lossSymptoms, trafficSymptoms } from '../symptoms.ts';

const unmet = 'lacp-min-links-unmet';
const megabit = 1e6;

/** Failures of one port that are many, and how much more than those of its neighbours. */
const manyFailures = 5;
const timesMore = 4;

/** Bonds and ports that are down, slow or alone. */
export const ports = [
  {
    id: 'bond-set-down',
    severity: 'fault',
    source: sources.bonding,
    explains: ['lacp-no-partner', 'lacp-not-in-sync', 'lacp-churned', unmet, ...trafficSymptoms],
    find: ofBonds((bond) => {
      const { device, host } = bond;
      if (device?.up !== false || bond.ports.length === 0) return null;
      return {
        cause: `${nameOf(bond)} has ports and is set down, so it carries nothing.`,
        evidence: [deviceFact(host, device, 'down')],
        advice: `Set it up: ip link set ${device.name} up.`,
      };
    }),
  },
  {
    id: 'bond-no-ports',
    severity: 'fault',
    source: sources.bonding,
    explains: [unmet, ...trafficSymptoms],
    find: ofBonds((bond) => {
      if (bond.ports.length > 0 || bond.device?.up === false) return null;
      return {
        cause: `${nameOf(bond)} is up and has no port.`,
        evidence: [procFact(bond, 'no slave interface')],
        advice: 'Add its ports, or delete it if nobody needs it.',
      };
    }),
  },
  {
    id: 'bond-left-over',
    severity: 'note',
    source: sources.bonding,
    explains: [],
    find: ofBonds((bond) => {
      const { device, host } = bond;
      if (bond.ports.length > 0 || device?.up !== false) return null;
      return {
        cause: `${nameOf(bond)} has no port and is set down: the bonding module makes such a bond when it is loaded.`,
        evidence: [deviceFact(host, device, 'down'), procFact(bond, 'no slave interface')],
        advice: 'Delete it, and load the module with max_bonds=0: some programs take over what they find.',
      };
    }),
  },
  {
    id: 'bond-one-port',
    severity: 'warning',
    source: sources.bonding,
    explains: [],
    find: ofBonds((bond) => {
      const [only, ...more] = bond.ports;
      if (only === undefined || more.length > 0) return null;
      return {
        cause: `${nameOf(bond)} has one port, so nothing takes over when it fails.`,
        evidence: [procFact(bond, `the only slave interface is ${only.state.name}`)],
        advice: 'Add a second port.',
      };
    }),
  },
  {
    id: 'port-set-down',
    severity: 'fault',
    source: sources.bonding,
    explains: ['port-changing', unmet, ...trafficSymptoms],
    find: ofPorts((port) => {
      const { device, host } = port;
      if (device?.up !== false) return null;
      return {
        cause: `Somebody set ${device.name} down.`,
        evidence: [deviceFact(host, device, 'down'), miiFact(port)],
        advice: `Set it up: ip link set ${device.name} up.`,
      };
    }),
  },
  {
    id: 'port-no-carrier',
    severity: 'fault',
    source: sources.bonding,
    explains: ['port-changing', unmet, ...trafficSymptoms],
    find: ofPorts((port) => {
      const { device, host } = port;
      if (device === undefined || !device.up || device.carrier) return null;
      return {
        cause: `${device.name} has no link: cable, transceiver, or the other end is off.`,
        evidence: [deviceFact(host, device, 'up, no carrier'), miiFact(port)],
        advice: `Look at the cable of ${device.name} and at what it leads to.`,
      };
    }),
  },
  {
    id: 'port-down',
    severity: 'fault',
    source: sources.procfs,
    explains: [unmet, ...trafficSymptoms],
    find: ofPorts((port) => {
      // A port that is set down or has no carrier is said above.
      const { device, state } = port;
      if (state.miiStatus !== 'down' || device?.up === false || device?.carrier === false) return null;
      return {
        cause: `The driver takes ${state.name} for down${device === undefined ? '' : ' although it has a carrier'}.`,
        evidence: [miiFact(port)],
        advice:
          'With an ARP monitor, look whether its targets answer through this port; else look at the cable.',
      };
    }),
  },
  {
    id: 'port-changing',
    severity: 'warning',
    source: sources.procfs,
    explains: lossSymptoms,
    find: ofPorts((port) => {
      const { miiStatus, name } = port.state;
      if (miiStatus !== 'going down' && miiStatus !== 'going back') return null;
      return {
        cause: `${name} is ${miiStatus}: it changes right now, or it flaps.`,
        evidence: [miiFact(port)],
        advice: 'Look again in some seconds; a port that stays so has an unsteady link.',
      };
    }),
  },
  {
    id: 'port-half-duplex',
    severity: 'fault',
    source: sources.lacp,
    explains: [
      'lacp-no-partner',
      'lacp-port-silent',
      'lacp-aggregators-differ',
      'port-limited',
      ...lossSymptoms,
    ],
    find: ofPorts((port) => {
      if (port.state.duplex !== 'half' || port.state.miiStatus !== 'up') return null;
      return {
        cause: `${port.state.name} runs half duplex, mostly because one end is forced and the other one negotiates.`,
        evidence: [portFact(port, 'duplex half')],
        advice: 'Let both ends negotiate; 802.3ad takes full duplex only.',
      };
    }),
  },
  {
    id: 'port-slow',
    severity: 'warning',
    source: sources.procfs,
    explains: ['port-speeds-differ', 'active-backup-no-primary', 'port-limited', ...lossSymptoms],
    find: ofPorts((port, { links }) => {
      const speed = port.state.speedMbps ?? Number.POSITIVE_INFINITY;
      const isMeant = links.some(({ declared }) => isAtMost(declared, speed * megabit));
      if (speed > 100 || isMeant || port.state.miiStatus !== 'up') return null;
      return {
        cause: `${port.state.name} runs at ${speed} Mbit/s: two bad pairs in a cable do that to a gigabit port.`,
        evidence: [portFact(port, `speed ${speed} Mbit/s`)],
        advice: 'Replace the cable; where the speed is meant, say so as lineRate of the link.',
      };
    }),
  },
  {
    id: 'port-speeds-differ',
    severity: 'warning',
    source: sources.bonding,
    explains: ['lacp-aggregators-differ', 'port-limited', ...lossSymptoms],
    find: ofBonds((bond) => {
      const known = portsUp(bond).filter(({ state }) => state.speedMbps !== null);
      // A slower port that stands by is a choice; what it wants is a primary.
      if (bond.state.mode === 'active-backup') return null;
      if (distinct(known.map(({ state }) => state.speedMbps)).length < 2) return null;
      return {
        cause: `The ports of ${nameOf(bond)} run at different speeds: a port fell back, or the cards are not alike.`,
        evidence: firstOf(known.map((port) => portFact(port, `speed ${port.state.speedMbps} Mbit/s`))),
        advice:
          'Look at the slower port and its cable; LACP uses ports of one speed only, others spread evenly.',
      };
    }),
  },
  {
    id: 'port-failures-differ',
    severity: 'warning',
    source: sources.procfs,
    explains: [],
    find: ofPorts((port, bond) => {
      const count = port.state.linkFailureCount;
      const least = Math.min(...bond.ports.map(({ state }) => state.linkFailureCount));
      if (count < manyFailures || count < timesMore * (least + 1)) return null;
      return {
        cause: `${port.state.name} lost its link ${count} times, another port of ${nameOf(bond)} ${least} times.`,
        evidence: firstOf(
          bond.ports.map((one) => portFact(one, `link failure count ${one.state.linkFailureCount}`)),
        ),
        advice: `Replace cable or transceiver of ${port.state.name}; "bondctl events" shows when it failed.`,
      };
    }),
  },
] as const satisfies readonly Rule[];

const isAtMost = (declared: Link['declared'], rateBps: number): boolean =>
  declared !== null && declared.source !== 'unknown' && declared.rateBps <= rateBps;

const miiFact = (port: PortEvidence): string => portFact(port, `MII status: ${port.state.miiStatus}`);
