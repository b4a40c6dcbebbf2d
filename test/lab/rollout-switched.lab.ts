// lab: --topology topologies/lacp-switch.json --timeout 600 --mem 1536M
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { host } from '@bondctl/lab/inside/host';
import { settledPicture } from '@bondctl/lab/inside/picture';
import { comparePictures } from '@bondctl/lab/inside/picture-compare';
import { cluster } from './cluster/cluster.ts';
import { specFile } from './cluster/specs.ts';

const { bondctl, startController, startAgent, join } = cluster();
const names = ['alpha', 'beta', 'gamma'] as const;
const witnesses = ['alpha', 'beta'] as const;

/** A bond's name is its interface on every host that has it, so the host that differs has a bond of another name. */
const switchedSpec = (gamma: string): string => `version: 1
hosts: { alpha: {}, beta: {}, gamma: {} }
bonds:
  lag0:
    hosts: [alpha, beta]
    ports: [eth1, eth2]
    mode: 802.3ad
    options: { miimon: 100, lacp_rate: fast, xmit_hash_policy: layer2+3 }
    addresses: { alpha: [10.9.0.1/24], beta: [10.9.0.2/24] }
  lag1:
    hosts: [gamma]
    ports: [eth1, eth2]
    mode: 802.3ad
    options: { miimon: 100, ${gamma} }
    addresses: { gamma: [10.9.0.3/24] }
links:
  ab: { ends: [alpha/lag0, beta/lag0], medium: switched, expect: { pathMtu: true } }
  ag: { ends: [alpha/lag0, gamma/lag1], medium: switched, expect: { pathMtu: true } }
  bg: { ends: [beta/lag0, gamma/lag1], medium: switched, expect: { pathMtu: true } }
`;

const driver = (name: string, bond: string): string =>
  readFileSync(`/proc/${host(name).pid()}/net/bonding/${bond}`, 'utf8');

/** One LACP bond for each host, all in one bridge. */
async function plugInSwitch(): Promise<void> {
  await host('sw').ip(
    'link add fabric type bridge forward_delay 0',
    'link set fabric up',
    ...['a', 'b', 'g'].flatMap((side) => [
      `link add lag.${side} type bond mode 802.3ad miimon 100 lacp_rate fast`,
      ...[1, 2].flatMap((nic) => [
        `link set ${side}${nic} down`,
        `link set ${side}${nic} master lag.${side}`,
      ]),
      `link set lag.${side} master fabric up`,
    ]),
  );
}

before(async () => {
  await plugInSwitch();
  await startController();
  for (const name of names) {
    await join(name);
    await startAgent(name);
  }
});

test('LACP through a switch commits on every host', async () => {
  const spec = switchedSpec('lacp_rate: fast, xmit_hash_policy: layer2+3');
  const applied = await bondctl(['apply', '--yes', '-f', specFile('switched', spec)]);
  assert.equal(applied.code, 0, `${applied.stdout}${applied.stderr}`);
  for (const [name, bond] of [
    ['alpha', 'lag0'],
    ['beta', 'lag0'],
    ['gamma', 'lag1'],
  ] as const)
    assert.match(driver(name, bond), /Number of ports: 2/);
});

/** Applies a change of gamma alone, and sees that no interface of the others was touched and which links proved it. */
async function changeGamma(options: string): Promise<void> {
  const was = await Promise.all(witnesses.map((name) => settledPicture(name)));
  const watchers = await Promise.all(
    witnesses.map((name) => host(name).spawn(['ip', '-o', 'monitor', 'link', 'address', 'route'])),
  );
  const applied = await bondctl(['apply', '--yes', '-f', specFile('gamma', switchedSpec(options))]);
  assert.equal(applied.code, 0, `${applied.stdout}${applied.stderr}`);
  for (const watcher of watchers) {
    watcher.kill('SIGTERM');
    await watcher.ended;
    assert.equal(watcher.stdout(), '', 'an interface was touched');
  }
  const is = await Promise.all(witnesses.map((name) => settledPicture(name)));
  for (const [at] of witnesses.entries()) assert.deepEqual(comparePictures(was[at] ?? {}, is[at] ?? {}), []);
  assert.deepEqual(await proofs(), ['ag', 'bg']);
}

type Recorded = { readonly fact: { readonly type: string; readonly link?: string } };

/** The links that proved the last rollout. */
async function proofs(): Promise<(string | undefined)[]> {
  const shown = await bondctl(['events', '--limit', '100', '--output', 'json']);
  const { events } = JSON.parse(shown.stdout) as { events: readonly Recorded[] };
  const facts = events.map(({ fact }) => fact);
  const began = facts.findLastIndex(({ type }) => type === 'rolloutStarted');
  return facts.slice(began).flatMap(({ type, link }) => (type === 'proofPassed' ? [link] : []));
}

test('on a switched LACP link changing one host touches no other', async () => {
  await changeGamma('lacp_rate: slow, xmit_hash_policy: layer3+4');
  assert.match(driver('gamma', 'lag1'), /LACP rate: slow/);
  assert.match(driver('gamma', 'lag1'), /Transmit Hash Policy: layer3\+4/);
});

test('one option of one host is one step there and none elsewhere', async () => {
  await changeGamma('lacp_rate: slow, xmit_hash_policy: layer2');
  assert.match(driver('gamma', 'lag1'), /Transmit Hash Policy: layer2 /);
});
