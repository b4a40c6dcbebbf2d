// lab: --hosts 2 --nics 2 --rate 200mbit --timeout 180

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Host, host, type Started } from '@bondctl/lab/inside/host';
import { kill9, processesWith } from '@bondctl/lab/inside/processes';
import { variable } from '@bondctl/lab/inside/topology';
import { eventually } from '@bondctl/lab/inside/wait';
import type { CommandOutcome } from '@bondctl/proto/model/command';
import { tcpForth } from '@bondctl/proto/model/linktest';
import type { BondName, HostId, TestId } from '@bondctl/proto/model/names';
import { readRun } from '../../packages/agent/src/parse/iperf3-json.ts';
import { drive, isDriver, type TestOrder } from './linktest-drive.ts';

const alpha = host('alpha');
const beta = host('beta');
const bond = 'bond0' as BondName;
const one = 'test_aaaaaaaa' as TestId;
const two = 'test_bbbbbbbb' as TestId;
const address = { alpha: '10.9.0.1', beta: '10.9.0.2' };
const end = (name: string) => ({ host: name as HostId, bond });

type Line =
  | CommandOutcome
  | { kind: 'done' }
  | { kind: 'live'; samples: unknown[] }
  | { kind: 'log'; message: string };
type Outcome<K extends CommandOutcome['kind']> = Extract<CommandOutcome, { kind: K }>;

/** Starts the driver of a host; `stop` ends it as systemd ends an agent. */
async function driver(on: Host, ...orders: readonly TestOrder[]) {
  const program = `${variable('LAB')}/job/test.mjs`;
  const started = await on.spawn(['node', program, 'drive', '/run/linktest', JSON.stringify(orders)]);
  return { ...started, lines: () => linesOf(started), stop: () => stop(started) };
}

const linesOf = (started: Started): Line[] =>
  started
    .stdout()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);

async function stop(started: Started): Promise<void> {
  started.kill('SIGTERM');
  await started.ended;
}

/** The driver's first outcome of a kind, once it came. */
const outcome = <K extends CommandOutcome['kind']>(from: { lines(): Line[] }, kind: K): Promise<Outcome<K>> =>
  eventually(() => from.lines().find((line): line is Outcome<K> => line.kind === kind) ?? false, {
    timeoutMs: 30_000,
  });

const serve = (id: TestId, seconds: number): TestOrder => ({
  kind: 'serve',
  test: id,
  bond,
  address: address.beta,
  seconds,
  parameters: { streams: 1, seconds, ...tcpForth },
  portBps: null,
});
const measure = (id: TestId, port: number, seconds: number): TestOrder => ({
  kind: 'measure',
  test: id,
  bond,
  address: address.alpha,
  peer: address.beta,
  port,
  sourcePort: null,
  parameters: { streams: 1, seconds, ...tcpForth },
  portBps: null,
});
const clientEnded = { kind: 'until', file: '/run/client-ended' } as const;
const iperfs = (): number[] => processesWith('iperf3 -');

async function makeBonds(mtu: number): Promise<void> {
  for (const on of [alpha, beta]) {
    await on.ip(
      'link add bond0 type bond mode balance-rr miimon 100',
      ...['eth1', 'eth2'].flatMap((nic) => [`link set ${nic} down`, `link set ${nic} master bond0`]),
      `link set bond0 mtu ${mtu} up`,
      `addr add ${on === alpha ? address.alpha : address.beta}/24 dev bond0`,
    );
  }
  await eventually(async () => (await alpha.exec(['ping', '-c1', '-W1', address.beta])).code === 0);
}

if (isDriver()) {
  await drive();
} else {
  before(() => makeBonds(1500));

  test('a run gives figures, documents and counters of both ends', async () => {
    const server = await driver(beta, serve(one, 2), clientEnded, { kind: 'collect', test: one });
    const { port, version } = await outcome(server, 'serving');
    assert.match(version, /^3\.\d+/);
    const client = await driver(alpha, measure(one, port, 2));
    const { verdict, run, samples } = await outcome(client, 'measured');
    assert.ok(verdict.ok, JSON.stringify(verdict));
    assert.ok(verdict.figures.receivedBps > 100e6 && verdict.figures.receivedBps < 400e6);
    assert.equal(run.ending, 'finished');
    assert.deepEqual([...new Set(samples.map((sample) => sample.port))], ['eth1', 'eth2']);
    const last = samples.slice(-2).reduce((sum, sample) => sum + sample.txBytes, 0);
    const first = samples.slice(0, 2).reduce((sum, sample) => sum + sample.txBytes, 0);
    assert.ok(last - first >= verdict.figures.receivedBytes, 'the counters saw less than iperf3');
    assert.ok(client.lines().filter((line) => line.kind === 'live').length >= 3, 'no live samples');
    await beta.must(['touch', clientEnded.file]);
    const collected = await outcome(server, 'collected');
    assert.equal(collected.run.role, 'server');
    assert.equal(readRun({ stderr: '', ...collected.run, seconds: 2 }).ok, true);
    await Promise.all([server.stop(), client.stop()]);
  });

  test('readiness does not use the one-off server up', async () => {
    const server = await driver(beta, serve(one, 1));
    const { port } = await outcome(server, 'serving');
    assert.equal(iperfs().length, 1);
    const sockets = await beta.must(['cat', '/proc/net/tcp']);
    const hex = port.toString(16).toUpperCase().padStart(4, '0');
    assert.equal(
      sockets.split('\n').filter((line) => line.includes(`:${hex} `)).length,
      1,
      'somebody connected',
    );
    const client = await driver(alpha, measure(one, port, 1));
    assert.equal((await outcome(client, 'measured')).verdict.ok, true);
    await Promise.all([server.stop(), client.stop()]);
  });

  test('a server killed in the middle makes the run inconclusive, and nothing is left', async () => {
    const server = await driver(beta, serve(one, 10));
    const { port } = await outcome(server, 'serving');
    const client = await driver(alpha, measure(one, port, 10));
    await eventually(() => iperfs().length === 2);
    await eventually(() => client.lines().filter((line) => line.kind === 'live').length >= 2);
    for (const pid of processesWith('iperf3 -s')) kill9(pid);
    const { verdict, run } = await outcome(client, 'measured');
    assert.equal(verdict.ok, false);
    assert.equal(!verdict.ok && verdict.fault, 'interrupted');
    assert.notEqual(run.document, '');
    assert.deepEqual(iperfs(), []);
    await Promise.all([server.stop(), client.stop()]);
  });

  test('an agent that stops ends its iperf3', async () => {
    const server = await driver(beta, serve(one, 10));
    const { port } = await outcome(server, 'serving');
    const client = await driver(alpha, measure(one, port, 10));
    await eventually(() => processesWith('iperf3 -c').length === 1);
    await client.stop();
    assert.deepEqual(processesWith('iperf3 -c'), []);
    await server.stop();
    assert.deepEqual(iperfs(), []);
  });

  test('an agent that is killed takes its iperf3 along, and the next one begins anew', async () => {
    const server = await driver(beta, serve(one, 10));
    await outcome(server, 'serving');
    assert.equal(iperfs().length, 1);
    kill9(server.pid);
    await server.ended;
    await eventually(() => iperfs().length === 0);
    const next = await driver(beta, serve(two, 10));
    await outcome(next, 'serving');
    await next.stop();
  });

  test('a busy host refuses a second test and names the first', async () => {
    const server = await driver(beta, serve(one, 10), serve(two, 10));
    await outcome(server, 'serving');
    const { code, refusals } = await outcome(server, 'refused');
    assert.equal(code, 'busy');
    assert.match(refusals[0]?.message ?? '', /test_aaaaaaaa/);
    assert.equal(iperfs().length, 1);
    await server.stop();
  });

  test('a frozen peer does not hold the client past its watchdog', async () => {
    const server = await driver(beta, serve(one, 2));
    const { port } = await outcome(server, 'serving');
    const client = await driver(alpha, measure(one, port, 2));
    await eventually(() => client.lines().filter((line) => line.kind === 'live').length >= 2);
    for (const pid of processesWith('iperf3 -s')) process.kill(pid, 'SIGSTOP');
    const { verdict, run } = await outcome(client, 'measured');
    assert.equal(run.ending, 'watchdog');
    assert.equal(!verdict.ok && verdict.fault, 'watchdog');
    // The server cannot hear SIGTERM either: only the second signal ends it.
    await server.stop();
    assert.deepEqual(iperfs(), []);
    await client.stop();
  });

  test('a bond without an address is measured over link-local IPv6', async () => {
    const local = async (on: Host): Promise<string> => {
      const shown = await on.must(['ip', '-6', '-o', 'addr', 'show', 'bond0', 'scope', 'link']);
      return `${/inet6 ([^/]+)/.exec(shown)?.[1]}%bond0`;
    };
    const [from, to] = await Promise.all([local(alpha), local(beta)]);
    const server = await driver(beta, { ...serve(one, 1), address: to } as TestOrder);
    const { port } = await outcome(server, 'serving');
    const client = await driver(
      alpha,
      {
        kind: 'probe',
        test: one,
        bond,
        peer: to,
        from: end('alpha'),
        to: end('beta'),
        ipBytes: 1500,
        identifier: null,
      },
      { ...measure(one, port, 1), address: from, peer: to } as TestOrder,
    );
    assert.deepEqual(
      { ...(await outcome(client, 'probed')).probe, from: 0, to: 0 },
      { from: 0, to: 0, ipBytes: 1500, sent: 4, received: 4, complaint: null, identifier: null },
    );
    assert.equal((await outcome(client, 'measured')).verdict.ok, true);
    await Promise.all([server.stop(), client.stop()]);
  });

  test("a packet above our own MTU is the kernel's complaint", async () => {
    const client = await driver(alpha, {
      kind: 'probe',
      test: one,
      bond,
      peer: address.beta,
      from: end('alpha'),
      to: end('beta'),
      ipBytes: 9000,
      identifier: null,
    });
    const { probe } = await outcome(client, 'probed');
    assert.equal(probe.received, 0);
    assert.match(probe.complaint ?? '', /too long/);
    await client.stop();
  });
}
