// lab: --hosts 2 --nics 2 --timeout 240 --mem 1536M
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { host } from '@bondctl/lab/inside/host';
import { eventually } from '@bondctl/lab/inside/wait';
import { type DiagnosisView, formatSubject } from '@bondctl/proto/model/finding';
import { cluster } from './cluster/cluster.ts';
import { differences, names, pictures } from './cluster/pair.ts';

const { bondctl, startController, startAgents, joinAll } = cluster();

/** Two bonds that nobody planned together; no spec names them. */
const byHand = {
  alpha: ['mode 802.3ad miimon 100 lacp_rate fast', 'mtu 9000 up', '10.9.0.1/24'],
  beta: ['mode balance-rr miimon 100', 'mtu 1500 up', '10.9.0.2/24'],
} as const;

/** What must be found: nobody answers alpha, beta's port is down, which takes the carrier from alpha's, and the MTU differs. */
const expected = [
  'fault alpha/sync0: lacp-no-partner',
  'fault alpha/sync0 eth2: port-no-carrier',
  'fault beta/sync0 eth2: port-set-down',
  'warning alpha/sync0: network-mtu-differs',
  'warning beta/sync0: network-mtu-differs',
];

async function diagnosis(...about: readonly string[]): Promise<{ code: number | null; view: DiagnosisView }> {
  const { code, stdout, stderr } = await bondctl(['diagnose', ...about, '--output', 'json']);
  assert.ok(code === 0 || code === 1, stderr);
  return { code, view: JSON.parse(stdout) as DiagnosisView };
}

const said = ({ findings }: DiagnosisView): readonly string[] =>
  findings.map(({ severity, subject, rule }) => `${severity} ${formatSubject(subject)}: ${rule}`);

before(async () => {
  for (const name of names) {
    const [bond, state, address] = byHand[name];
    await host(name).ip(
      `link add sync0 type bond ${bond}`,
      ...['eth1', 'eth2'].flatMap((port) => [`link set ${port} down`, `link set ${port} master sync0`]),
      `link set sync0 ${state}`,
      `addr add ${address} dev sync0`,
    );
  }
  await host('beta').ip('link set eth2 down');
  await startController();
  await joinAll(names);
  await startAgents(names);
});

test('diagnose names what is wrong between hosts that no spec names, exits 1 and changes nothing', async () => {
  // What hosts report of LACP settles within seconds.
  await eventually(
    async () => {
      const { view } = await diagnosis();
      const missing = expected.filter((one) => !said(view).includes(one));
      if (missing.length > 0)
        throw new Error(`not found: ${missing.join('; ')}; found: ${said(view).join('; ')}`);
      return true;
    },
    { timeoutMs: 60_000, everyMs: 500 },
  );
  const old = await pictures();
  const { code, view } = await diagnosis();
  assert.equal(code, 1);
  assert.deepEqual(view.lookedAt, { hosts: 2, bonds: 2, links: 0 });
  assert.deepEqual(view.notLookedAt, []);
  for (const { evidence, advice, source } of view.findings)
    assert.ok(evidence.length > 0 && advice && source);
  assert.deepEqual(differences(old, await pictures()), [[], []]);
});

test('diagnose of one host says only what is about it, and as text names evidence and advice', async () => {
  const { view } = await diagnosis('beta');
  assert.ok(view.findings.length > 0);
  assert.deepEqual(
    said(view).filter((one) => one.includes('alpha')),
    [],
  );
  const { code, stdout } = await bondctl(['diagnose', 'beta']);
  assert.equal(code, 1);
  assert.match(stdout, /fault port-set-down: Somebody set eth2 down\.\n/);
  assert.match(stdout, /- ip address show eth2 on beta: down\n/);
  assert.match(stdout, /Do: Set it up: ip link set eth2 up\.\n/);
});
