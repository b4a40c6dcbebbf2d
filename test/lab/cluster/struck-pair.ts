/** A pair with a bond whose change stops where a test wants to strike: the controller stops itself at two labels, each time. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { must, type Ran } from '@bondctl/lab/inside/command';
import { host, type Started } from '@bondctl/lab/inside/host';
import { differencesFrom } from '@bondctl/lab/inside/picture';
import type { Picture } from '@bondctl/lab/inside/picture-compare';
import { kill9, processesWith, processState } from '@bondctl/lab/inside/processes';
import { eventually, eventuallyHolds } from '@bondctl/lab/inside/wait';
import { cluster, type Env, type RunningController } from './cluster.ts';
import { differences, names, pictures } from './pair.ts';
import { pairSpec, specFile } from './specs.ts';

/** Before the proof, when both hosts await the confirmation; and after the decision, before each confirmation. */
export type Stop = 'stored:proving' | 'stored:confirming';

/** An apply that is under way; `ended` is what the CLI says in the end. */
export type InHand = { readonly ended: Promise<Ran> };

const stops: readonly Stop[] = ['stored:proving', 'stored:confirming'];
const reachMs = 90_000;
/** A deadline of these changes is about fifty seconds, and a watchdog bears a silent agent for some more. */
const oldMs = 100_000;
const applyMs = 240_000;

/** Two configurations to change between: no step of either takes a port or an address away. */
const configurations = [
  pairSpec({ mtu: 1500, options: '{ miimon: 100 }' }),
  pairSpec({ mtu: 9000, options: '{ miimon: 50 }' }),
] as const;

const { bondctl, client, startController, startAgent, join } = cluster();
const agents = new Map<string, Started>();

let controller: RunningController;
let now = 0;
let old: readonly Picture[];

export { bondctl, client, names };

/** Gives both hosts the bond that every change begins from, made by hand as the first configuration has it, and enrols them. */
export async function begin(): Promise<void> {
  for (const [at, name] of names.entries()) {
    await host(name).ip(
      'link add sync0 type bond mode balance-rr miimon 100',
      ...['eth1', 'eth2'].flatMap((port) => [`link set ${port} down`, `link set ${port} master sync0`]),
      'link set sync0 up',
      `addr add 10.9.0.${at + 1}/24 dev sync0`,
    );
  }
  controller = await startController({ BONDCTL_FAULT: stops.map((label) => `stop:${label}`).join(',') });
  for (const name of names) {
    await join(name);
    await restartAgent(name);
  }
  old = await pictures();
}

/** Starts a host's agent anew: one that lost the controller for long may be in the middle of a long wait. */
export async function restartAgent(name: string, env: Env = {}): Promise<Started> {
  agents.get(name)?.kill('SIGTERM');
  await agents.get(name)?.ended;
  const agent = await startAgent(name, env);
  agents.set(name, agent);
  return agent;
}

/** The agent was killed by the test. */
export const agentGone = (name: string): boolean => agents.delete(name);

/** The spec of the configuration that the hosts do not have now. */
export const otherSpec = (): string => configurations[now === 0 ? 1 : 0];

/** The same as a file for the CLI. */
const other = (): string => specFile('other', otherSpec());

/** Begins to apply the other configuration. */
export const change = (): InHand => ({ ended: bondctl(['apply', '--yes', '-f', other()], applyMs) });

/** The same, until the controller has stopped itself at a label. */
export async function changeStoppedAt(stop: Stop): Promise<InHand> {
  const inHand = change();
  for (const label of stops) {
    await stopped(inHand);
    if (label === stop) break;
    resume();
  }
  return inHand;
}

/** Waits until the controller has stopped itself again. */
export async function stopped({ ended }: InHand): Promise<void> {
  const early = ended.then(({ stdout, stderr }) => {
    throw new Error(`the apply ended before the controller stopped: ${stdout}${stderr}`);
  });
  await Promise.race([early, eventually(isStopped, { timeoutMs: reachMs })]);
  early.catch(() => undefined);
}

const isStopped = (): boolean => processState(controller.pid) === 'T';

/** Lets the controller go on from where it stopped. */
export const resume = (): void => void process.kill(controller.pid, 'SIGCONT');

/** Lets an apply go on past every stop, to its end. */
export async function goOn({ ended }: InHand): Promise<Ran> {
  let isOver = false;
  const over = ended.finally(() => {
    isOver = true;
  });
  await eventually(
    () => {
      if (isStopped()) resume();
      return isOver;
    },
    { timeoutMs: applyMs },
  );
  return over;
}

/** The change was kept: from now on this is what a change begins from. */
export async function isKept(ran: Ran): Promise<void> {
  assert.equal(ran.code, 0, `${ran.stdout}${ran.stderr}`);
  now = 1 - now;
  await leftNothing();
  const is = await pictures();
  assert.ok(
    differences(old, is).every((host) => host.length > 0),
    'a host is as it was',
  );
  old = is;
}

/** Both hosts come to be whole as before the change, and nothing of it is left behind. */
export async function isOld(): Promise<void> {
  await eventuallyHolds(
    async () => {
      const found = await Promise.all(names.map((name, at) => differencesFrom(old[at] ?? {}, name)));
      assert.deepEqual(found, [[], []]);
    },
    { timeoutMs: oldMs, everyMs: 1_000 },
  );
  await leftNothing();
}

/** No watchdog and no iperf3 is left. */
const leftNothing = (): Promise<void> =>
  eventuallyHolds(() => assert.deepEqual([...watchdogs(), ...processesWith('iperf3')], []), {
    timeoutMs: 30_000,
  });

const watchdogs = (): number[] => processesWith('--watch');

/** Kills the watchdogs of both hosts. */
export async function killWatchdogs(): Promise<void> {
  const found = watchdogs();
  assert.equal(found.length, names.length);
  for (const pid of found) kill9(pid);
  await eventually(() => watchdogs().length === 0);
}

/** Pulls or plugs in the cable of a host's control network. */
export const controlCable = (name: string, state: 'up' | 'down'): Promise<string> =>
  must(['ip', 'link', 'set', `${name}.m`, state]);

/** Waits until hosts have journaled that they went back because nobody confirmed: their deadline counts from a later moment than the controller's. */
export const wentBackUnconfirmed = (hosts: readonly string[]): Promise<void> =>
  eventuallyHolds(
    () =>
      assert.deepEqual(
        hosts.map(lastEnd),
        hosts.map(() => unconfirmed),
      ),
    { timeoutMs: oldMs, everyMs: 500 },
  );

const unconfirmed = 'rolledBack: it was not confirmed before its deadline';

type Entry = {
  readonly opened: number;
  readonly state: { readonly phase: string; readonly why?: { readonly message: string } };
};

/** How the newest transaction of a host stands in its journal. */
function lastEnd(name: string): string {
  const folder = host(name).path('/var/lib/bondctl-agent/transactions');
  const journals = readdirSync(folder).map((file) =>
    readFileSync(`${folder}/${file}`, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Entry),
  );
  const newest = journals.toSorted((a, b) => (b[0]?.opened ?? 0) - (a[0]?.opened ?? 0))[0] ?? [];
  // A line does not repeat what the line before it says.
  const why = newest.findLast(({ state }) => state.why !== undefined)?.state.why;
  const phase = newest.at(-1)?.state.phase ?? 'none';
  return why === undefined ? phase : `${phase}: ${why.message}`;
}
