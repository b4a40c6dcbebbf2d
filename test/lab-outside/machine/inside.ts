/** What happens in the machine, boot by boot; what is found is written to $LAB_OUT/boot-N.json. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, run } from '@bondctl/lab/inside/command';
import { kill9, processesWith } from '@bondctl/lab/inside/processes';
import { eventually } from '@bondctl/lab/inside/wait';
import type { BondDesire } from '@bondctl/proto/model/bond';
import type { IfName, TxId } from '@bondctl/proto/model/names';
import type { Asked } from './drive.ts';
import type { BondTexts, Change, FirstBoot, JournalLine, SecondBoot, ThirdBoot, UnitFacts } from './facts.ts';

const stateDir = '/var/lib/bondctl-agent';
const [orders, outcomes] = [`${stateDir}/orders.json`, `${stateDir}/outcomes.jsonl`];
const [calledOff, rebooted, killed] = ['tx_calledoff00', 'tx_rebooted000', 'tx_killed00000'] as TxId[] as [
  TxId,
  TxId,
  TxId,
];
/** Programs start slowly in a guest on a busy machine. */
const patience = { timeoutMs: 90_000, everyMs: 250 };

/** Long enough for a slow guest to prepare and to apply. */
const deadlineInMs = 20_000;

const variable = (name: string): string => process.env[name] ?? '';
const name = (text: string) => text as IfName;

const textOf = (bond: string): string | null => {
  const path = `/proc/net/bonding/${bond}`;
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
};

const texts = (): BondTexts => ({ sync0: textOf('sync0'), store0: textOf('store0') });

type Written = {
  label: string;
  by: { pid: number };
  same: readonly string[];
  state: { phase: JournalLine['phase']; why?: { message: string } };
};

function journalOf(tx: TxId): readonly JournalLine[] {
  const path = `${stateDir}/transactions/${tx}.jsonl`;
  const whole = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
  const found: JournalLine[] = [];
  for (const { label, by, same, state } of whole.map((line) => JSON.parse(line) as Written)) {
    // What has not changed since the line before is only named.
    const kept = same.includes('why') ? (found.at(-1)?.why ?? null) : null;
    found.push({ label, phase: state.phase, why: state.why?.message ?? kept, pid: by.pid });
  }
  return found;
}

async function unit(service: string): Promise<UnitFacts> {
  const keys = ['InactiveExitTimestampMonotonic', 'ExecMainExitTimestampMonotonic', 'Result'];
  const shown = await must(['systemctl', 'show', service, ...keys.map((key) => `--property=${key}`)]);
  const value = (key: string) =>
    shown
      .split('\n')
      .find((line) => line.startsWith(`${key}=`))
      ?.split('=')[1] ?? '';
  return {
    startedUs: Number(value('InactiveExitTimestampMonotonic')),
    endedUs: Number(value('ExecMainExitTimestampMonotonic')),
    result: value('Result'),
    log: await must(['journalctl', '--no-pager', '--output=cat', '--boot', `--unit=${service}`]),
  };
}

const bond = (
  own: string,
  mode: 'balance-rr' | 'active-backup',
  ports: readonly [string, string],
): BondDesire => ({
  state: 'present',
  allowControlPath: false,
  spec: {
    name: name(own),
    mode,
    ports: [name(ports[0]), name(ports[1])],
    options: { miimon: '50' },
    mtu: null,
    addresses: null,
  },
});

/** Both bonds change their mode: the one of ifupdown's file and the one that is in nobody's. */
const both = [
  bond('sync0', 'balance-rr', ['eth1', 'eth2']),
  bond('store0', 'active-backup', ['eth3', 'eth4']),
];

/** A bond that only the kernel knows. */
async function makeByHand(): Promise<void> {
  const batch = [
    'link add store0 type bond mode balance-rr miimon 100',
    'link set eth3 down',
    'link set eth3 master store0',
    'link set eth4 down',
    'link set eth4 master store0',
    'link set store0 up',
    'addr add 10.8.0.1/24 dev store0',
  ];
  await must(['ip', '-batch', '-'], { input: batch.map((line) => `${line}\n`).join('') });
}

const settled = () =>
  eventually(() => {
    const all = texts();
    return (
      all.sync0 !== null && all.store0 !== null && !/MII Status: (down|going)/.test(all.sync0 + all.store0)
    );
  }, patience);

const timerState = async (tx: TxId): Promise<string> =>
  (await run(['systemctl', 'is-active', `bondctl-restore-${tx}.timer`])).stdout.trim();

/** Applies the change under the packaged unit and leaves it waiting for its confirmation. */
async function change(
  tx: TxId,
  desired: readonly BondDesire[],
  deadlineInMs: number,
  first: readonly Asked[] = [],
): Promise<Change> {
  await settled();
  const before = texts();
  const asked: readonly Asked[] = [
    ...first,
    { kind: 'prepare', tx, desired, deadlineInMs },
    { kind: 'apply', tx, settleMs: 20_000 },
  ];
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  rmSync(outcomes, { force: true });
  writeFileSync(orders, JSON.stringify(asked));
  await must(['systemctl', 'start', 'bondctl-agent.service']);
  await eventually(() => {
    const said = existsSync(outcomes) ? readFileSync(outcomes, 'utf8') : '';
    if (said.includes('"phase":"awaitingConfirm"')) return true;
    throw new Error(`the agent said: ${said}`);
  }, patience);
  return { before, waiting: texts(), timer: await timerState(tx) };
}

async function firstBoot(): Promise<FirstBoot> {
  await makeByHand();
  const made = await change(rebooted, both, 300_000, [
    { kind: 'prepare', tx: calledOff, desired: both, deadlineInMs: 300_000 },
    { kind: 'rollBack', tx: calledOff, why: 'it was called off' },
  ]);
  const children = processesWith(`--watch --tx ${calledOff}`);
  return { change: made, calledOff: { timer: await timerState(calledOff), children } };
}

/** Kills the agent and its child, so that no process of ours is left. */
async function killAll(): Promise<readonly number[]> {
  const agent = Number(
    await must(['systemctl', 'show', '--value', '--property=MainPID', 'bondctl-agent.service']),
  );
  const pids = [agent, ...processesWith('restore --config /etc/bondctl/agent.yaml --watch')];
  for (const pid of pids) kill9(pid);
  return pids;
}

async function afterTheKill(startedMs: number): Promise<SecondBoot['after']> {
  await eventually(() => journalOf(killed).at(-1)?.phase === 'rolledBack', patience);
  const ms = Math.round(performance.now() - startedMs);
  await settled();
  const log = ['journalctl', '--no-pager', '--boot', `--unit=bondctl-restore-${killed}.service`];
  return { bonds: texts(), journal: journalOf(killed), ms, log: await must(log) };
}

async function secondBoot(): Promise<SecondBoot> {
  await settled();
  const [found, journal] = [texts(), journalOf(rebooted)];
  const [guard, networking] = [await unit('bondctl-agent-boot.service'), await unit('networking.service')];
  const startedMs = performance.now();
  const made = await change(killed, both.slice(0, 1), deadlineInMs);
  const pids = await killAll();
  return {
    found,
    guard,
    networking,
    journal,
    change: made,
    killed: pids,
    after: await afterTheKill(startedMs),
  };
}

async function thirdBoot(): Promise<ThirdBoot> {
  await eventually(() => textOf('sync0') !== null, patience);
  const guard = await unit('bondctl-agent-boot.service');
  return { found: texts(), guard, journals: [rebooted, killed].map(journalOf) };
}

async function boot(number: string): Promise<void> {
  mkdirSync('/usr/local/lib/lab', { recursive: true });
  copyFileSync(join(variable('LAB'), 'job/drive.mjs'), '/usr/local/lib/lab/drive.mjs');
  const facts = number === '1' ? await firstBoot() : number === '2' ? await secondBoot() : await thirdBoot();
  writeFileSync(join(variable('LAB_OUT'), `boot-${number}.json`), JSON.stringify(facts));
  if (number === '3') return;
  await must(['systemctl', 'reboot']);
  // The reboot ends us.
  await new Promise(() => setInterval(() => undefined, 60_000));
}

await boot(variable('LAB_BOOT'));
