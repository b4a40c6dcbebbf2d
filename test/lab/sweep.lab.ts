// lab: --hosts 2 --nics 2 --rate 200mbit --timeout 600 --mem 1536M exclusive
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import type { Picture } from '@bondctl/lab/inside/picture-compare';
import type { SweepView } from '@bondctl/proto/model/sweep';
import { madeByHand, measuredByHand } from './cluster/by-hand.ts';
import { cluster } from './cluster/cluster.ts';
import { names } from './cluster/pair.ts';
import { asBefore, beginning, lacp } from './cluster/swept-pair.ts';

const { bondctl, startController, startAgents, joinAll } = cluster();
const html = '/tmp/sweep.html';
const seconds = 2;
/** What the spec has comes last, so that nothing is to do afterwards. */
const candidates = [
  { name: 'balance-rr, MTU 9000', bond: 'mode balance-rr miimon 100', mtu: 9000 },
  { name: 'balance-rr, MTU 1500', bond: 'mode balance-rr miimon 100', mtu: 1500 },
  { name: '802.3ad, MTU 9000', bond: lacp, mtu: 9000 },
  { name: '802.3ad, MTU 1500', bond: lacp, mtu: 1500 },
] as const;
const byHand = new Map<string, number>();
let was: readonly Picture[] = [];

before(async () => {
  for (const { name, bond, mtu } of candidates) {
    await madeByHand(bond, mtu);
    byHand.set(name, await measuredByHand(seconds));
  }
  await startController();
  await joinAll(names);
  await startAgents(names);
  was = await beginning(bondctl);
});

test('two modes by two MTUs are ranked as four runs by hand rank them, and both hosts are as before', async () => {
  const lists = ['--mode', '802.3ad,balance-rr', '--mtu', '1500,9000'];
  const how = ['--runs', '2', '--seconds', String(seconds), '--html', html, '--yes', '--output', 'json'];
  const { code, stdout, stderr } = await bondctl(['sweep', 'drbd', ...lists, ...how], 400_000);
  assert.equal(code, 0, stderr);
  assert.match(
    stderr,
    /4 candidates, each 2 times 2 s with 1 stream; bonds are rebuilt 4 times on each host/,
  );
  const sweep = JSON.parse(stdout) as SweepView;
  const hands = JSON.stringify([...byHand]);
  const rateOf = (name: string) =>
    sweep.ranking.find((one) => one.name === name)?.figures[0]?.meanBps ??
    assert.fail(`${name} has no figure: ${stdout}`);
  // Closer than this, runs of two seconds in a lab do not rank anything.
  for (const [faster, hand] of byHand)
    for (const [slower, other] of byHand)
      if (hand > 1.3 * other)
        assert.ok(rateOf(faster) > rateOf(slower), `${faster} before ${slower}, by hand ${hands}: ${stdout}`);
  assert.match(sweep.ranking[0]?.name ?? '', /^balance-rr/, `by hand ${hands}: ${stdout}`);
  assert.equal(sweep.besideThePost.length, 3);
  assert.match(
    sweep.besideThePost.join('\n'),
    /Otherwise than in the post, balance-rr at MTU 1500 .* segments were sent again/,
  );
  assert.match(readFileSync(html, 'utf8'), /<svg [^>]*aria-label="drbd: what each candidate received"/);
  await asBefore(was);
});
