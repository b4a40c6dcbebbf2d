import { BondctlError } from '@bondctl/proto/model/error';
import { restoreAsPerson } from './agent.ts';
import type { Controller } from './controller.ts';
import type { Fate } from './fate.ts';
import { untilMorningMs } from './faults.ts';
import type { Host } from './hosts.ts';
import type { Violation } from './law.ts';
import { newestOf } from './laws.ts';
import { calm } from './machine.ts';
import { createWorld, type Teller, type World } from './world.ts';

/** How a world went. */
export interface Outcome {
  /** The first law that was broken. */
  readonly violation: Violation | null;
  readonly tookMs: number;
}

/** Longer than the longest faults, one after the other, and everybody's patience with each. */
const longestMs = 45 * 60_000;
const mostWakes = 100_000;
/** Longer than every deadline, what follows it, and the patience of a controller. */
const nightMs = 400_000;
const restartMs = 10_000;
const triesOfAnOperator = 4;
const operatorWaitsMs = 10_000;

/** Somebody applies one spec after the other, also over restarts of the controller. */
function operate(world: World, specs: readonly string[]): () => boolean {
  let [next, isOver] = [0, false];
  const applyNext = async ({ rollouts }: Controller) => {
    const text = specs[next] ?? '';
    next += 1;
    for (let tries = 0; tries < triesOfAnOperator; tries++) {
      try {
        const { rollout } = await rollouts.apply('cli:root', { file: 'cluster.yaml', text }, null);
        world.say('operator', rollout === null ? 'nothing is to do' : `${rollout} is running`);
        if (rollout !== null) await rollouts.settled(rollout);
        return;
      } catch (thrown) {
        world.say('operator', `cannot apply: ${BondctlError.from(thrown).message}`);
        await world.time.sleep(operatorWaitsMs);
      }
    }
  };
  const live = async (controller: Controller) => {
    await world.time.sleep(operatorBeginsMs);
    const ids = await controller.rollouts.resumeAll();
    isOver = false;
    await Promise.all(ids.map((id) => controller.rollouts.settled(id)));
    while (next < specs.length && controller.process.isAlive()) await applyNext(controller);
    isOver = controller.process.isAlive();
  };
  const begin = (): void => {
    const controller = world.startController(() => world.time.after(world.targets.awayMs, begin));
    live(controller).catch((thrown: unknown) => world.say('operator', `gives up: ${String(thrown)}`));
  };
  begin();
  return () => isOver;
}

const operatorBeginsMs = 100;

function putRight({ network, memory, hosts }: World): void {
  memory.failsUntilMs = 0;
  for (const [id, host] of hosts) {
    while (network.isCut(id)) network.mend([id]);
    calm(host.machine);
    host.machine.disk.setFull(false);
    for (const { process } of host.machine.running.values()) process.goOn();
  }
}

/** Everything is put right and everybody comes back. */
async function morning(world: World): Promise<void> {
  world.say('morning', 'everything is put right');
  putRight(world);
  for (const host of world.hosts.values()) if (host.agent === null) host.startAgain(0);
  world.targets.awayMs = 0;
  await world.time.run(() => world.violations.length > 0, {
    untilMs: world.time.nowMs() + nightMs,
    wakes: mostWakes,
  });
}

/** Every agent is started once more on a host that is well, so that what counts is what its journal says. */
async function lastRestart(world: World): Promise<void> {
  world.disarm();
  putRight(world);
  for (const host of world.hosts.values()) {
    host.awayMs = 0;
    if (host.agent === null) host.startAgain(0);
    else host.agent.kill();
  }
  await world.time.run(() => false, { untilMs: world.time.nowMs() + restartMs, wakes: mostWakes });
}

/** A person looks after every host that is stuck. */
async function lookAfter(world: World, host: Host, teller: Teller): Promise<void> {
  const { machine } = host;
  host.awayMs = untilMorningMs;
  host.agent?.kill();
  const wish = world.chance.pick(['restore', 'restore', 'accept'] as const);
  const ending = await restoreAsPerson(machine, wish, world.around);
  world.say('person', `restores ${machine.id} (${wish}): ${ending}`);
  if (ending === 'accepted') world.watch.accepted(machine);
  teller.happened(wish === 'accept' ? 'personAccepted' : 'personRestored');
  host.startAgain(0);
}

async function people(world: World, teller: Teller): Promise<void> {
  const stuck = [...world.hosts.values()].filter(
    ({ machine }) => newestOf(world.watch.record, machine)?.last === 'stuck',
  );
  if (stuck.length === 0) return;
  const work = Promise.all(stuck.map((host) => lookAfter(world, host, teller))).catch((thrown: unknown) =>
    world.violations.push({
      law: 'ends',
      sentence: `a person cannot help: ${BondctlError.from(thrown).message}`,
    }),
  );
  const untilMs = world.time.nowMs() + nightMs;
  await world.time.run(() => false, { untilMs, wakes: mostWakes });
  await Promise.race([work, Promise.resolve()]);
}

/** Runs a world from its beginning until everything has come to rest. */
export async function runWorld(fate: Fate, teller: Teller): Promise<Outcome> {
  const world = createWorld(fate, teller);
  const { time, violations } = world;
  const isOver = operate(world, fate.cluster.specs);
  const broken = () => violations.length > 0;
  const backMs = fate.faults.reduce(
    (sum, { name, forMs }) => sum + (name === 'clockBackward' ? forMs : 0),
    0,
  );
  const limits = { untilMs: longestMs + backMs, wakes: mostWakes };
  const stopped = await time.run(() => isOver() || broken(), limits);
  if (stopped !== 'over')
    violations.push({
      law: 'ends',
      sentence: `after ${time.nowMs() / 1000} s the rollouts still run (${stopped})`,
    });
  if (!broken()) await morning(world);
  if (!broken() && !isOver())
    violations.push({ law: 'ends', sentence: 'a rollout does not end although all is well' });
  if (!broken()) await people(world, teller);
  if (!broken()) await lastRestart(world);
  if (!broken()) world.watch.atTheEnd();
  for (const { law, sentence } of violations) world.say('law', `${law}: ${sentence}`);
  return { violation: violations[0] ?? null, tookMs: time.nowMs() };
}
