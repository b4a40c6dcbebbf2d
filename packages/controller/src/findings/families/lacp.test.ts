import { lacpPort, lacpWith, mac, type World } from '../../../../../test/fakes/fake-patients.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { noMac } from '../lacp-words.ts';
import { lacp } from './lacp.ts';

const healthy: World = { hosts: { alpha: lacpWith('beta'), beta: lacpWith('alpha') }, link: {} };
const roundRobin: World = { hosts: { alpha: {} } };
const alone = { id: 1, ports: 1, actorKey: 9, partnerKey: 1, partnerMac: noMac };
const noPartner = lacpWith('beta', { aggregator: alone });
/** alpha, with one port that says something else. */
const odd = (port: ReturnType<typeof lacpPort>, over: Parameters<typeof lacpWith>[1] = {}): World => {
  const alpha = lacpWith('beta', over);
  return { hosts: { alpha: { ...alpha, ports: { ...alpha.ports, eth3: { lacp: port } } } } };
};
const down = { miiStatus: 'down' } as const;
const ends = (a: Parameters<typeof lacpWith>[1], b: Parameters<typeof lacpWith>[1]) => ({
  alpha: lacpWith('beta', a),
  beta: lacpWith('alpha', b),
});
const passive = { active: 'off' } as const;

proveFamily(lacp, {
  'lacp-passive-both-ends': {
    fires: { 'nobody begins': { hosts: ends(passive, passive), link: {} } },
    silent: {
      'one end begins': { hosts: ends(passive, {}), link: {} },
      'each has a switch that may begin': { hosts: ends(passive, passive), link: { medium: 'switched' } },
    },
  },
  'lacp-no-partner': {
    fires: { 'the aggregator has none': { hosts: { alpha: noPartner } } },
    silent: {
      'there is one': healthy,
      'the driver does not say': { hosts: { alpha: lacpWith('beta', { aggregator: null }) } },
      'no port is up': { hosts: { alpha: { ...noPartner, ports: { eth2: down, eth3: down } } } },
      'another mode': roundRobin,
    },
  },
  'lacp-port-silent': {
    fires: { 'one port hears nobody': odd(lacpPort(noMac)) },
    silent: {
      'both hear one': healthy,
      'the port is down': {
        hosts: {
          alpha: {
            ...lacpWith('beta'),
            ports: { eth2: { lacp: lacpPort(mac('beta')) }, eth3: { ...down, lacp: lacpPort(noMac) } },
          },
        },
      },
    },
  },
  'lacp-partners-differ': {
    fires: { 'each port has its own': odd(lacpPort(mac('gamma'))) },
    silent: { 'both have one': healthy, 'another mode': roundRobin },
  },
  'lacp-aggregators-differ': {
    fires: {
      'each port has its own': odd(lacpPort(mac('beta'), { aggregatorId: 2 })),
      'one port is left out': {
        hosts: { alpha: lacpWith('beta', { aggregator: { ...alone, partnerMac: mac('beta') } }) },
      },
    },
    silent: { 'both are in one': healthy, 'another mode': roundRobin },
  },
  'lacp-not-in-sync': {
    fires: {
      'the partner does not carry': odd(lacpPort(mac('beta'), {}, 5)),
      'the partner expired': odd(lacpPort(mac('beta'), {}, 189)),
    },
    silent: {
      'slow and healthy is 61': healthy,
      'fast and healthy is 63': odd(lacpPort(mac('beta'), {}, 63)),
      'nobody was heard, which is another rule': odd(lacpPort(noMac, {}, 2)),
    },
  },
  'lacp-churned': {
    fires: {
      'the partner': odd(lacpPort(mac('beta'), { partnerChurn: 'churned' })),
      we: odd(lacpPort(mac('beta'), { actorChurn: 'churned' })),
    },
    silent: {
      'still looking': odd(lacpPort(mac('beta'), { partnerChurn: 'monitoring', partnerChurnedCount: 3 })),
    },
  },
  'lacp-min-links-unmet': {
    fires: {
      'a port left': {
        hosts: {
          alpha: lacpWith('beta', { minLinks: 2, aggregator: { ...alone, partnerMac: mac('beta') } }),
        },
      },
      'more than there are': { hosts: { alpha: lacpWith('beta', { minLinks: 3 }) } },
      'the driver does not name the aggregator': {
        hosts: { alpha: lacpWith('beta', { minLinks: 3, aggregator: null }) },
      },
    },
    silent: {
      'as many as wanted': { hosts: { alpha: lacpWith('beta', { minLinks: 2 }) } },
      '1 is no wish': {
        hosts: { alpha: lacpWith('beta', { minLinks: 1, aggregator: { ...alone, ports: 0 } }) },
      },
    },
  },
  'lacp-rate-differs': {
    fires: { 'slow and fast': { hosts: ends({ rate: 'slow' }, {}), link: {} } },
    silent: {
      'both fast': healthy,
      'no link between them': { hosts: ends({ rate: 'slow' }, {}) },
      'not printed': { hosts: ends({ rate: null }, {}), link: {} },
    },
  },
});
