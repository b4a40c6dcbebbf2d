// lab: --hosts 2 --nics 2 --timeout 900 --mem 1536M waiting
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { must } from '@bondctl/lab/inside/command';
import { host } from '@bondctl/lab/inside/host';
import { specFile } from './cluster/specs.ts';
import {
  begin,
  bondctl,
  change,
  changeStoppedAt,
  client,
  controlCable,
  goOn,
  isKept,
  isOld,
  otherSpec,
  restartAgent,
  wentBackUnconfirmed,
} from './cluster/struck-pair.ts';

const stateFolder = '/var/lib/bondctl-agent';
const ballast = `${stateFolder}/ballast`;

/** Gives alpha's agent a disk of its own, far too small for anything but what it has. */
async function useSmallDisk(): Promise<void> {
  const copies = [
    `cp -a ${stateFolder} /run/kept`,
    `mount -t tmpfs -o size=2m,mode=700 small ${stateFolder}`,
    `cp -a /run/kept/. ${stateFolder}`,
  ];
  await host('alpha').must(['sh', '-ec', copies.join('; ')]);
}

/** Writes until nothing more goes onto the disk. */
async function fillDisk(): Promise<void> {
  const { code, stderr } = await host('alpha').exec(['dd', 'if=/dev/zero', `of=${ballast}`, 'bs=1k']);
  assert.notEqual(code, 0);
  assert.match(stderr, /No space left on device/);
}

const freeDisk = () => host('alpha').must(['rm', ballast]);

before(async () => {
  await begin();
  await useSmallDisk();
  await restartAgent('alpha');
});

test('a full disk on one host: the change is refused for want of space and nothing is changed; with space again it works', async () => {
  await fillDisk();
  const { code, stdout, stderr } = await goOn(change());
  assert.notEqual(code, 0);
  assert.match(`${stdout}${stderr}`, /alpha.*(no space left on device|disk)/i);
  await freeDisk();
  await isOld();
  await isKept(await goOn(change()));
});

test('two applies at once: one runs, the other is told so and exits 4, and the hosts are as the one wants them', async () => {
  const specs = [
    specFile('at-once', otherSpec()),
    specFile('at-once-too', otherSpec().replace(/miimon: \d+/, 'miimon: 20')),
  ];
  const both = specs.map((file) => ({ ended: bondctl(['apply', '--yes', '-f', file]) }));
  const ran = await Promise.all(both.map(goOn));
  const codes = ran.map(({ code }) => code).sort();
  assert.deepEqual(codes, [0, 4], ran.map(({ stdout, stderr }) => stdout + stderr).join('\n'));
  const refused = ran.find(({ code }) => code === 4);
  assert.match(refused?.stderr ?? '', /Rollout ro_\S+ is running|Another apply is being planned/);
  const winner = ran.findIndex(({ code }) => code === 0);
  const again = await bondctl(['plan', '-f', specs[winner] ?? '', '--output', 'json']);
  assert.equal((JSON.parse(again.stdout) as { nothingToDo: boolean }).nothingToDo, true);
  await isKept(await goOn(change()));
});

test('a plan older than the state of the hosts is refused, and nothing is changed', async () => {
  const spec = { file: 'old.yaml', text: otherSpec() };
  const { digest, nothingToDo } = await client.plan(spec);
  assert.equal(nothingToDo, false);
  await host('beta').ip('addr add 192.0.2.9/24 dev sync0');
  await assert.rejects(client.apply({ ...spec, digest }), {
    code: 'failed',
    message: 'The hosts are not as they were when this plan was made; plan again and look at it.',
  });
  await host('beta').ip('addr del 192.0.2.9/24 dev sync0');
  await isOld();
});

const hourMs = 3_600_000;

/** Sets the guest's wall clock, which is its own, back by an hour, and gives the way to set it right again. */
async function setClockBack(): Promise<() => Promise<string>> {
  const aheadMs = Date.now() - performance.now();
  const set = (unixMs: number) => must(['date', '-s', `@${Math.round(unixMs / 1000)}`]);
  await set(Date.now() - hourMs);
  return () => set(aheadMs + performance.now());
}

test('the wall clock set back an hour before the proof: it commits, and the events stay in order', async () => {
  const inHand = await changeStoppedAt('stored:proving');
  const setRight = await setClockBack();
  const ran = await goOn(inHand);
  await setRight();
  await isKept(ran);
  const { events } = await client.events({ limit: 20 });
  const ids = events.map(({ id }) => id);
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => a - b),
  );
  const types = events.map(({ fact }) => fact.type);
  const told = [
    'rolloutStarted',
    'hostPrepared',
    'hostVerified',
    'proofPassed',
    'hostCommitted',
    'rolloutEnded',
  ];
  const places = told.map((type) => types.lastIndexOf(type as (typeof types)[number]));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  const at = (type: string) => events.findLast(({ fact }) => fact.type === type)?.atUnixMs ?? 0;
  assert.ok(at('proofPassed') < at('hostPrepared'), 'the clock was not set back');
});

test('the wall clock set back an hour and the control network cut on one side: both hosts are as before by the deadline', async () => {
  const inHand = await changeStoppedAt('stored:proving');
  const setRight = await setClockBack();
  await controlCable('alpha', 'down');
  const { code, stdout, stderr } = await goOn(inHand);
  await wentBackUnconfirmed(['alpha']);
  await controlCable('alpha', 'up');
  await setRight();
  await isOld();
  assert.equal(code, 1, stderr);
  assert.match(stdout, /alpha did not answer; nothing was confirmed, so its own watchdog takes it back/);
});
