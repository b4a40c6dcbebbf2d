import type { HostId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { renderDiagnosis } from '../../packages/controller/src/cli/render/diagnose.ts';
import { plain } from '../../packages/controller/src/cli/render/paint.ts';
import { diagnose } from '../../packages/controller/src/findings/diagnose.ts';
import { at, examined, lacpPort, lacpWith, mac, type World } from '../fakes/fake-patients.ts';
import { bond, name } from '../fakes/fake-report.ts';

const crossed = {
  ...lacpWith('delta'),
  ports: {
    eth2: { lacp: lacpPort(mac('delta')) },
    eth3: { lacp: lacpPort(mac('epsilon'), { aggregatorId: 2 }) },
  },
};

/** A cluster in which much is wrong at once; no spec names gamma and those after it. */
const cluster: World = {
  link: {},
  wanted: { miimon: '100', updelay: '250' },
  hosts: {
    alpha: {
      bond: { mode: 'balance-rr', updelayMs: 200 },
      ports: { eth3: { miiStatus: 'down', speedMbps: null, duplex: null } },
      devices: { sync0: { mtu: 9000 }, eth2: { mtu: 9000 }, eth3: { mtu: 1500, up: false, carrier: false } },
    },
    beta: lacpWith('alpha', {
      aggregator: { id: 1, ports: 1, actorKey: 9, partnerKey: 1, partnerMac: '00:00:00:00:00:00' },
    }),
    gamma: crossed,
    delta: lacpWith('gamma'),
    epsilon: lacpWith('gamma'),
    zeta: {
      bond: { mode: 'active-backup', miimonMs: 0 },
      ports: { eth2: { speedMbps: 100 }, eth3: { linkFailureCount: 40 } },
      devices: { sync0: at('10.9.0.97/24'), bond0: { kind: 'bond', up: false } },
      more: [bond({ name: name('bond0'), miimonMs: 0, ports: [] })],
    },
  },
};

test('the diagnosis of a whole cluster reads like this', async () => {
  const whole = examined(cluster);
  const eta = { host: 'eta' as HostId, presence: 'lost', lastSeenUnixMs: 40_000, report: undefined } as const;
  const hosts = [...whole.hosts, eta];
  const found = diagnose({ ...whole, hosts }, undefined);
  if (!found.ok) throw new Error(found.error);
  await expect(renderDiagnosis(found.value, plain)).toMatchFileSnapshot('diagnose/cluster.txt');
});
