// lab: --hosts 2 --nics 2 --pairs --rate 100mbit --timeout 420 --mem 1536M exclusive
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { processesWith } from '@bondctl/lab/inside/processes';
import type { PortShare, TestResult } from '@bondctl/proto/model/linktest';
import { cluster } from './cluster/cluster.ts';
import { pairSpec, specFile } from './cluster/specs.ts';
import { askedOf, tested } from './cluster/tested.ts';

const { bondctl, client, startController, startAgents, joinAll } = cluster();
const repetitions = 20;
const spec = pairSpec({
  mode: '802.3ad',
  options: '{ miimon: 100, lacp_rate: fast, xmit_hash_policy: layer3+4 }',
  mtu: 9000,
}).replace('rate: 200Mbit/s', 'rate: 100Mbit/s');
const asked = askedOf(client);
const measured = (...options: readonly string[]) => tested(bondctl, options);
const shareOf = (shares: readonly PortShare[], key: 'txBytes' | 'rxBytes'): readonly number[] => {
  const total = shares.reduce((sum, share) => sum + share[key], 0);
  return shares.map((share) => (100 * share[key]) / total);
};
const figures = ({ run }: TestResult) => {
  assert.ok(run?.ok, JSON.stringify(run));
  return run.figures;
};

before(async () => {
  await startController();
  await joinAll(['alpha', 'beta']);
  await startAgents(['alpha', 'beta']);
  const applied = await bondctl(['apply', '--yes', '-f', specFile('spread', spec)]);
  assert.equal(applied.code, 0, applied.stdout + applied.stderr);
});

test('twenty times four streams load both ports equally, as the hash says', async () => {
  for (let run = 1; run <= repetitions; run += 1) {
    const { spread, ports } = (await asked({ streams: 4, seconds: 1 })).result;
    assert.equal(spread?.kind, 'balanced', JSON.stringify(spread));
    assert.deepEqual(
      spread.planned.map(({ streams }) => streams),
      [2, 2],
    );
    assert.equal(spread.agrees, true, JSON.stringify(spread.forecast));
    for (const shares of [shareOf(ports.sender, 'txBytes'), shareOf(ports.receiver, 'rxBytes')]) {
      const [most, least] = [Math.max(...shares), Math.min(...shares)];
      assert.ok(most - least <= 0.05 * most, `run ${run}: ${shares.join(' and ')} percent`);
    }
  }
});

test('one stream goes where the hash sends it, and the counters agree', async () => {
  const { view } = await measured('--streams', '1', '--seconds', '1');
  assert.equal(view.result.spread?.kind, 'uneven');
  assert.equal(view.result.spread.agrees, true, JSON.stringify(view.result.spread));
  assert.ok(Math.abs((view.judgement.percentOfHardware ?? 0) - 50) < 10, JSON.stringify(view.judgement));
});

test('every port is probed both ways, each by an ICMP id of its own', async () => {
  const { view } = await measured('--seconds', '1');
  const asked = view.result.probes.map(({ from, port, received }) => `${from.host} ${port} ${received}`);
  assert.deepEqual(asked.toSorted(), ['alpha eth1 4', 'alpha eth2 4', 'beta eth1 4', 'beta eth2 4']);
});

test('backwards the other end sends, and both ways at once both do', async () => {
  const back = (await measured('--streams', '4', '--seconds', '1', '--direction', 'back')).view.result;
  assert.equal(back.from.host, 'beta');
  assert.equal(back.spread?.agrees, true, JSON.stringify(back.spread));
  const both = (await measured('--streams', '4', '--seconds', '2', '--direction', 'both')).view.result;
  assert.ok((figures(both).back?.receivedBps ?? 0) > 20e6, JSON.stringify(figures(both)));
  assert.ok(figures(both).receivedBps > 20e6);
});

test('UDP tells loss and jitter at the rate that was asked for', async () => {
  const { view } = await measured('--udp', '--rate', '20Mbit/s', '--streams', '2', '--seconds', '2');
  const { udp, receivedBps } = figures(view.result);
  assert.ok(udp !== null && udp.packets > 0, JSON.stringify(view.result.run));
  assert.ok(Math.abs(receivedBps - 20e6) < 2e6, String(receivedBps));
});

test('with a budget it is measured again until the mean is certain, and compared with what is usual', async () => {
  const { view } = await measured('--streams', '4', '--seconds', '1', '--budget', '120');
  const { repetition, comparison } = view;
  assert.ok((repetition?.tests.length ?? 0) >= 3, JSON.stringify(repetition));
  assert.equal(repetition?.isCertain, true, repetition?.sentence);
  assert.ok((comparison?.results ?? 0) >= 3, JSON.stringify(comparison));
  assert.equal(comparison?.kind, 'within', comparison?.sentence);
  assert.deepEqual(processesWith('iperf3 -'), []);
});
