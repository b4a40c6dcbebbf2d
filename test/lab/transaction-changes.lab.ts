// lab: --hosts 2 --nics 3 --timeout 900
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { host } from '@bondctl/lab/inside/host';
import { settledPicture } from '@bondctl/lab/inside/picture';
import { comparePictures, type Picture } from '@bondctl/lab/inside/picture-compare';
import type { BondDesire } from '@bondctl/proto/model/bond';
import type { IfName } from '@bondctl/proto/model/names';
import { drive, isDriver } from './transaction-drive.ts';
import {
  absent,
  alpha,
  bond,
  change,
  journaled,
  looksLike,
  newTx,
  noWatchdogs,
  phaseOf,
  present,
  transact,
} from './transaction-host.ts';

/** Each starts where the one before it ended. */
const changes: readonly { readonly title: string; readonly desired: readonly BondDesire[] }[] = [
  {
    title: 'create with LACP, an MTU and addresses',
    desired: present({
      mode: '802.3ad',
      options: { miimon: '100', lacp_rate: 'fast', xmit_hash_policy: 'layer3+4' },
      mtu: 9000,
      addresses: ['10.9.0.1/24', 'fd00:9::1/64'],
    }),
  },
  {
    title: 'options by the smallest delta, one of them with the bond down',
    desired: present({
      mode: '802.3ad',
      options: { miimon: '50', updelay: '120', lacp_rate: 'slow', min_links: '1' },
    }),
  },
  { title: 'the MTU', desired: present({ mode: '802.3ad', options: {}, mtu: 1500 }) },
  {
    title: 'addresses',
    desired: present({
      mode: '802.3ad',
      options: {},
      addresses: ['10.9.0.3/24', '10.9.0.1/24', '10.8.0.1/16'],
    }),
  },
  {
    title: 'the mode',
    desired: present({ mode: 'active-backup', options: { miimon: '100', primary: 'eth2' } }),
  },
  {
    title: 'an option for which the bond must be empty',
    desired: present({ options: { fail_over_mac: 'active' }, addresses: ['10.9.0.1/24', 'fd00:9::1/64'] }),
  },
  { title: 'back to the bond’s own MAC address', desired: present({ options: { fail_over_mac: 'none' } }) },
  { title: 'the ports', desired: present({ options: {}, ports: ['eth1' as IfName, 'eth3' as IfName] }) },
  {
    title: 'tuning',
    desired: present({
      options: {},
      ports: ['eth1' as IfName, 'eth3' as IfName],
      tuning: { tcp_reordering: '127', tcp_max_reordering: '1000', tso: 'off', gro: 'off' },
    }),
  },
  {
    title: 'tuning that goes half back, and the mode',
    desired: present({
      mode: 'balance-rr',
      ports: ['eth1' as IfName, 'eth3' as IfName],
      tuning: { tcp_reordering: '3', gso: 'off', gro: 'on' },
    }),
  },
  { title: 'delete', desired: absent },
];

// The same file is the test and, inside the host, the agent under test.
if (isDriver()) await drive();
else {
  let picture: Picture;

  before(async () => {
    const ports = ['eth1', 'eth2'].flatMap((port) => [
      `link set ${port} down`,
      `link set ${port} master peer`,
    ]);
    await host('beta').ip(
      'link add peer type bond mode 802.3ad miimon 100 lacp_rate fast',
      ...ports,
      'link set peer mtu 9000 up',
    );
    // A NIC that was somebody's before: its address and its route must come back.
    await alpha.ip(
      'addr add 192.168.7.1/24 dev eth1',
      'route add 10.77.0.0/16 via 192.168.7.254 dev eth1 metric 9',
    );
    picture = await settledPicture('alpha');
  });

  for (const { title, desired } of changes) {
    test(`${title}: rolled back it is whole as before, committed it is as wanted`, async () => {
      const undone = newTx();
      const back = await transact([
        ...change(undone, desired),
        { kind: 'rollBack', tx: undone, why: 'the proof failed' },
      ]);
      assert.equal(phaseOf(back), 'rolledBack: the proof failed');
      await looksLike(picture, 'after the rollback');

      const kept = newTx();
      const committed = await transact([...change(kept, desired), { kind: 'confirm', tx: kept }]);
      assert.equal(phaseOf(committed), 'committed');
      assert.equal(journaled(kept).at(-1), 'committed');
      // A route for the next change to lose and put back.
      if (title.startsWith('create'))
        await alpha.ip(`route add 10.66.0.0/16 via 10.9.0.254 dev ${bond} proto static`);
      const after = await settledPicture('alpha');
      assert.notDeepEqual(comparePictures(picture, after), []);
      picture = after;

      const again = await transact([{ kind: 'plan', desired }]);
      assert.equal(again?.kind === 'planned' ? again.plan.steps.length : again?.kind, 0);
      await noWatchdogs();
    });
  }

  test('a commit is undone whole while nobody has forgotten it', async () => {
    const tx = newTx();
    const desired = present({ mode: 'balance-rr', mtu: 9000, addresses: ['10.9.0.1/24'] });
    const asked = [...change(tx, desired), { kind: 'confirm', tx } as const];
    assert.equal(phaseOf(await transact(asked)), 'committed');
    const undone = await transact([{ kind: 'rollBack', tx, why: 'the other end failed' }]);
    assert.equal(phaseOf(undone), 'rolledBack: the other end failed');
    await looksLike(picture, 'after the undo');
  });

  test('without a partner LACP does not settle, and the host comes back whole', async () => {
    await host('beta').ip('link set peer down');
    const was = await settledPicture('alpha');
    const tx = newTx();
    const asked = change(tx, present({ mode: '802.3ad' }), { settleMs: 3_000 });
    assert.match(phaseOf(await transact(asked)), /^rolledBack: it did not settle in time: /);
    await looksLike(was, 'after the rollback');
    await host('beta').ip('link set peer up');
  });
}
