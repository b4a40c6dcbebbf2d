// lab: --hosts 2 --nics 2 --timeout 600 working
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { settledPicture } from '@bondctl/lab/inside/picture';
import type { Picture } from '@bondctl/lab/inside/picture-compare';
import { isAlive, kill9, processState } from '@bondctl/lab/inside/processes';
import { eventually } from '@bondctl/lab/inside/wait';
import { drive, isDriver } from './transaction-drive.ts';
import {
  absent,
  alpha,
  bond,
  change,
  journaled,
  looksLike,
  newTx,
  noWatchdogs,
  phaseOf,
  present,
  saidPhase,
  start,
  transact,
} from './transaction-host.ts';

const desired = present({ mode: 'balance-rr', mtu: 9000, addresses: ['10.9.0.1/24'] });
const traceFile = '/tmp/transaction-labels';
/** A fresh program, a watchdog and the steps, on a slow machine. */
const reachTimeoutMs = 60_000;

/** Journal and step labels of an undisturbed change, in order; acts below a step are its parts. */
const labels = (): readonly string[] => [
  ...new Set(
    readFileSync(traceFile, 'utf8')
      .split('\n')
      .filter((label) => /^(journal:\d+:[^/]+|step:\d+:[^/]+)$/.test(label)),
  ),
];

// The same file is the test and, inside the host, the agent under test.
if (isDriver()) await drive();
else {
  let old: Picture;
  let renewed: Picture;

  before(async () => {
    await alpha.ip('addr add 192.168.7.1/24 dev eth1');
    old = await settledPicture('alpha');
    const tx = newTx();
    const asked = [...change(tx, desired), { kind: 'confirm', tx } as const];
    assert.equal(phaseOf(await transact(asked, `trace:${traceFile}`)), 'committed');
    renewed = await settledPicture('alpha');
  });

  /** Back to where every test begins. */
  async function begin(): Promise<void> {
    const tx = newTx();
    if (existsSync(alpha.path(`/sys/class/net/${bond}`))) {
      assert.equal(phaseOf(await transact([...change(tx, absent), { kind: 'confirm', tx }])), 'committed');
      await alpha.ip('addr add 192.168.7.1/24 dev eth1');
    }
    await looksLike(old, 'at the beginning');
  }

  test('stopped at every journal and step label in turn, killed -9, restarted: old before the committed line, new from it on', async () => {
    const all = labels();
    assert.ok(all.some((label) => label.endsWith(':committed')) && all.length > 15, all.join(' '));
    for (const label of all) {
      await begin();
      const tx = newTx();
      const agent = await start([...change(tx, desired), { kind: 'confirm', tx }], `stop:${label}`);
      await eventually(() => processState(agent.pid) === 'T', { timeoutMs: reachTimeoutMs });
      kill9(agent.pid);
      await eventually(() => !isAlive(agent.pid));
      assert.equal(await transact([]), undefined);
      await looksLike(old, label);
    }
    await noWatchdogs();
  });

  test('killed right after the committed line, restarted: new', async () => {
    await begin();
    const tx = newTx();
    const agent = await start([...change(tx, desired), { kind: 'confirm', tx }], 'stop:watchdog:disarm');
    await eventually(() => processState(agent.pid) === 'T', { timeoutMs: reachTimeoutMs });
    assert.equal(journaled(tx).at(-1), 'committed');
    kill9(agent.pid);
    assert.equal(await transact([]), undefined);
    await looksLike(renewed, 'after the committed line');
    await noWatchdogs();
  });

  test('killed while it waits for the confirmation and never restarted: old by the deadline', async () => {
    await begin();
    const tx = newTx();
    const agent = await start([...change(tx, desired, { deadlineInMs: 20_000 }), 'stay']);
    await saidPhase(agent, 'awaitingConfirm');
    await looksLike(renewed, 'while it waits');
    kill9(agent.pid);
    await looksLike(old, 'by the deadline');
    await noWatchdogs();
    assert.equal(journaled(tx).at(-1), 'rolledBack');
  });

  test('frozen while it waits for the confirmation: the watchdog ends it, and it is old', async () => {
    await begin();
    const tx = newTx();
    const agent = await start([...change(tx, desired, { deadlineInMs: 15_000 }), 'stay']);
    await saidPhase(agent, 'awaitingConfirm');
    process.kill(agent.pid, 'SIGSTOP');
    await looksLike(old, 'by the deadline and its grace');
    await eventually(() => !isAlive(agent.pid));
    await noWatchdogs();
    assert.equal(journaled(tx).at(-1), 'rolledBack');
  });

  test('alive and not confirmed: it takes the change back itself at the deadline', async () => {
    await begin();
    const tx = newTx();
    const agent = await start([...change(tx, desired, { deadlineInMs: 12_000 }), 'stay']);
    await saidPhase(agent, 'awaitingConfirm');
    await looksLike(old, 'by the deadline');
    assert.ok(isAlive(agent.pid));
    assert.equal(journaled(tx).at(-1), 'rolledBack');
    await noWatchdogs();
    kill9(agent.pid);
  });

  test('two agents at once: the second waits for the first, and then takes back what that left', async () => {
    await begin();
    const tx = newTx();
    const first = await start([...change(tx, desired), 'stay']);
    await saidPhase(first, 'awaitingConfirm');
    const second = await start([{ kind: 'confirm', tx }]);
    kill9(first.pid);
    await second.ended;
    assert.match(second.stdout(), /"phase":"rolledBack"/);
    await looksLike(old, 'after the first died');
  });
}
