import { drbd } from '../../../../../test/fakes/fake-parts.ts';
import type { World } from '../../../../../test/fakes/fake-patients.ts';
import { name } from '../../../../../test/fakes/fake-report.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { choice } from './choice.ts';

const streams = (count: number): NonNullable<World['link']> => ({
  expect: {
    ...drbd.expect,
    throughput: { streams: count, seconds: 10, atLeast: { kind: 'percent', percent: 90 } },
  },
});
const policy = (xmitHashPolicy: string) => ({
  alpha: { bond: { mode: 'balance-xor', xmitHashPolicy } as const },
});
const backup = (primary: string | null): World => ({
  hosts: {
    alpha: {
      bond: {
        mode: 'active-backup',
        primary: { port: primary === null ? null : name(primary), reselect: 'always' },
      },
      ports: { eth2: { speedMbps: 10_000 } },
    },
  },
});

proveFamily(choice, {
  'policy-cannot-split': {
    fires: {
      layer2: { hosts: policy('layer2'), link: streams(8) },
      'layer2+3': { hosts: policy('layer2+3'), link: streams(2) },
    },
    silent: {
      'layer3+4': { hosts: policy('layer3+4'), link: streams(8) },
      'one stream': { hosts: policy('layer2'), link: streams(1) },
      'nothing expected': { hosts: policy('layer2'), link: {} },
      'no link': { hosts: policy('layer2') },
    },
  },
  'rr-over-switch': {
    fires: { 'over a switch': { hosts: { alpha: {} }, link: { medium: 'switched' } } },
    silent: {
      'on cables': { hosts: { alpha: {} }, link: {} },
      'another mode': { hosts: policy('layer3+4'), link: { medium: 'switched' } },
    },
  },
  'active-backup-no-primary': {
    fires: { '10 and 1 Gbit/s': backup(null) },
    silent: {
      'the fast one is primary': backup('eth2'),
      'equal speeds': { hosts: { alpha: { bond: { mode: 'active-backup' } } } },
      'another mode': { hosts: { alpha: { ports: { eth2: { speedMbps: 10_000 } } } } },
    },
  },
});
