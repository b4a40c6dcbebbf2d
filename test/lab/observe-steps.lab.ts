// lab: --hosts 2 --nics 2 --timeout 90
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { host } from '@bondctl/lab/inside/host';
import { variable } from '@bondctl/lab/inside/topology';
import type { HostState } from '@bondctl/proto/model/host';
import { drive, isDriver, type Line } from './observe-drive.ts';

const alpha = host('alpha');
const bond = 'sync0';
const ports = ['eth1', 'eth2'];

/** Steps as they come over the wire. */
type Step = { readonly do: string; readonly [key: string]: unknown };

interface Done {
  /** What each step that failed said. */
  readonly errors: readonly string[];
  readonly state: HostState;
}

/** Performs the steps in alpha, whatever becomes of each, and reads the host. */
async function perform(...steps: readonly Step[]): Promise<Done> {
  const program = `${variable('LAB')}/job/test.mjs`;
  const text = await alpha.must(['node', program, 'steps', JSON.stringify(steps)]);
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  assert.deepEqual(
    lines.filter((line) => line.kind === 'problem'),
    [],
  );
  const state = lines.find((line) => line.kind === 'state')?.state;
  assert.ok(state);
  return {
    errors: lines.flatMap((line) => (line.kind === 'step' && line.error !== null ? [line.error] : [])),
    state,
  };
}

const makeBond = (mode: string, options: Record<string, string>): readonly Step[] => [
  ...ports.map((device) => ({ do: 'linkDown', device })),
  { do: 'createBond', bond, mode, options },
  ...ports.map((port) => ({ do: 'addPort', bond, port })),
  { do: 'linkUp', device: bond },
];

// The same file is the test and, inside the host, the reader and writer under test.
if (isDriver()) await drive();
else {
  afterEach(async () => {
    await alpha.exec(['ip', 'link', 'del', bond]);
    await alpha.ip('link set eth1 mtu 1500 up', 'link set eth2 mtu 1500 up');
  });

  test('a bond is made whole and read back with every option it was made with', async () => {
    const options = {
      miimon: '100',
      updelay: '200',
      lacp_rate: 'fast',
      xmit_hash_policy: 'layer3+4',
      min_links: '1',
    };
    const { errors, state } = await perform(
      ...makeBond('802.3ad', options),
      { do: 'setMtu', device: bond, from: 1500, to: 9000 },
      { do: 'addAddress', device: bond, cidr: '10.9.0.1/24' },
      {
        do: 'addRoute',
        device: bond,
        family: 'inet',
        route: '10.20.0.0/16 via 10.9.0.2 proto static metric 50',
      },
    );
    assert.deepEqual(errors, []);
    const [made] = state.bonds;
    assert.equal(made?.mode, '802.3ad');
    assert.deepEqual(made?.ports, ports);
    assert.deepEqual({ ...made?.options, ...options }, made?.options);
    const found = state.interfaces.find((one) => one.name === bond);
    assert.deepEqual([found?.kind, found?.mtu, found?.up], ['bond', 9000, true]);
    assert.ok(
      found?.addresses.some((address) => address.cidr === '10.9.0.1/24' && address.origin === 'static'),
    );
    assert.deepEqual(
      state.routes.filter((route) => route.device === bond && !route.madeByKernel).map((route) => route.text),
      ['10.20.0.0/16 via 10.9.0.2 table main proto static scope global metric 50'],
    );
    assert.deepEqual(state.controlPath, ['mgmt0']);
    assert.deepEqual([...new Set(state.interfaces.map((one) => one.owner))], ['none']);
  });

  test('what was read of a route puts it back', async () => {
    await perform(
      ...makeBond('balance-rr', { miimon: '100' }),
      { do: 'addAddress', device: bond, cidr: '10.9.0.1/24' },
      { do: 'addAddress', device: bond, cidr: 'fd00:9::1/64' },
    );
    await alpha.ip(
      `route add 10.21.0.0/16 via 10.9.0.2 dev ${bond} mtu 1400 metric 7`,
      `route add 10.22.0.0/16 via 192.0.2.1 dev ${bond} onlink`,
      `route add 10.23.0.0/16 nexthop via 10.9.0.2 dev ${bond} weight 2 nexthop via 10.99.0.1 dev mgmt0`,
      `route add 10.24.0.0/16 dev ${bond} table 100 src 10.9.0.1`,
      `route add fd00:20::/64 via fd00:9::2 metric 77`,
    );
    const kept = (state: HostState) =>
      state.routes.filter((route) => route.device === bond && !route.madeByKernel);
    const before = kept((await perform()).state);
    assert.equal(before.length, 5);
    const steps = (verb: string) =>
      before.map(({ device, family, text }): Step => ({ do: verb, device, family, route: text }));
    const removed = await perform(...steps('removeRoute'));
    assert.deepEqual([removed.errors, kept(removed.state)], [[], []]);
    const again = await perform(...steps('addRoute'));
    assert.deepEqual([again.errors, kept(again.state)], [[], before]);
  });

  test('live options, targets, mode and their way back', async () => {
    const { errors, state } = await perform(
      ...makeBond('active-backup', { miimon: '100' }),
      { do: 'setOption', bond, option: 'primary', from: '', to: 'eth2' },
      { do: 'setOption', bond, option: 'arp_interval', from: '0', to: '200' },
      { do: 'setOption', bond, option: 'arp_ip_target', from: '', to: '10.9.0.2,10.9.0.3' },
      { do: 'setOption', bond, option: 'arp_ip_target', from: '10.9.0.2,10.9.0.3', to: '10.9.0.3' },
      { do: 'setOption', bond, option: 'ns_ip6_target', from: '', to: 'fd00::2' },
    );
    assert.deepEqual(errors, []);
    const { primary, arp_ip_target, ns_ip6_target, miimon } = state.bonds[0]?.options ?? {};
    assert.deepEqual([primary, arp_ip_target, ns_ip6_target, miimon], ['eth2', '10.9.0.3', 'fd00::2', '0']);
    const gone = await perform(
      { do: 'setOption', bond, option: 'primary', from: 'eth2', to: '' },
      { do: 'linkDown', device: bond },
      ...ports.map((port) => ({ do: 'removePort', bond, port })),
      { do: 'setMode', bond, from: 'active-backup', to: '802.3ad' },
      { do: 'setOption', bond, option: 'lacp_rate', from: 'slow', to: 'fast' },
    );
    assert.deepEqual(gone.errors, []);
    assert.deepEqual([gone.state.bonds[0]?.mode, gone.state.bonds[0]?.ports], ['802.3ad', []]);
    const deleted = await perform({ do: 'deleteBond', bond, mode: '802.3ad', options: {} });
    assert.deepEqual([deleted.errors, deleted.state.bonds], [[], []]);
  });

  test('what the kernel refuses is one sentence that says why', async () => {
    const { errors } = await perform(
      ...makeBond('802.3ad', {}),
      { do: 'setOption', bond, option: 'lacp_rate', from: 'slow', to: 'fast' },
      { do: 'setOption', bond, option: 'primary', from: '', to: 'eth1' },
      { do: 'setMode', bond, from: '802.3ad', to: 'balance-rr' },
      { do: 'addPort', bond, port: 'eth9' },
      { do: 'setOption', bond, option: 'miimon', from: '100', to: 'often' },
      { do: 'linkUp', device: 'eth1;reboot' },
    );
    assert.deepEqual(
      errors.map((error) => error.replace(/ \(the kernel said: .*\)/, '')),
      [
        'Setting lacp_rate of sync0 to "fast" failed: the bond must be down for it.',
        'Setting primary of sync0 to "eth1" failed: the mode of the bond does not have this option.',
        'Setting the mode of sync0 to balance-rr failed: the bond must have no ports for it.',
        'Adding eth9 to sync0 failed: there is no such interface.',
        'Setting miimon of sync0 to "often" failed: the kernel does not take this value now.',
        'The step linkUp has "eth1;reboot", which is no plain word.',
      ],
    );
  });
}
