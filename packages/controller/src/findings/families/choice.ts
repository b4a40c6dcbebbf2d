import { distinct, firstOf, nameOf, portFact, portsUp, procFact, sources } from '../facts.ts';
import { ofBonds, type Rule } from '../rule.ts';

const oneWayPolicies: readonly (string | null)[] = ['layer2', 'layer2+3'];
const hashingModes: readonly (string | null)[] = ['balance-xor', '802.3ad'];

/** Configurations that work as configured and do not give what is expected of them. */
export const choice = [
  {
    id: 'policy-cannot-split',
    severity: 'note',
    source: sources.bonding,
    explains: [],
    find: ofBonds((bond) => {
      const { mode, xmitHashPolicy } = bond.state;
      const streams = Math.max(0, ...bond.links.map(({ expect }) => expect.throughput?.streams ?? 0));
      if (streams < 2 || !hashingModes.includes(mode) || !oneWayPolicies.includes(xmitHashPolicy))
        return null;
      return {
        cause: `${streams} streams are expected, but ${xmitHashPolicy} sends all that ${nameOf(bond)} has for one host through one port.`,
        evidence: [procFact(bond, `mode ${mode}, transmit hash policy ${xmitHashPolicy}`)],
        advice: 'Set xmit_hash_policy to layer3+4, which also looks at the ports of TCP and UDP.',
      };
    }),
  },
  {
    id: 'rr-over-switch',
    severity: 'warning',
    source: sources.bonding,
    explains: [],
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
