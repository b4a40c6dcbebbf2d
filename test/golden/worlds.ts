import type { Order } from '@bondctl/proto/model/command';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact } from '@bondctl/proto/model/event';
import type { BondName, HostId } from '@bondctl/proto/model/names';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import { isInHand } from '../../packages/controller/src/rollout/course/state.ts';
import type { StoredRollout } from '../../packages/controller/src/rollout/keeper.ts';
import type { RolloutPorts } from '../../packages/controller/src/rollout/ports.ts';
import { createRollouts, type Rollouts } from '../../packages/controller/src/rollout/runner.ts';
import { parseSpec } from '../../packages/controller/src/spec/parse.ts';
import type { Troubles } from '../fakes/fake-agent.ts';
import { applied, type Bonds } from '../fakes/fake-bonds.ts';
import { createFakeCluster, type FakeCluster, type Fate } from '../fakes/fake-cluster.ts';
import {
  createFakePorts,
  createFakeProver,
  createMemory,
  type Memory,
  type Proof,
} from '../fakes/fake-controller.ts';
import { createVirtualClock, type VirtualClock } from '../fakes/virtual-clock.ts';

/** What a golden case says about its world, in `world.json`; every word may be missing. */
export interface World {
  readonly says?: string;
  readonly troubles?: Readonly<Record<string, Troubles>>;
  /** What becomes of the nth order of a kind to a host. */
  readonly fates?: readonly {
    readonly host: string;
    readonly order: string;
    readonly nth: number;
    readonly fate: Fate;
  }[];
  readonly proofs?: Readonly<Record<string, Proof>>;
  /** What a person asks of the rollout, so long after its beginning. */
  readonly asks?: readonly { readonly afterMs: number; readonly action: 'pause' | 'resume' | 'abort' }[];
  /** Hosts that die so long after the beginning, for good. */
  readonly deaths?: readonly { readonly host: string; readonly afterMs: number }[];
  /** The controller dies when it has stored this phase, and is back after `forMs`. */
  readonly crash?: { readonly phase: string; readonly forMs: number };
}

/** The spec of a text that is known to be right. */
export function specOf(text: string): ClusterSpec {
  const parsed = parseSpec(text, 'cluster.yaml');
  if (parsed.ok) return parsed.value;
  throw new BondctlError('bad-input', parsed.error.map((one) => one.message).join('; '));
}

/** The bonds that a spec leaves on each host. */
export const bondsAfter = (spec: ClusterSpec): Readonly<Record<string, Bonds>> =>
  Object.fromEntries(spec.desires.map(({ host, bonds }) => [host, applied(new Map(), bonds)]));

/** For specs that only delete: the bonds must be there first. */
export const bondsToDelete = (spec: ClusterSpec): Readonly<Record<string, Bonds>> =>
  Object.fromEntries(
    spec.desires.map(({ host, bonds }) => {
      const names = bonds.flatMap((bond) => (bond.state === 'absent' ? [bond.name] : []));
      return [host, new Map(names.map((name) => [name, oldBond(name)]))];
    }),
  );

const oldBond = (name: BondName) => ({
  name,
  mode: 'active-backup' as const,
  ports: ['eth2', 'eth3'].map((port) => port as BondName) as unknown as readonly [BondName, BondName],
  options: { miimon: '100' },
  mtu: 1500,
  addresses: ['10.1.0.1/24'],
});

/** One line per stored phase, order, answer and fact, with the seconds since the beginning. */
export async function traceOf(text: string, world: World): Promise<string> {
  const clock = createVirtualClock();
  const lines: string[] = [];
  const startMs = clock.nowUnixMs();
  const say = (line: string) =>
    lines.push(`${((clock.nowUnixMs() - startMs) / 1000).toFixed(2).padStart(7)} s  ${line}`);
  const cluster = createFakeCluster(clock, specOf(text), { ...world, fate: fateOf(world) });
  const memory = createMemory();
  await applyOnce({ clock, cluster, memory, world, say }, text);
  for (const host of cluster.hosts.values())
    say(`${host.host} has ${[...host.bonds().values()].map(bondText).join(', ') || 'no bond'}`);
  return `${collapsed(lines).join('\n')}\n`;
}

/** What is said again and again, once with its count. */
function collapsed(lines: readonly string[]): readonly string[] {
  const textOf = (index: number) => lines[index]?.slice(timeWidth);
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    let times = 0;
    while (
      textOf(index) === textOf(index + 2) &&
      textOf(index + 1) === textOf(index + 3) &&
      index + 3 < lines.length
    ) {
      times += 1;
      index += 2;
    }
    if (times > 0) kept.push(`${' '.repeat(timeWidth)}  ... the same ${times} times more, and then`);
    kept.push(lines[index] ?? '');
  }
  return kept;
}

const timeWidth = 11;

interface Stage {
  readonly clock: VirtualClock;
  readonly cluster: FakeCluster;
  readonly memory: Memory;
  readonly world: World;
  readonly say: (line: string) => void;
}

async function applyOnce(stage: Stage, text: string): Promise<void> {
  const { clock, world, say } = stage;
  const life = { dead: false };
  const rollouts = createRollouts(spied(stage, life));
  let over = false;
  const end = (ending: string) => {
    say(ending);
    over = true;
  };
  troubleTheRollout(stage, rollouts);
  applyAndWait(rollouts, text).then(end, (thrown: unknown) =>
    end(`apply: ${String(BondctlError.from(thrown).message)}`),
  );
  await clock.run(() => over || life.dead);
  if (life.dead && world.crash !== undefined) {
    const { forMs } = world.crash;
    let back = false;
    clock.at(clock.nowUnixMs() + forMs, () => {
      back = true;
    });
    await clock.run(() => back);
    const { crash: _, ...calm } = world;
    say('the controller is back');
    const next = createRollouts(spied({ ...stage, world: calm }, { dead: false }));
    const ids = await next.resumeAll();
    let settled = false;
    void Promise.all(ids.map((id) => next.settled(id))).then(() => {
      settled = true;
    });
    await clock.run(() => settled);
  }
  // Watchdogs that are still armed have their say.
  await clock.run(() => false, clock.nowUnixMs() + 300_000);
}

/** People and deaths come at their time, whatever the rollout does then. */
function troubleTheRollout({ clock, cluster, memory, world, say }: Stage, rollouts: Rollouts): void {
  const startMs = clock.nowUnixMs();
  const control = async (action: 'pause' | 'resume' | 'abort') => {
    const [row] = await memory.store.rollouts(1);
    if (row !== undefined) await rollouts.control('cli:root', row.id, action);
  };
  for (const { afterMs, action } of world.asks ?? [])
    clock.at(startMs + afterMs, () => {
      say(`somebody asks: ${action}`);
      control(action).catch((thrown: unknown) => say(BondctlError.from(thrown).message));
    });
  for (const { host, afterMs } of world.deaths ?? [])
    clock.at(startMs + afterMs, () => {
      say(`${host} dies`);
      [...cluster.hosts.values()].find((one) => one.host === host)?.kill(null);
    });
}

async function applyAndWait(rollouts: Rollouts, text: string): Promise<string> {
  const { rollout } = await rollouts.apply('cli:root', { file: 'cluster.yaml', text }, null);
  if (rollout === null) return 'apply: nothing to do';
  await rollouts.settled(rollout);
  return 'apply: ended';
}

/** The controller's ports, with everything that passes them said aloud; all of them fall silent when it dies. */
function spied({ clock, cluster, memory, world, say }: Stage, life: { dead: boolean }): RolloutPorts {
  const prover = createFakeProver(clock, (link) => world.proofs?.[link.name] ?? { kind: 'passes' });
  const ports = createFakePorts(clock, cluster, memory, prover);
  const silence = new Promise<never>(() => undefined);
  let phase = '';
  const spoken = async (host: HostId, order: Order, work: Promise<{ readonly kind: string }>) => {
    say(`  to ${host}: ${order.kind}`);
    const outcome = await work.catch((thrown: unknown) => ({ kind: BondctlError.from(thrown).message }));
    if (!life.dead) say(`  from ${host}: ${answerText(outcome)}`);
  };
  return {
    ...ports,
    agents: {
      ...ports.agents,
      ask: (host, id, order, timeoutMs) => {
        if (life.dead) return silence;
        const work = cluster.agents.ask(host, id, order, timeoutMs);
        void spoken(host, order, work);
        return work.then((outcome) => (life.dead ? silence : outcome));
      },
    },
    store: {
      ...ports.store,
      saveRollout: async (row) => {
        if (life.dead) return silence;
        await memory.store.saveRollout(row);
        const now = phaseText(row.state as StoredRollout);
        if (now !== phase) say(now);
        phase = now;
        if (world.crash === undefined || !now.endsWith(world.crash.phase)) return;
        say('the controller dies');
        life.dead = true;
        return silence;
      },
    },
    record: async (actor, fact) => {
      if (life.dead) return silence;
      say(`    ${factText(fact)}`);
      return memory.record(actor, fact);
    },
  };
}

function phaseText({ rollout }: StoredRollout): string {
  if (!isInHand(rollout)) return `the rollout is ${rollout.phase}`;
  return rollout.inHand.map((set) => `${set.change.set.name} is ${set.phase}`).join(', ');
}

function answerText(outcome: {
  readonly kind: string;
  readonly outcome?: { readonly phase: string };
}): string {
  return outcome.outcome?.phase ?? outcome.kind;
}

function factText(fact: Fact): string {
  const { type, ...rest } = fact;
  const words = Object.entries(rest).filter(([key]) => key !== 'rollout' && key !== 'tx');
  return [type, ...words.map(([key, value]) => `${key}=${JSON.stringify(value)}`)].join(' ');
}

const bondText = ({
  name,
  mode,
  mtu,
}: {
  readonly name: string;
  readonly mode: string;
  readonly mtu: number | null;
}) => `${name} (${mode}, MTU ${mtu})`;

function fateOf(world: World): (host: HostId, order: Order['kind'], nth: number) => Fate {
  return (host, order, nth) =>
    world.fates?.find((one) => one.host === host && one.order === order && one.nth === nth)?.fate ?? {
      kind: 'deliver',
    };
}
