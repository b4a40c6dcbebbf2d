import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { BondName, HostId, IfName, LinkName, RolloutId, TestId, TxId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { scriptOf } from './commands-script.ts';
import { figuresOf, type JournalLine, type Measured, tableOf } from './rollout-figures.ts';

const rollout = 'ro_1' as RolloutId;

const recorded = (atUnixMs: number, fact: RecordedEvent['fact']): RecordedEvent => ({
  id: atUnixMs,
  atUnixMs,
  actor: 'controller',
  fact,
});

/** A change set of two hosts that begins at `at`: 200 prepare, 500 apply and verify, 300 proof, 100 confirm. */
function changeSet(at: number, tx: TxId): readonly RecordedEvent[] {
  const about = (host: string) => ({ rollout, tx, host: host as HostId });
  return [
    recorded(at + 150, { type: 'hostPrepared', ...about('alpha') }),
    recorded(at + 200, { type: 'hostPrepared', ...about('beta') }),
    recorded(at + 700, { type: 'hostVerified', ...about('alpha') }),
    recorded(at + 700, { type: 'hostVerified', ...about('beta') }),
    recorded(at + 1000, { type: 'proofPassed', rollout, link: 'drbd' as LinkName, test: 'test_1' as TestId }),
    recorded(at + 1040, { type: 'hostCommitted', ...about('alpha') }),
    recorded(at + 1100, { type: 'hostCommitted', ...about('beta') }),
  ];
}

function journal(at: number, tx: TxId, applyMs: number, verifyMs: number): readonly JournalLine[] {
  return [
    { tx, phase: 'applying', atUnixMs: at },
    { tx, phase: 'applying', atUnixMs: at + 10 },
    { tx, phase: 'verifying', atUnixMs: at + applyMs },
    { tx, phase: 'awaitingConfirm', atUnixMs: at + applyMs + verifyMs },
  ];
}

const [one, two] = ['tx_1' as TxId, 'tx_2' as TxId];

const measured: Measured = {
  hosts: 4,
  scriptMs: 500,
  events: [
    recorded(0, { type: 'rolloutStarted', rollout, revision: 1 }),
    ...changeSet(0, one),
    ...changeSet(1100, two),
    recorded(2250, { type: 'rolloutEnded', rollout, ending: 'finished', why: '' }),
  ],
  journals: [
    [...journal(210, one, 200, 100)],
    [...journal(220, one, 250, 50)],
    [...journal(1310, two, 150, 150)],
    [...journal(1310, two, 100, 200)],
  ],
};

test('the parts of two change sets add up to the whole', () => {
  expect(figuresOf(measured)).toEqual({
    hosts: 4,
    changeSets: 2,
    totalMs: 2250,
    applyVerifyMs: 1000,
    scriptMs: 500,
    ratio: 2,
    proofMs: 600,
    breakdown: { prepare: 400, apply: 400, verify: 300, proof: 600, confirm: 200, controller: 350 },
  });
});

test('the table names the ratio and every part with its share', () => {
  const table = tableOf(figuresOf(measured));
  expect(table).toMatch(/ratio +2\.00/);
  expect(table).toMatch(/proof +0\.60 s +27% /);
  expect(table).toMatch(/total +2\.25 s/);
});

test('a rollout that lacks a fact is not measured', () => {
  const events = measured.events.filter(({ fact }) => fact.type !== 'proofPassed');
  expect(() => figuresOf({ ...measured, events })).toThrow('no proof of tx_1');
});

test('steps become the commands that do the same', () => {
  const bond = 'sync0' as BondName;
  const script = scriptOf([
    { do: 'linkDown', device: bond },
    { do: 'removePort', bond, port: 'eth1' as IfName },
    { do: 'setMode', bond, from: '802.3ad', to: 'balance-rr' },
  ]);
  expect(script.split('\n')).toEqual([
    "'ip' 'link' 'set' 'dev' 'sync0' 'down'",
    "'ip' 'link' 'set' 'dev' 'eth1' 'nomaster'",
    "echo 'balance-rr' > '/sys/class/net/sync0/bonding/mode'",
    '',
  ]);
});
