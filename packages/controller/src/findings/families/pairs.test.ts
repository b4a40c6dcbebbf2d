import { lacpPort, lacpWith, mac, type World } from '../../../../../test/fakes/fake-patients.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { pairs } from './pairs.ts';

const lacp: World = { hosts: { alpha: lacpWith('beta'), beta: lacpWith('alpha') }, link: {} };
const mixed = { alpha: lacpWith('beta'), beta: {} };
const policy = (xmitHashPolicy: string | null) => ({
  bond: { mode: 'balance-xor', xmitHashPolicy } as const,
});
const crossed = {
  ...lacpWith('beta'),
  ports: { eth2: { lacp: lacpPort(mac('beta')) }, eth3: { lacp: lacpPort(mac('gamma')) } },
};
const toSwitches = {
  ...lacpWith('x'),
  ports: { eth2: { lacp: lacpPort(mac('x')) }, eth3: { lacp: lacpPort(mac('y')) } },
};

proveFamily(pairs, {
  'link-modes-differ': {
    fires: { 'on cables': { hosts: mixed, link: {} } },
    silent: {
      equal: lacp,
      'over a switch it is another rule': { hosts: mixed, link: { medium: 'switched' } },
      'no link': { hosts: mixed },
    },
  },
  'switched-modes-differ': {
    fires: { 'over a switch': { hosts: mixed, link: { medium: 'switched' } } },
    silent: {
      equal: { hosts: lacp.hosts, link: { medium: 'switched' } },
      'on cables': { hosts: mixed, link: {} },
    },
  },
  'link-policies-differ': {
    fires: {
      'layer2 and layer3+4': { hosts: { alpha: policy('layer2'), beta: policy('layer3+4') }, link: {} },
    },
    silent: {
      equal: { hosts: { alpha: policy('layer2'), beta: policy('layer2') }, link: {} },
      'not printed': { hosts: { alpha: policy(null), beta: policy('layer2') }, link: {} },
      'the mode differs, which says more': {
        hosts: { alpha: policy('layer2'), beta: lacpWith('alpha') },
        link: {},
      },
    },
  },
  'ports-crossed': {
    fires: {
      'to two hosts': { hosts: { alpha: crossed, beta: lacpWith('alpha'), gamma: lacpWith('alpha') } },
    },
    silent: {
      'to one': lacp,
      'to two switches is another rule': { hosts: { alpha: toSwitches, beta: lacpWith('x') } },
    },
  },
  'link-partner-wrong': {
    fires: { 'cabled to gamma': { hosts: { ...lacp.hosts, alpha: lacpWith('gamma') }, link: {} } },
    silent: {
      'cabled to beta': lacp,
      'the partner is a switch': {
        hosts: { alpha: lacpWith('x'), beta: lacpWith('x') },
        link: { medium: 'switched' },
      },
      'no partner is another rule': {
        hosts: { ...lacp.hosts, alpha: lacpWith('beta', { aggregator: null }) },
        link: {},
      },
    },
  },
});
