// lab: --hosts 3 --nics 2 --switches --timeout 120
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { carrierDown, carrierUp, heal, impair, portMtu, switchMtu } from '@bondctl/lab/inside/faults';
import { host } from '@bondctl/lab/inside/host';
import { eventually } from '@bondctl/lab/inside/wait';

const alpha = host('alpha');
const beta = host('beta');

const pings = async (size: number): Promise<boolean> =>
  (await alpha.exec(['ping', '-c1', '-W1', '-M', 'do', '-s', String(size), '10.9.0.2'])).code === 0;

test('a switch with a small MTU swallows jumbo frames without a word', async () => {
  for (const [end, address] of [
    [alpha, '10.9.0.1/24'],
    [beta, '10.9.0.2/24'],
  ] as const) {
    await end.ip('link set eth1 mtu 9000', `addr add ${address} dev eth1`);
  }
  await switchMtu('sw1', 9000);
  await eventually(() => pings(8972));
  await portMtu({ host: 'beta', nic: 'eth1' }, 1500);
  assert.equal(await pings(8972), false);
  assert.equal(await pings(1472), true);
  await switchMtu('sw1', 9000);
  assert.equal(await pings(8972), true);
});

test('a switch port that goes down takes the carrier of its host only', async () => {
  const carrier = (name: string): string =>
    readFileSync(host(name).path('/sys/class/net/eth1/carrier'), 'utf8').trim();
  const plug = { host: 'alpha', nic: 'eth1' };
  await carrierDown(plug);
  assert.deepEqual([carrier('alpha'), carrier('beta')], ['0', '1']);
  await carrierUp(plug);
  await eventually(() => carrier('alpha') === '1');
});

test('frames to a host can vanish in the switch', async () => {
  const plug = { host: 'alpha', nic: 'eth1' };
  await eventually(() => pings(56));
  await impair(plug, 'loss 100%', 'in');
  assert.equal(await pings(56), false);
  await heal(plug, 'in');
  assert.equal(await pings(56), true);
});

test('LACP passes the switch', async () => {
  for (const end of [alpha, beta]) {
    await end.ip(
      'link add bond0 type bond mode 802.3ad miimon 100 lacp_rate fast',
      'link set eth2 down',
      'link set eth2 master bond0',
      'link set bond0 up',
    );
  }
  const driver = () => readFileSync(`/proc/${alpha.pid()}/net/bonding/bond0`, 'utf8');
  const betaMac = readFileSync(beta.path('/sys/class/net/bond0/address'), 'utf8').trim();
  await eventually(() => driver().includes(`Partner Mac Address: ${betaMac}`), { timeoutMs: 20_000 });
});
