import { bondOptions, type OptionName } from '@bondctl/proto/model/options';
import type { BondEvidence } from '../evidence.ts';
import { nameOf, procFact, sources } from '../facts.ts';
import { ofBonds, type Rule } from '../rule.ts';

/** How the driver notices that a port is dead. */
export const monitoring = [
  {
    id: 'no-link-monitoring',
    severity: 'fault',
    source: sources.bonding,
    explains: [
      'delay-without-miimon',
      'path-leg-dead',
      'port-receives-nothing',
      'packets-lost',
      'pings-lost',
    ],
    find: ofBonds((bond) => {
      if (bond.ports.length === 0 || bond.state.miimonMs !== 0 || arpInterval(bond) > 0) return null;
      return {
        cause: `Nobody watches the ports of ${nameOf(bond)}: a dead one stays in use and loses its share of the traffic.`,
        evidence: [procFact(bond, 'MII polling interval 0 ms, no ARP polling interval')],
        advice: 'Set miimon to 100.',
      };
    }),
  },
  {
    id: 'arp-monitor-refused',
    severity: 'fault',
    source: sources.options,
    explains: [],
    find: ofBonds((bond) => {
      const { mode } = bond.state;
      const refusing: readonly string[] = bondOptions.arp_interval.refusedIn;
      if (mode === null || !refusing.includes(mode) || arpInterval(bond) === 0) return null;
      return {
        cause: `${nameOf(bond)} has an ARP monitor, which mode ${mode} does not support.`,
        evidence: [procFact(bond, `mode ${mode}, ARP polling interval ${arpInterval(bond)} ms`)],
        advice: 'Set arp_interval to 0 and miimon to 100.',
      };
    }),
  },
  {
    id: 'arp-monitor-no-target',
    severity: 'fault',
    source: sources.bonding,
    explains: ['port-down'],
    find: ofBonds((bond) => {
      const { arp } = bond.state;
      if (arp === null || arpInterval(bond) === 0 || arp.targets.length + arp.nsTargets.length > 0)
        return null;
      return {
        cause: `The ARP monitor of ${nameOf(bond)} has nobody to ask, so its ports count as dead without traffic.`,
        evidence: [procFact(bond, `ARP polling interval ${arp.intervalMs} ms, no ARP IP target`)],
        advice: 'Set arp_ip_target to an address that answers through this bond, or use miimon.',
      };
    }),
  },
  {
    id: 'delay-without-miimon',
    severity: 'warning',
    source: sources.options,
    explains: [],
    find: ofBonds((bond) => {
      const delays = delaysOf(bond);
      if (miimonOf(bond) !== 0 || delays.length === 0) return null;
      return {
        cause: `${nameOf(bond)} shall wait before it believes a link, but miimon, which does the waiting, is 0.`,
        evidence: delays.map(({ fact }) => fact),
        advice: 'Set miimon to 100, or take the delays away.',
      };
    }),
  },
  {
    id: 'delay-not-a-multiple',
    severity: 'note',
    source: sources.options,
    explains: [],
    find: ofBonds((bond) => {
      const miimon = miimonOf(bond);
      const uneven = miimon > 0 ? delaysOf(bond).filter(({ ms }) => ms % miimon !== 0) : [];
      if (uneven.length === 0) return null;
      return {
        cause: `The kernel counts delays in steps of miimon (${miimon} ms) and rounds what is between them down.`,
        evidence: uneven.map(({ fact }) => fact),
        advice: 'Write a multiple of miimon, so that what is written is what happens.',
      };
    }),
  },
] as const satisfies readonly Rule[];

const arpInterval = ({ state }: BondEvidence): number => state.arp?.intervalMs ?? 0;

/** What the spec wants, where it says so: the kernel shows its own rounding only. */
const wantedNumber = ({ wanted }: BondEvidence, option: OptionName): number | undefined => {
  const text = wanted?.options[option];
  return text === undefined ? undefined : Number(text);
};

const miimonOf = (bond: BondEvidence): number =>
  wantedNumber(bond, 'miimon') ?? bond.state.miimonMs ?? Number.NaN;

/** The delays that are set, and where that is said. */
function delaysOf(bond: BondEvidence): readonly { readonly ms: number; readonly fact: string }[] {
  const { updelayMs, downdelayMs } = bond.state;
  const printed = [
    ['updelay', updelayMs],
    ['downdelay', downdelayMs],
  ] as const;
  return printed.flatMap(([option, found]) => {
    const wanted = wantedNumber(bond, option);
    const ms = wanted ?? found ?? 0;
    const fact = `${option} ${ms} ms`;
    return ms > 0
      ? [{ ms, fact: wanted === undefined ? procFact(bond, fact) : `spec of ${nameOf(bond)}: ${fact}` }]
      : [];
  });
}
