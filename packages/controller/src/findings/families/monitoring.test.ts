import type { BondState } from '@bondctl/proto/model/bond';
import type { World } from '../../../../../test/fakes/fake-patients.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { monitoring } from './monitoring.ts';

const alpha = (bond: Partial<BondState>, wanted?: World['wanted']): World => ({
  hosts: { alpha: { bond } },
  ...(wanted === undefined ? {} : { wanted }),
});
const arp = { intervalMs: 1000, missedMax: 2, targets: ['10.9.0.2'], nsTargets: [] };
const asking = { miimonMs: 0, arp };

proveFamily(monitoring, {
  'no-link-monitoring': {
    fires: {
      neither: alpha({ miimonMs: 0 }),
      'an ARP monitor of 0 ms': alpha({ miimonMs: 0, arp: { ...arp, intervalMs: 0 } }),
    },
    silent: {
      miimon: alpha({}),
      ARP: alpha(asking),
      'not printed': alpha({ miimonMs: null }),
      'nothing to watch': alpha({ miimonMs: 0, ports: [] }),
    },
  },
  'arp-monitor-refused': {
    fires: {
      'in 802.3ad': alpha({ ...asking, mode: '802.3ad' }),
      'in balance-alb': alpha({ ...asking, mode: 'balance-alb' }),
    },
    silent: {
      'in active-backup': alpha({ ...asking, mode: 'active-backup' }),
      'in a mode nobody knows': alpha({ ...asking, mode: null }),
      miimon: alpha({ mode: '802.3ad' }),
    },
  },
  'arp-monitor-no-target': {
    fires: { none: alpha({ miimonMs: 0, arp: { ...arp, targets: [] } }) },
    silent: {
      IPv4: alpha(asking),
      IPv6: alpha({ miimonMs: 0, arp: { ...arp, targets: [], nsTargets: ['fd00::2'] } }),
      miimon: alpha({}),
    },
  },
  'delay-without-miimon': {
    fires: {
      'the kernel shows it': alpha({ miimonMs: 0, updelayMs: 200 }),
      'the spec wants it': alpha({ miimonMs: 0 }, { downdelay: '200' }),
    },
    silent: {
      'with miimon': alpha({ updelayMs: 200 }),
      'no delay': alpha({ miimonMs: 0 }),
      'the spec wants miimon too': alpha({ miimonMs: 0 }, { miimon: '100', updelay: '200' }),
    },
  },
  'delay-not-a-multiple': {
    fires: {
      'the spec wants 250': alpha({ updelayMs: 200 }, { updelay: '250' }),
      'a kernel that does not round': alpha({ downdelayMs: 150 }),
    },
    silent: {
      'a multiple': alpha({ updelayMs: 200, downdelayMs: 300 }),
      'no miimon is another rule': alpha({ miimonMs: 0, updelayMs: 250 }),
    },
  },
});
