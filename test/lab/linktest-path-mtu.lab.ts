// lab: --hosts 2 --nics 2 --switches --timeout 60
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portMtu, switchMtu } from '@bondctl/lab/inside/faults';
import { host } from '@bondctl/lab/inside/host';
import { variable } from '@bondctl/lab/inside/topology';
import { eventually } from '@bondctl/lab/inside/wait';
import type { ProbeAnswer } from '@bondctl/proto/model/linktest';
import type { BondName, HostId, TestId } from '@bondctl/proto/model/names';
import { drive, isDriver, type TestOrder } from './linktest-drive.ts';

const alpha = host('alpha');
const beta = host('beta');
const bond = 'bond0' as BondName;
const end = (name: string) => ({ host: name as HostId, bond });

async function makeBonds(): Promise<void> {
  for (const [number, on] of [alpha, beta].entries())
    await on.ip(
      'link add bond0 type bond mode balance-rr miimon 100',
      ...['eth1', 'eth2'].flatMap((nic) => [`link set ${nic} down`, `link set ${nic} master bond0`]),
      'link set bond0 mtu 9000 up',
      `addr add 10.9.0.${number + 1}/24 dev bond0`,
    );
  for (const name of ['sw1', 'sw2']) await switchMtu(name, 9000);
  await eventually(async () => (await alpha.exec(['ping', '-c1', '-W1', '10.9.0.2'])).code === 0);
}

async function probe(ipBytes: number): Promise<ProbeAnswer> {
  const order: TestOrder = {
    kind: 'probe',
    test: 'test_aaaaaaaa' as TestId,
    bond,
    peer: '10.9.0.2',
    from: end('alpha'),
    to: end('beta'),
    ipBytes,
    identifier: null,
  };
  const program = `${variable('LAB')}/job/test.mjs`;
  const started = await alpha.spawn(['node', program, 'drive', '/run/linktest', JSON.stringify([order])]);
  await eventually(() => started.stdout().includes('"kind":"done"'), { timeoutMs: 20_000 });
  started.kill('SIGTERM');
  await started.ended;
  return (JSON.parse(started.stdout().split('\n')[0] ?? '') as { probe: ProbeAnswer }).probe;
}

if (isDriver()) {
  await drive();
} else {
  test('jumbo frames pass while every switch port is jumbo', async () => {
    await makeBonds();
    const { sent, received } = await probe(9000);
    assert.deepEqual({ sent, received }, { sent: 4, received: 4 });
  });

  test('one leg that swallows jumbo frames is seen, without a word from anybody', async () => {
    await portMtu({ host: 'beta', nic: 'eth2' }, 1500);
    const big = await probe(9000);
    assert.ok(big.received < big.sent, `all of ${big.sent} arrived`);
    assert.equal(big.complaint, null);
  });

  test('a path that swallows jumbo frames lets small ones pass', async () => {
    await portMtu({ host: 'beta', nic: 'eth1' }, 1500);
    const [big, small] = [await probe(9000), await probe(84)];
    assert.deepEqual({ received: big.received, complaint: big.complaint }, { received: 0, complaint: null });
    assert.equal(small.received, small.sent);
  });
}
