// lab: --hosts 2 --nics 2 --switches --rate 200mbit --timeout 300 --mem 1536M exclusive
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { portMtu, switchMtu } from '@bondctl/lab/inside/faults';
import { isAlive, kill9, processesWith } from '@bondctl/lab/inside/processes';
import { eventually } from '@bondctl/lab/inside/wait';
import { tcpForth } from '@bondctl/proto/model/linktest';
import { cluster } from './cluster/cluster.ts';
import { specFile } from './cluster/specs.ts';
import { tested as testedWith } from './cluster/tested.ts';

const { bondctl, startController, startAgent, join } = cluster();
const spec = `version: 1
hosts: { alpha: {}, beta: {} }
bonds:
  sync0:
    hosts: [alpha, beta]
    ports: [eth1, eth2]
    mode: balance-rr
    options: { miimon: 100 }
    mtu: 9000
    addresses: { alpha: [10.9.0.1/24], beta: [10.9.0.2/24] }
links:
  drbd:
    ends: [alpha/sync0, beta/sync0]
    medium: switched
    lineRate: { rate: 200Mbit/s, framing: shaped }
    expect: { pathMtu: true }
`;
const iperfs = (): number[] => processesWith('iperf3 -');

const tested = (seconds: number) => testedWith(bondctl, ['--seconds', String(seconds)]);

before(async () => {
  for (const name of ['sw1', 'sw2']) await switchMtu(name, 9000);
  await startController();
  for (const name of ['alpha', 'beta']) {
    await join(name);
    await startAgent(name);
  }
  const applied = await bondctl(['apply', '--yes', '-f', specFile('link', spec)]);
  assert.equal(applied.code, 0, applied.stdout + applied.stderr);
});

test('a test keeps figures, both documents, both ends and what it was asked', async () => {
  const { code, view } = await tested(2);
  assert.equal(code, 0, JSON.stringify(view.judgement));
  const { run, documents, ports, parameters, probes } = view.result;
  assert.deepEqual(parameters, { streams: 1, seconds: 2, ...tcpForth });
  assert.ok(run?.ok);
  assert.ok(documents.client?.document.includes('"sum_received"'));
  assert.ok(documents.server?.document.includes('"sum_received"'));
  assert.ok(documents.client?.command.includes('-B'));
  assert.match(documents.client?.version ?? '', /^3\./);
  const sum = (shares: typeof ports.sender, key: 'txBytes' | 'rxBytes') =>
    shares.reduce((total, share) => total + share[key], 0);
  assert.ok(sum(ports.sender, 'txBytes') >= run.figures.receivedBytes);
  assert.ok(sum(ports.receiver, 'rxBytes') >= run.figures.receivedBytes);
  assert.deepEqual(
    probes.map((probe) => [probe.ipBytes, probe.received]),
    [
      [9000, 4],
      [9000, 4],
    ],
  );
  const { vitals, latency, surroundings } = view.result;
  assert.ok((vitals.sender?.tcp.outSegs ?? 0) > 0, JSON.stringify(vitals.sender));
  assert.ok((vitals.receiver?.tcp.inSegs ?? 0) > 0, JSON.stringify(vitals.receiver));
  assert.deepEqual(
    vitals.receiver?.ports.map(({ name }) => name),
    ['eth1', 'eth2'],
  );
  assert.ok((vitals.sender?.cpus.length ?? 0) > 0, 'no CPU of the sending end');
  assert.ok((latency?.idle?.count ?? 0) > 0, JSON.stringify(latency));
  assert.ok((latency?.loaded?.count ?? 0) > 0, JSON.stringify(latency));
  assert.match(surroundings.sender?.kernel ?? '', /^\d+\.\d+/);
  assert.equal(surroundings.receiver?.kernel, surroundings.sender?.kernel, 'both hosts live in one guest');
  assert.deepEqual(iperfs(), []);
  assert.deepEqual(processesWith('ping -n'), []);
});

test('a server that is killed every time makes the test inconclusive and leaves nothing running', async () => {
  let stop = false;
  const known = new Set<number>();
  const isNewClient = () => processesWith('iperf3 -c').some((pid) => !known.has(pid));
  const killer = (async () => {
    while (!stop) {
      // Only once its own client is at work: a server that is gone before is another fault.
      await eventually(() => stop || isNewClient(), { timeoutMs: 60_000 });
      for (const pid of processesWith('iperf3 -c')) known.add(pid);
      await new Promise((resolve) => setTimeout(resolve, 700));
      for (const pid of processesWith('iperf3 -s')) if (isAlive(pid)) kill9(pid);
    }
  })();
  const { code, view } = await tested(5);
  stop = true;
  await killer;
  assert.equal(code, 1);
  assert.equal(view.result.run?.ok, false);
  assert.equal(view.judgement.percentOfConfiguration, null, 'a void run has no percentage');
  assert.deepEqual(iperfs(), []);
});

test('jumbo frames that vanish on the way: path MTU no, and nothing is measured', async () => {
  for (const nic of ['eth1', 'eth2']) await portMtu({ host: 'beta', nic }, 1500);
  const { code, view } = await tested(2);
  assert.equal(code, 1);
  const [verdict] = view.judgement.verdicts;
  assert.equal(verdict?.expectation, 'pathMtu');
  assert.equal(verdict.held, 'no');
  assert.match(verdict.sentence, /alpha to beta: 0 of 4 packets of 9000 bytes/);
  assert.ok(view.result.probes.some((probe) => probe.ipBytes < 1500 && probe.received > 0));
  assert.equal(view.result.run, null);
});
