// lab: --hosts 2 --nics 2 --rate 200mbit --timeout 120
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { carrierDown, carrierUp, heal, impair } from '@bondctl/lab/inside/faults';
import { host } from '@bondctl/lab/inside/host';
import { hostPicture, settledPicture } from '@bondctl/lab/inside/picture';
import { comparePictures, type Picture } from '@bondctl/lab/inside/picture-compare';
import { isAlive, processesWith, processState } from '@bondctl/lab/inside/processes';
import { eventually, eventuallyHolds } from '@bondctl/lab/inside/wait';

const alpha = host('alpha');
const beta = host('beta');
const ends = [
  { end: alpha, address: '10.9.0.1/24' },
  { end: beta, address: '10.9.0.2/24' },
];

async function makeBonds(): Promise<void> {
  for (const { end, address } of ends) {
    await end.ip(
      'link add bond0 type bond mode 802.3ad miimon 100 lacp_rate fast',
      ...['eth1', 'eth2'].flatMap((nic) => [`link set ${nic} down`, `link set ${nic} master bond0`]),
      'link set bond0 mtu 9000 up',
      `addr add ${address} dev bond0`,
    );
  }
  await eventually(
    () => driver('alpha').includes('Number of ports: 2') && driver('beta').includes('Number of ports: 2'),
    {
      timeoutMs: 20_000,
    },
  );
}

async function removeBonds(): Promise<void> {
  for (const { end } of ends)
    await end.ip('link del bond0', 'link set eth1 mtu 1500 up', 'link set eth2 mtu 1500 up');
  await bareAgain();
}

let bare: Picture;
before(async () => {
  bare = await settledPicture('alpha');
});

const bareAgain = () =>
  eventuallyHolds(async () => assert.deepEqual(comparePictures(bare, await hostPicture('alpha')), []), {
    timeoutMs: 20_000,
    everyMs: 500,
  });

const driver = (name: string): string => readFileSync(`/proc/${host(name).pid()}/net/bonding/bond0`, 'utf8');

test('a host has its own name, /etc, /run, processes and state', async () => {
  assert.equal((await alpha.must(['hostname'])).trim(), 'alpha');
  assert.equal((await beta.must(['cat', '/etc/hostname'])).trim(), 'beta');
  for (const file of ['/etc/only-here', '/run/only-here', '/var/lib/bondctl-agent/only-here']) {
    writeFileSync(alpha.path(file), 'alpha\n');
    assert.equal(await alpha.must(['cat', file]), 'alpha\n');
    assert.equal(existsSync(beta.path(file)), false, `beta sees ${file}`);
    assert.equal(existsSync(file), false, `the lab itself sees ${file}`);
  }
  assert.deepEqual((await alpha.must(['ls', '/sys/class/net'])).split('\n').filter(Boolean), [
    'bonding_masters',
    'eth1',
    'eth2',
    'lo',
    'mgmt0',
  ]);
  const sleeper = await alpha.spawn(['sleep', '4321']);
  assert.match(await alpha.must(['ps', 'ax']), /sleep 4321/);
  assert.doesNotMatch(await beta.must(['ps', 'ax']), /sleep 4321/);
  sleeper.kill('SIGKILL');
  await sleeper.ended;
});

test('hosts reach each other and the lab over the management network', async () => {
  for (const address of ['10.99.0.1', '10.99.0.3']) await alpha.must(['ping', '-c1', '-W5', address]);
});

test('a program’s output and exit code come back', async () => {
  const ran = await alpha.exec(['sh', '-c', 'echo out; echo err >&2; exit 7']);
  assert.deepEqual(ran, { code: 7, signal: null, stdout: 'out\n', stderr: 'err\n' });
});

test('LACP forms over cables, and a bond made again compares whole with before', async () => {
  await makeBonds();
  const bonded = await settledPicture('alpha');
  assert.notDeepEqual(comparePictures(bare, bonded), []);
  await alpha.must(['ping', '-c1', '-W5', '-M', 'do', '-s', '8972', '10.9.0.2']);
  await removeBonds();
  await makeBonds();
  await eventuallyHolds(
    async () => assert.deepEqual(comparePictures(bonded, await hostPicture('alpha')), []),
    {
      timeoutMs: 60_000,
      everyMs: 1_000,
    },
  );
  await removeBonds();
});

test('a picture notices an address, an MTU, a route and a queue', async () => {
  await alpha.ip(
    'addr add 10.7.0.1/24 dev eth1',
    'link set eth2 mtu 1400',
    'route add 10.8.0.0/24 dev mgmt0',
  );
  await impair({ host: 'alpha', nic: 'eth1' }, 'delay 1ms');
  const paths = comparePictures(bare, await hostPicture('alpha')).map(({ path }) => path);
  for (const part of [
    /^addr\.eth1\.addr_info\.10\.7\.0\.1 24\./,
    /^link\.eth2\.mtu$/,
    /^route\..*10\.8\.0\.0\/24/,
    /^qdisc\.eth1/,
  ]) {
    assert.ok(
      paths.some((path) => part.test(path)),
      `${part} is not among ${paths.join(', ')}`,
    );
  }
  await heal({ host: 'alpha', nic: 'eth1' });
  await alpha.ip(
    'addr del 10.7.0.1/24 dev eth1',
    'link set eth2 mtu 1500',
    'route del 10.8.0.0/24 dev mgmt0',
  );
  await eventuallyHolds(async () => assert.deepEqual(comparePictures(bare, await hostPicture('alpha')), []));
});

test('a pulled cable is seen by the driver and by the far host', async () => {
  await makeBonds();
  await carrierDown({ host: 'alpha', nic: 'eth2' });
  await eventually(() => /Slave Interface: eth2\nMII Status: down/.test(driver('alpha')));
  await carrierUp({ host: 'alpha', nic: 'eth2' });
  await eventually(() => /Slave Interface: eth2\nMII Status: up/.test(driver('alpha')));
  assert.match(driver('alpha'), /Slave Interface: eth2\n(.*\n)*?Link Failure Count: 1/);
  await removeBonds();
});

test('a disturbed line loses frames in the direction that was asked for, and heals', async () => {
  const plug = { host: 'alpha', nic: 'eth1' };
  await alpha.ip('addr add 10.6.0.1/24 dev eth1');
  await beta.ip('addr add 10.6.0.2/24 dev eth1');
  const ping = async () => (await alpha.exec(['ping', '-c1', '-W1', '10.6.0.2'])).code;
  for (const direction of ['out', 'in'] as const) {
    await eventually(async () => (await ping()) === 0);
    await impair(plug, 'loss 100%', direction);
    assert.equal(await ping(), 1, direction);
    await heal(plug, direction);
  }
  assert.equal(await ping(), 0);
});

test('a program in a host is found, watched and killed by its own process id', async () => {
  const program = await alpha.spawn(['sh', '-c', 'echo ready; exec sleep 1234']);
  await eventually(() => program.stdout() === 'ready\n' && processesWith('sleep 1234').includes(program.pid));
  await eventually(() => processState(program.pid) === 'S');
  program.kill('SIGKILL');
  assert.deepEqual(await program.ended, { code: null, signal: 'SIGKILL' });
  assert.equal(isAlive(program.pid), false);
});

test('an orphan that ends in a host does not stay as a zombie', async () => {
  await alpha.must(['sh', '-c', '(exec sleep 0.2) & exit 0']);
  await eventuallyHolds(async () =>
    assert.doesNotMatch(await alpha.must(['ps', 'ax']), /sleep 0\.2|defunct/),
  );
});

test('a host that loses power loses its processes and /run, and keeps /etc and its links', async () => {
  const program = await beta.spawn(['sh', '-c', 'sleep 5678 & wait']);
  await eventually(() => processesWith('sleep 5678').length > 0);
  writeFileSync(beta.path('/etc/kept'), 'kept');
  writeFileSync(beta.path('/run/lost'), 'lost');
  await beta.powerOff();
  await program.ended;
  assert.deepEqual(processesWith('sleep 5678'), []);
  await beta.boot();
  assert.equal(await beta.must(['cat', '/etc/kept']), 'kept');
  assert.equal(existsSync(beta.path('/run/lost')), false);
  assert.match(await beta.must(['ip', '-br', 'addr']), /mgmt0.* 10\.99\.0\.3\/16/);
});
