import { readFileSync } from 'node:fs';
import type { Described } from '@bondctl/proto/model/described';
import type { HostId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { adopted, bondsOf, found } from '../../packages/controller/src/adopt/adopted.ts';
import { facing } from '../../packages/controller/src/adopt/facing.ts';
import type { HostSeen } from '../../packages/controller/src/adopt/seen.ts';
import { parseSpec } from '../../packages/controller/src/spec/parse.ts';
import { bondReport, lacpBond, name } from '../fakes/fake-report.ts';

const page = readFileSync(new URL('../../docs/adopt.md', import.meta.url), 'utf8');
const mac = { alpha: '52:54:00:00:00:0a', beta: '52:54:00:00:00:0b' } as const;

/** One of two hosts whose sync0 is the LACP partner of the other's. */
function seen(host: 'alpha' | 'beta', address: string, files: Described): HostSeen {
  const other = host === 'alpha' ? mac.beta : mac.alpha;
  const { state, ...report } = bondReport([lacpBond(2, other)]);
  const addresses = [{ cidr: address, origin: 'static' as const }];
  const interfaces = state.interfaces.map((one) => ({ ...one, mac: mac[host], addresses }));
  const options = {
    miimon: '100',
    lacp_rate: 'fast',
    xmit_hash_policy: 'layer3+4',
    lacp_active: 'on',
  } as const;
  const ports = [name('eth2'), name('eth3')];
  const bonds = [{ name: name('sync0'), mode: '802.3ad', options, ports }];
  return {
    host: host as HostId,
    labels: {},
    report: { ...report, state: { ...state, interfaces, bonds } },
    isConnected: true,
    files: { ok: true, value: files },
  };
}

const file = { backend: 'netplan', path: '/etc/netplan/60-bonds.yaml' } as const;
const mtu = { path: 'sync0.mtu', wanted: '1500', found: '9000' };
const inFile: Described = { bonds: [{ bond: name('sync0'), file, differences: [mtu] }], problems: [] };
const inNone: Described = { bonds: [{ bond: name('sync0'), file: null, differences: [] }], problems: [] };

test('docs/adopt.md shows what is really written', () => {
  const all = found([seen('alpha', '10.9.0.1/24', inFile), seen('beta', '10.9.0.2/24', inNone)]);
  const { text } = adopted(all, facing(bondsOf(all)), [], []);
  expect(parseSpec(text, 'adopted.yaml').ok).toBe(true);
  expect(page).toContain(`\`\`\`yaml\n${text}\`\`\``);
});
