// lab: --hosts 2 --nics 2 --timeout 480 --mem 1536M waiting
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { carrierDown, carrierUp } from '@bondctl/lab/inside/faults';
import { host, type Started } from '@bondctl/lab/inside/host';
import { kill9, processesWith } from '@bondctl/lab/inside/processes';
import { variable } from '@bondctl/lab/inside/topology';
import { eventually, eventuallyHolds } from '@bondctl/lab/inside/wait';
import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import { cluster, kill, type RunningController } from './cluster/cluster.ts';
import { drive, isDriver, type Line, metricsSocket } from './observe-drive.ts';

const alpha = host('alpha');
const minuteMs = 60_000;
const eth1 = { host: 'alpha', nic: 'eth1' };

const linesOf = (watcher: Started): Line[] =>
  watcher
    .stdout()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);

/** `bond0/eth1 mii status: up -> down`, in the order in which they came. */
const eventsOf = (watcher: Started): string[] =>
  linesOf(watcher).flatMap((line) => {
    if (line.kind !== 'event') return [];
    const { bond, port, what, before, after } = line.event;
    return [`${bond}${port === null ? '' : `/${port}`} ${what}: ${before} -> ${after}`];
  });

const reportsOf = (watcher: Started) =>
  linesOf(watcher).flatMap((line) => (line.kind === 'report' ? [line.bonds] : []));

/** What the agent in alpha shows to whoever scrapes it there, one line a series. */
async function scrape(): Promise<string[]> {
  const url = `http://${metricsSocket.address}:${metricsSocket.port}/metrics`;
  const program = `fetch('${url}').then((answer) => answer.text()).then(console.log)`;
  return (await alpha.must(['node', '-e', program])).split('\n');
}

/** Starts an observer in alpha and waits for its first report. */
async function watch(everyMs: number): Promise<Started> {
  const watcher = await alpha.spawn(['node', `${variable('LAB')}/job/test.mjs`, 'watch', String(everyMs)]);
  await eventually(() => reportsOf(watcher).length > 0, { timeoutMs: 20_000 });
  return watcher;
}

async function end(watcher: Started): Promise<void> {
  watcher.kill('SIGTERM');
  await watcher.ended;
  assert.deepEqual(
    linesOf(watcher).filter((line) => line.kind === 'problem'),
    [],
  );
}

async function makeBond(mode: string): Promise<void> {
  await alpha.ip(`link add bond0 type bond mode ${mode} miimon 50`);
  for (const nic of ['eth1', 'eth2']) await alpha.ip(`link set ${nic} down`, `link set ${nic} master bond0`);
  await alpha.ip('link set bond0 up');
  await eventually(() => linkOf() === 'up', { timeoutMs: 20_000 });
}

/** The driver's text, without a program that has to start in the host first. */
const driverText = (): string => readFileSync(`/proc/${alpha.pid()}/net/bonding/bond0`, 'utf8');

/** The port's own counter, as the driver keeps it. */
function failuresOfEth1(): number {
  return Number(/Slave Interface: eth1[\s\S]*?Link Failure Count: (\d+)/.exec(driverText())?.[1]);
}

const linkOf = (): string => /Slave Interface: eth1\nMII Status: (.*)/.exec(driverText())?.[1] ?? '';

const saw = (watcher: Started, sentence: string) =>
  eventually(() => eventsOf(watcher).includes(sentence), { timeoutMs: 20_000 });

/** How many failures of eth1 a fact tells of. */
function failuresIn(fact: Fact): number {
  if (fact.type === 'failuresUnseen' && fact.port === 'eth1') return fact.failures;
  const isFailure = fact.type === 'linkEventSeen' && fact.port === 'eth1' && fact.what === 'link failures';
  return isFailure ? Number(fact.after) - Number(fact.before) : 0;
}

/** Takes the cable away until the driver counted it, and gives it back until the driver saw that, so many times. */
async function flap(times = 1): Promise<void> {
  // One program that waits for its next line: starting two for each flap takes most of its time.
  const [program = '', ...args] = ['ip', '-n', 'beta', '-batch', '-'];
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'inherit'] });
  const soon = { timeoutMs: 20_000, everyMs: 20 };
  for (let round = 0; round < times; round++) {
    const counted = failuresOfEth1();
    child.stdin.write('link set eth1 down\n');
    await eventually(() => failuresOfEth1() > counted, soon);
    child.stdin.write('link set eth1 up\n');
    await eventually(() => linkOf() === 'up', soon);
  }
  child.stdin.end();
}

// The same file is the test and, inside the hosts, the observer under test.
if (isDriver()) await drive();
else {
  before(async () => await makeBond('active-backup'));
  after(async () => await alpha.exec(['ip', 'link', 'del', 'bond0']));

  test('a cable fault becomes link events, in order, and a right report', async () => {
    // Looks every ten minutes: whatever is seen was seen because the kernel woke it.
    const watcher = await watch(600_000);
    await carrierDown(eth1);
    await saw(watcher, 'bond0 active port: eth1 -> eth2');
    await saw(watcher, 'bond0/eth1 carrier: on -> off');
    const events = eventsOf(watcher);
    const order = [
      'bond0/eth1 link failures: 0 -> 1',
      'bond0/eth1 mii status: up -> down',
      'bond0 active port: eth1 -> eth2',
    ];
    assert.deepEqual(
      events.filter((event) => order.includes(event)),
      order,
    );
    // Events go out before the slower look at everything, so the report comes after them.
    await eventuallyHolds(
      () => {
        const bond = reportsOf(watcher).at(-1)?.[0];
        assert.equal(bond?.activePort, 'eth2');
        assert.deepEqual(
          bond?.ports.map((port) => [port.name, port.miiStatus, port.linkFailureCount]),
          [
            ['eth1', 'down', 1],
            ['eth2', 'up', 0],
          ],
        );
      },
      { timeoutMs: 20_000 },
    );
    const series = await scrape();
    const whose = 'host="alpha",bond="bond0"';
    const expected = [
      `bondctl_bond_info{${whose},mode="active-backup"} 1`,
      `bondctl_bond_up{${whose}} 1`,
      `bondctl_bond_ports{${whose}} 2`,
      `bondctl_bond_ports_up{${whose}} 1`,
      `bondctl_bond_mtu_bytes{${whose}} 1500`,
      `bondctl_port_up{${whose},port="eth1"} 0`,
      `bondctl_port_active{${whose},port="eth2"} 1`,
      `bondctl_port_link_failures_total{${whose},port="eth1"} 1`,
      `bondctl_port_link_failures_total{${whose},port="eth2"} 0`,
      `bondctl_port_mtu_bytes{${whose},port="eth2"} 1500`,
    ];
    assert.deepEqual(
      expected.filter((line) => !series.includes(line)),
      [],
    );
    await carrierUp(eth1);
    await saw(watcher, 'bond0/eth1 mii status: down -> up');
    const sequence = linesOf(watcher).flatMap((line) => (line.kind === 'event' ? [line.event.sequence] : []));
    assert.deepEqual(
      sequence,
      sequence.map((_, at) => at + 1),
    );
    await end(watcher);
  });

  test('a flap that is over before anybody looked is counted from the kernel counter', async () => {
    const watcher = await watch(600_000);
    const counted = failuresOfEth1();
    // With its monitor stopped the observer is blind, and looks by itself in ten minutes; the kernel goes on counting.
    const [monitor] = processesWith('ip -o monitor link');
    assert.ok(monitor);
    process.kill(monitor, 'SIGSTOP');
    await flap(3);
    assert.ok(!eventsOf(watcher).some((event) => event.includes('link failures')));
    process.kill(monitor, 'SIGCONT');
    await saw(watcher, `bond0/eth1 link failures: ${counted} -> ${counted + 3}`);
    assert.equal(failuresOfEth1(), counted + 3);
    await end(watcher);
  });

  test('without its monitor it still sees everything by the slow clock, and starts the monitor anew', async () => {
    const watcher = await watch(500);
    const monitor = () => processesWith('ip -o monitor link');
    const [first] = monitor();
    assert.ok(first);
    kill9(first);
    const counted = failuresOfEth1();
    await flap();
    await saw(watcher, `bond0/eth1 link failures: ${counted} -> ${counted + 1}`);
    await eventually(() => monitor().some((pid) => pid !== first), { timeoutMs: 10_000 });
    await end(watcher);
    await eventually(() => monitor().length === 0, { timeoutMs: 10_000 });
  });

  test('a host without bonds has an empty report; a bond that comes and goes is an event', async () => {
    await alpha.ip('link del bond0');
    const watcher = await watch(600_000);
    assert.deepEqual(reportsOf(watcher).at(-1), []);
    await makeBond('balance-rr');
    await saw(watcher, 'bond0 bond: absent -> present');
    await eventually(() => reportsOf(watcher).at(-1)?.[0]?.ports.length === 2);
    await alpha.ip('link del bond0');
    await saw(watcher, 'bond0 bond: present -> absent');
    await end(watcher);
  });

  const { client, startController, startAgent, join } = cluster();
  let controller: RunningController;
  let agent: Started;

  /** What the record has of failures of eth1, one by one and in gaps. */
  async function recorded(): Promise<readonly RecordedEvent[]> {
    const { events } = await client.events({ host: 'alpha', bond: 'bond0', limit: 1000 });
    return events.filter(({ fact }) => failuresIn(fact) > 0);
  }

  /** Resolves when the record has counted as much as the kernel, and gives what it was told by. */
  async function counted(): Promise<readonly RecordedEvent[]> {
    await eventuallyHolds(
      async () => {
        const sum = (await recorded()).reduce((all, { fact }) => all + failuresIn(fact), 0);
        assert.equal(sum, failuresOfEth1());
      },
      // An agent that nobody answered for a minute may dial only once in a minute.
      { timeoutMs: 150_000, everyMs: 300 },
    );
    return await recorded();
  }

  test('a controller that is away for a minute while a port flaps ten times: the record has every flap, with when it was, and why', async () => {
    await makeBond('active-backup');
    controller = await startController();
    await join('alpha');
    agent = await startAgent('alpha');
    await kill(controller.pid);
    const beganMs = Date.now();
    await flap(10);
    const endedMs = Date.now();
    await sleep(Math.max(0, beganMs + minuteMs - endedMs));
    controller = await startController();
    const told = await counted();
    assert.equal(failuresOfEth1(), 10);
    for (const { fact, atUnixMs } of told) {
      assert.ok(fact.type === 'linkEventSeen');
      assert.equal(fact.cause, 'carrier');
      const { happenedUnixMs, errorMs } = fact;
      assert.ok(happenedUnixMs !== null && errorMs !== null);
      assert.ok(happenedUnixMs >= beganMs - errorMs && happenedUnixMs <= endedMs + errorMs);
      assert.ok(atUnixMs >= endedMs);
    }
  });

  test('agent and controller both away while a port flaps: one gap with the right count, and nothing twice', async () => {
    await kill(controller.pid);
    await kill(agent.pid);
    await flap(3);
    controller = await startController();
    agent = await startAgent('alpha');
    await counted();
    await flap();
    const told = (await counted()).slice(-2).map(({ fact }) => fact);
    assert.deepEqual(
      told.map((fact) => [fact.type, failuresIn(fact)]),
      [
        ['failuresUnseen', 3],
        ['linkEventSeen', 1],
      ],
    );
    agent.kill('SIGTERM');
    await agent.ended;
    await kill(controller.pid);
  });
}
