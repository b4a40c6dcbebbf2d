// lab: --hosts 3 --nics 2 --switches --rate 100mbit --timeout 600 --mem 1536M exclusive
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { carrierDown, carrierUp, heal, impair, portMtu, switchMtu } from '@bondctl/lab/inside/faults';
import { host, type Started } from '@bondctl/lab/inside/host';
import { addSwitch, lacp, lineRate, plugInto } from '@bondctl/lab/inside/rewire';
import { eventually } from '@bondctl/lab/inside/wait';
import { formatSubject, type RankedFinding } from '@bondctl/proto/model/finding';
import { cluster } from './cluster/cluster.ts';
import { pairSpec, specFile } from './cluster/specs.ts';
import { askedOf } from './cluster/tested.ts';

const { bondctl, client, startController, startAgents, joinAll } = cluster();
const names = ['alpha', 'beta', 'gamma'] as const;
const ends = ['alpha', 'beta'] as const;
const nics = ['eth1', 'eth2'] as const;
const nic = (name: string, at: 1 | 2) => ({ host: name, nic: `eth${at}` });
const asked = askedOf(client);

const lacpOptions = (policy: string) => `{ miimon: 100, lacp_rate: fast, xmit_hash_policy: ${policy} }`;
const specOf = (mode: string, options: string): string =>
  pairSpec({
    mode,
    options,
    mtu: 9000,
    expect: '{ pathMtu: true, throughput: { streams: 4, seconds: 3, atLeast: 80% } }',
  })
    .replace('{ alpha: {}, beta: {} }', '{ alpha: {}, beta: {}, gamma: {} }')
    .replace('rate: 200Mbit/s', 'rate: 100Mbit/s');

async function apply(spec: string): Promise<void> {
  const { code, stdout, stderr } = await bondctl(['apply', '--yes', '-f', specFile('causes', spec)]);
  assert.equal(code, 0, stdout + stderr);
}

const said = ({ rule, subject, severity, evidence }: RankedFinding): string =>
  `${severity} ${formatSubject(subject)}: ${rule} (${evidence.join('; ')})`;

/** What a test finds: the first is the cause, and each other one is on the case's list. */
async function findsFirst(first: RegExp, allowed: Readonly<Record<string, string>> = {}): Promise<void> {
  const { findings, judgement, result } = await asked({ streams: 4, seconds: 3 });
  const all = findings.map(said).join('\n');
  const [cause, ...others] = findings;
  assert.ok(cause !== undefined, `nothing was found: ${JSON.stringify({ judgement, run: result.run })}`);
  assert.match(said(cause), first, all);
  assert.ok(cause.evidence.length > 0 && cause.advice !== '', said(cause));
  const surprising = others.filter(({ rule }) => rule !== cause.rule && !Object.hasOwn(allowed, rule));
  assert.deepEqual(surprising.map(said), [], all);
}

const bondText = (name: string): string =>
  readFileSync(`/proc/${host(name).pid()}/net/bonding/sync0`, 'utf8');

/** Both ends with both ports in one aggregator, and the controller knows. */
async function settled(): Promise<void> {
  await eventually(
    async () => {
      if (!ends.every((name) => bondText(name).includes('Number of ports: 2'))) return false;
      const { findings } = await client.diagnose('drbd');
      return findings.every(({ severity }) => severity === 'note');
    },
    { timeoutMs: 60_000, everyMs: 500 },
  );
}

/** A spinning program in a host, until it is stopped. */
const burn = (): Promise<Started> => host('gamma').spawn(['sh', '-c', 'while :; do :; done']);

before(async () => {
  for (const name of ['sw1', 'sw2']) await switchMtu(name, 9000);
  await startController();
  await joinAll(names);
  await startAgents(names);
  await apply(specOf('802.3ad', lacpOptions('layer3+4')));
  await settled();
});

test('a healthy link: no fault and no warning', async () => {
  const { findings, judgement } = await asked({ streams: 4, seconds: 3 });
  assert.deepEqual(findings.filter(({ severity }) => severity !== 'note').map(said), []);
  assert.equal(judgement.passed, true, JSON.stringify(judgement));
});

test('one cable down', async () => {
  for (const name of ends) await carrierDown(nic(name, 2));
  await eventually(() => ends.every((name) => bondText(name).includes('MII Status: down')));
  await findsFirst(/port-no-carrier/, {
    'rate-low': 'one of two ports is left',
    'lacp-aggregators-differ': 'a port without carrier is in no aggregator',
  });
  for (const name of ends) await carrierUp(nic(name, 2));
  await settled();
});

test('a switch with MTU 1500 on both legs', async () => {
  for (const at of nics) await portMtu({ host: 'beta', nic: at }, 1500);
  await findsFirst(/drbd: path-black-hole/);
  for (const at of nics) await portMtu({ host: 'beta', nic: at }, 9000);
});

test('a switch with MTU 1500 on one leg only', async () => {
  await portMtu(nic('beta', 2), 1500);
  await findsFirst(/eth2: path-leg-narrow/);
  await portMtu(nic('beta', 2), 9000);
});

test('an LACP partner that is silent', async () => {
  for (const name of ends) for (const at of nics) await lacp({ host: name, nic: at }, 'swallowed');
  await eventually(() => bondText('alpha').includes('Partner Mac Address: 00:00:00:00:00:00'), {
    timeoutMs: 30_000,
  });
  await findsFirst(/lacp-no-partner/, {
    'lacp-aggregators-differ': 'without a partner every port is an aggregator of its own',
    'rate-low': 'one port of two is used',
  });
  for (const name of ends) for (const at of nics) await lacp({ host: name, nic: at }, 'passes');
  await settled();
});

test('one side in another mode', async () => {
  const bond = ['link set sync0 down', ...nics.map((at) => `link set ${at} nomaster`)];
  const ports = nics.flatMap((at) => [`link set ${at} down`, `link set ${at} master sync0`]);
  const remade = (words: string) => [
    ...bond,
    `link set sync0 type bond ${words}`,
    ...ports,
    'link set sync0 mtu 9000 up',
  ];
  await host('beta').ip(...remade('mode balance-rr'), 'addr replace 10.9.0.2/24 dev sync0');
  await eventually(() => bondText('alpha').includes('Partner Mac Address: 00:00:00:00:00:00'), {
    timeoutMs: 30_000,
  });
  await findsFirst(/drbd: link-modes-differ/, {
    'lacp-no-partner': 'the other end does not speak LACP',
    'lacp-aggregators-differ': 'without a partner every port is an aggregator of its own',
    'path-leg-dead': 'one end sends by ports that the other does not use',
    'path-passes-nothing': 'one end sends by ports that the other does not use',
    'port-receives-nothing': 'one end sends by ports that the other does not use',
    'packets-lost': 'one end sends by ports that the other does not use',
    'rate-low': 'one port of two is used',
  });
  await host('beta').ip(
    ...remade('mode 802.3ad lacp_rate fast xmit_hash_policy layer3+4 miimon 100'),
    'addr replace 10.9.0.2/24 dev sync0',
  );
  await settled();
});

test('ports crossed to two partners', async () => {
  await host('gamma').ip(
    'link add sync0 type bond mode 802.3ad miimon 100 lacp_rate fast',
    ...nics.flatMap((at) => [`link set ${at} down`, `link set ${at} master sync0`]),
    'link set sync0 mtu 9000 up',
  );
  await addSwitch('sw3');
  await plugInto(nic('gamma', 1), 'sw3');
  await plugInto(nic('beta', 2), 'sw3');
  await eventually(
    async () => (await client.diagnose('drbd')).findings.some(({ rule }) => rule === 'ports-crossed'),
    {
      timeoutMs: 60_000,
      everyMs: 500,
    },
  );
  await findsFirst(/ports-crossed/, {
    'lacp-partners-differ': 'the cables lead to two systems',
    'lacp-aggregators-differ': 'each partner is an aggregator of its own',
    'link-partner-wrong': 'an end may stand by the other host',
    'path-passes-nothing': 'the ends may use cables that lead elsewhere',
    'rate-low': 'one port of two is used',
    'test-cannot-connect': 'the ends may use cables that lead elsewhere',
  });
  await plugInto(nic('beta', 2), 'sw2');
  await host('gamma').ip('link del sync0');
  for (const at of nics) await carrierDown({ host: 'gamma', nic: at });
  await settled();
});

test('a port limited to a tenth', async () => {
  await lineRate(nic('alpha', 2), '10mbit');
  await findsFirst(/alpha\/sync0 eth2: port-limited/, {
    'rate-low': 'half of the streams are slow',
    'packets-lost': 'the short queue of the slow port overflows',
    'latency-under-load': 'the queue of the slow port is long',
    'pings-lost': 'the short queue of the slow port overflows',
    'tcp-timeouts': 'the short queue of the slow port overflows',
    'streams-went-elsewhere': 'what the slow port was given it did not carry',
  });
  await lineRate(nic('alpha', 2));
});

test('one per cent of packets lost', async () => {
  for (const at of nics) await impair({ host: 'alpha', nic: at }, 'loss 1%');
  await findsFirst(/drbd: packets-lost/, {
    'rate-low': 'TCP slows down at each loss',
    'pings-lost': 'pings get lost too',
    'tcp-timeouts': 'a retransmission got lost too',
    'streams-uneven': 'chance hits one stream more than another',
  });
  for (const at of nics) await heal({ host: 'alpha', nic: at });
});

test('a policy that cannot split many streams', async () => {
  await apply(specOf('802.3ad', lacpOptions('layer2')));
  await settled();
  await findsFirst(/policy-cannot-split/, {
    'probes-reach-one-port': 'the policy sends pings through one port too',
    'port-idle': 'the other port has nothing to do',
  });
  await apply(specOf('802.3ad', lacpOptions('layer3+4')));
  await settled();
});

test('traffic of others during the test', async () => {
  const server = await host('beta').spawn(['iperf3', '-s', '-1', '-p', '6000', '-B', '10.9.0.2']);
  await eventually(
    async () => (await host('beta').must(['ss', '-ltnH', 'sport = :6000'])).includes('LISTEN'),
    {
      timeoutMs: 10_000,
    },
  );
  const others = ['iperf3', '-c', '10.9.0.2', '-p', '6000', '-B', '10.9.0.1', '-u', '-b', '60M', '-t', '30'];
  const sender = await host('alpha').spawn(others);
  await findsFirst(/traffic-of-others/, {
    'rate-low': 'the others have their part',
    'packets-lost': 'both together fill the queues',
    'pings-lost': 'both together fill the queues',
    'tcp-timeouts': 'both together fill the queues',
    'latency-under-load': 'both together fill the queues',
    'streams-uneven': 'the others use one port',
    'streams-went-elsewhere': 'the others use one port',
    'cpu-busy': 'others use the processor too',
  });
  sender.kill('SIGTERM');
  await sender.ended;
  server.kill('SIGTERM');
  await server.ended;
});

test('a busy CPU', async () => {
  const burners = await Promise.all([burn(), burn(), burn(), burn(), burn(), burn()]);
  await findsFirst(/cpu-busy/, {
    'rate-low': 'the processor has no time for more',
    'softnet-dropped': 'the processor comes too late',
    'softnet-squeezed': 'the processor comes too late',
    'latency-under-load': 'answers wait for the processor',
    'packets-lost': 'queues overflow while the processor is elsewhere',
    'tcp-timeouts': 'acknowledgements wait for the processor',
    'streams-uneven': 'each stream waits for the processor another time',
  });
  for (const burner of burners) burner.kill('SIGKILL');
  await Promise.all(burners.map(({ ended }) => ended));
});

test('a duplicate address', async () => {
  for (const at of nics) await carrierUp({ host: 'gamma', nic: at });
  await plugInto(nic('gamma', 1), 'sw1');
  await host('gamma').ip(
    'link add sync0 type bond mode active-backup miimon 100',
    ...nics.flatMap((at) => [`link set ${at} down`, `link set ${at} master sync0`]),
    'link set sync0 mtu 9000 up',
    'addr add 10.9.0.1/24 dev sync0',
  );
  await eventually(
    async () => (await client.diagnose('drbd')).findings.some(({ rule }) => rule === 'ip-on-two-hosts'),
    {
      timeoutMs: 60_000,
      everyMs: 500,
    },
  );
  await findsFirst(/ip-on-two-hosts/, {
    'path-passes-nothing': 'answers may go to the other host',
    'path-leg-dead': 'answers may go to the other host',
    'test-cannot-connect': 'answers may go to the other host',
    'test-void': 'the other host answers in between',
    'packets-lost': 'the other host answers in between',
    'tcp-timeouts': 'the other host answers in between',
    'rate-low': 'the other host answers in between',
    'network-mtu-differs': 'the other host is in the network too',
  });
  await host('gamma').ip('link del sync0');
});

test('a delay on one leg', async () => {
  await apply(specOf('balance-rr', '{ miimon: 100 }'));
  await impair(nic('alpha', 2), 'delay 10ms');
  await findsFirst(/leg-delayed/, {
    'reordering-slows': 'packets overtake those of the slow leg',
    'packets-reordered': 'packets overtake those of the slow leg',
    'rate-low': 'TCP takes reordering for loss',
    'tcp-timeouts': 'TCP takes reordering for loss',
    'packets-lost': 'TCP takes reordering for loss',
  });
  await heal(nic('alpha', 2));
});
