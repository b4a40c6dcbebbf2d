// lab: --hosts 2 --nics 2 --timeout 900 --mem 1536M waiting
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { heal, impair } from '@bondctl/lab/inside/faults';
import { processState } from '@bondctl/lab/inside/processes';
import { eventually } from '@bondctl/lab/inside/wait';
import { kill } from './cluster/cluster.ts';
import {
  agentGone,
  begin,
  change,
  changeStoppedAt,
  client,
  controlCable,
  goOn,
  isKept,
  isOld,
  killWatchdogs,
  names,
  otherSpec,
  restartAgent,
  resume,
  stopped,
  wentBackUnconfirmed,
} from './cluster/struck-pair.ts';

const cables = ['eth1', 'eth2'].map((nic) => ({ host: 'alpha', nic }));

/** The fault label of the last step that either host takes. */
async function lastStep(): Promise<string> {
  const { changeSets } = await client.plan({ file: 'other.yaml', text: otherSpec() });
  const steps = changeSets[0]?.participants[0]?.steps ?? [];
  assert.ok(steps.length > 1, JSON.stringify(changeSets));
  return `step:${steps.length - 1}:${steps.at(-1)?.step.do}`;
}

before(begin);

test('an agent killed in the middle of its steps and never restarted: both hosts are as before, and exit 1', async () => {
  const agent = await restartAgent('alpha', { BONDCTL_FAULT: `stop:${await lastStep()}` });
  const inHand = change();
  await eventually(() => processState(agent.pid) === 'T', { timeoutMs: 60_000 });
  await kill(agent.pid);
  agentGone('alpha');
  const { code, stdout, stderr } = await goOn(inHand);
  assert.equal(code, 1, stderr);
  assert.match(stdout, /alpha did not say in time how its change went/);
  await isOld();
  await restartAgent('alpha');
});

test('the link cut before its proof: the proof fails and both hosts are as before', async () => {
  const inHand = await changeStoppedAt('stored:proving');
  for (const plug of cables) for (const way of ['in', 'out'] as const) await impair(plug, 'loss 100%', way);
  const { code, stdout, stderr } = await goOn(inHand);
  for (const plug of cables) for (const way of ['in', 'out'] as const) await heal(plug, way);
  assert.equal(code, 1, stderr);
  assert.match(stdout, /drbd/);
  await isOld();
});

test('both watchdogs killed and the change confirmed all the same: committed', async () => {
  const inHand = await changeStoppedAt('stored:proving');
  await killWatchdogs();
  await isKept(await goOn(inHand));
});

test('the control network cut with one confirmation delivered, and healed: both committed, or a person is needed and exit 5', async () => {
  const inHand = await changeStoppedAt('stored:confirming');
  await controlCable('beta', 'down');
  resume();
  await stopped(inHand);
  await controlCable('beta', 'up');
  const ran = await goOn(inHand);
  if (ran.code === 5) return;
  await isKept(ran);
});

test('the control network cut on both sides and both watchdogs killed: the agents themselves take the change back at the deadline', async () => {
  const inHand = await changeStoppedAt('stored:proving');
  await killWatchdogs();
  for (const name of names) await controlCable(name, 'down');
  const { code, stdout, stderr } = await goOn(inHand);
  await wentBackUnconfirmed(names);
  for (const name of names) await controlCable(name, 'up');
  await isOld();
  assert.equal(code, 1, stderr);
  assert.match(stdout, /its own watchdog takes it back/);
});
