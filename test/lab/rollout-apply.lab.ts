// lab: --hosts 2 --nics 2 --rate 200mbit --timeout 400 --mem 1536M
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { host } from '@bondctl/lab/inside/host';
import type { Picture } from '@bondctl/lab/inside/picture-compare';
import { cluster } from './cluster/cluster.ts';
import { differences, names, pictures } from './cluster/pair.ts';
import { absentSpec, pairSpec, specFile } from './cluster/specs.ts';

const { bondctl, startController, startAgent, join } = cluster();
const driver = (name: string): string => readFileSync(`/proc/${host(name).pid()}/net/bonding/sync0`, 'utf8');

let bare: readonly Picture[];

before(async () => {
  await startController();
  for (const name of names) {
    await join(name);
    await startAgent(name);
  }
  bare = await pictures();
});

test('an apply commits on both hosts', async () => {
  const applied = await bondctl(['apply', '--yes', '-f', specFile('commit', pairSpec())]);
  assert.equal(applied.code, 0, applied.stderr);
  for (const name of names) {
    assert.match(driver(name), /Bonding Mode: load balancing \(round-robin\)/);
    assert.match(driver(name), /Slave Interface: eth1[\s\S]*Slave Interface: eth2/);
    assert.match(driver(name), /MII Polling Interval \(ms\): 100/);
  }
});

test('a second apply of the same spec says that nothing is to do and touches no interface', async () => {
  const was = await pictures();
  const watchers = await Promise.all(
    names.map((name) => host(name).spawn(['ip', '-o', 'monitor', 'link', 'address', 'route'])),
  );
  const again = await bondctl(['apply', '--yes', '-f', specFile('commit', pairSpec())]);
  assert.equal(again.code, 0, again.stderr);
  assert.match(again.stdout, /nothing (is )?to do/i);
  for (const watcher of watchers) {
    watcher.kill('SIGTERM');
    await watcher.ended;
    assert.equal(watcher.stdout(), '', 'an interface was touched');
  }
  assert.deepEqual(differences(was, await pictures()), [[], []]);
});

test('an apply whose proof fails leaves both hosts whole as before', async () => {
  const was = await pictures();
  const missed = pairSpec({
    mtu: 9000,
    expect: '{ pathMtu: true, throughput: { streams: 1, atLeast: 5Gbit/s, seconds: 3 } }',
  });
  const applied = await bondctl(['apply', '--yes', '-f', specFile('missed', missed)]);
  assert.equal(applied.code, 1, applied.stderr);
  assert.match(applied.stdout, /bit\/s received, 5\.00 Gbit\/s expected/);
  assert.deepEqual(differences(was, await pictures()), [[], []]);
});

test('a change of mode and MTU commits, read back from the kernel', async () => {
  const changed = pairSpec({ mode: '802.3ad', mtu: 9000, options: '{ miimon: 100, lacp_rate: fast }' });
  const applied = await bondctl(['apply', '--yes', '-f', specFile('lacp', changed)]);
  assert.equal(applied.code, 0, applied.stderr);
  for (const name of names) {
    assert.match(driver(name), /IEEE 802\.3ad Dynamic link aggregation/);
    assert.match(driver(name), /Number of ports: 2/);
  }
  const status = await bondctl(['status', 'drbd']);
  assert.equal(status.code, 0, status.stderr);
  assert.match(status.stdout, /802\.3ad/);
});

test('a deletion leaves both hosts as bare as they began', async () => {
  const applied = await bondctl(['apply', '--yes', '-f', specFile('absent', absentSpec)]);
  assert.equal(applied.code, 0, applied.stderr);
  assert.deepEqual(differences(bare, await pictures()), [[], []]);
});
