// lab: --hosts 2 --nics 2 --timeout 240 --mem 1536M
import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { before, test } from 'node:test';
import { must } from '@bondctl/lab/inside/command';
import { carrierDown, carrierUp } from '@bondctl/lab/inside/faults';
import { host } from '@bondctl/lab/inside/host';
import type { Picture } from '@bondctl/lab/inside/picture-compare';
import { cluster } from './cluster/cluster.ts';
import { differences, names, pictures } from './cluster/pair.ts';
import { pairSpec, specFile } from './cluster/specs.ts';

const { bondctl, startController, startAgent, join } = cluster();

let bare: readonly Picture[];

/** A tap is the one NIC of the lab whose speed and duplex can be set. */
async function addTaps(name: string): Promise<void> {
  await host(name).ip('tuntap add dev tap0 mode tap', 'tuntap add dev tap1 mode tap');
  await host(name).must(['ethtool', '-s', 'tap0', 'speed', '100', 'duplex', 'half']);
  await host(name).must(['ethtool', '-s', 'tap1', 'speed', '100', 'duplex', 'full']);
  await host(name).ip('link set tap0 up', 'link set tap1 up');
}

before(async () => {
  await startController();
  await must(['modprobe', 'tun']);
  if (!existsSync('/dev/net/tun')) {
    mkdirSync('/dev/net', { recursive: true });
    await must(['mknod', '/dev/net/tun', 'c', '10', '200']);
  }
  for (const name of names) {
    await addTaps(name);
    await join(name);
    await startAgent(name);
  }
  bare = await pictures();
});

/** Plans and applies a spec that must be refused, and gives what people read. */
async function refused(spec: string, code: number): Promise<string> {
  const file = specFile('refused', spec);
  const planned = await bondctl(['plan', '-f', file]);
  assert.equal(planned.code, code, `${planned.stdout}${planned.stderr}`);
  const applied = await bondctl(['apply', '--yes', '-f', file]);
  assert.equal(applied.code, code, `${applied.stdout}${applied.stderr}`);
  return `${planned.stdout}${planned.stderr}`;
}

const lacp = (ports: string) =>
  pairSpec({ mode: '802.3ad', ports, options: '{ miimon: 100, lacp_rate: fast }' });

test('802.3ad over a half-duplex port is refused by name', async () => {
  const said = await refused(lacp('[tap0, tap1]'), 4);
  assert.match(said, /tap0.*half/i);
  assert.doesNotMatch(said, /tap1.*half/i);
});

test('802.3ad over a port of unknown speed is refused by name', async () => {
  for (const name of names) await carrierDown({ host: name, nic: 'eth2' });
  try {
    assert.match(await refused(lacp('[eth1, eth2]'), 4), /eth2.*speed/i);
  } finally {
    for (const name of names) await carrierUp({ host: name, nic: 'eth2' });
  }
});

test('an interface that does not exist is refused by name', async () => {
  assert.match(await refused(pairSpec({ ports: '[eth1, eth9]' }), 4), /eth9/);
});

test('the interface of the control path is refused by name', async () => {
  assert.match(await refused(pairSpec({ ports: '[eth1, mgmt0]' }), 4), /mgmt0/);
});

test('an option that the mode refuses is a mistake with its place', async () => {
  const said = await refused(pairSpec({ options: '{ miimon: 100, lacp_rate: fast }' }), 2);
  assert.match(said, /refused\.yaml:8:\d+.*lacp_rate/);
});

test('after every refusal both hosts are whole as before', async () => {
  assert.deepEqual(differences(bare, await pictures()), [[], []]);
});
