/** `npm run fleet`: a controller with many simulated hosts, until somebody ends it. */
import { setMaxListeners } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BondctlError } from '@bondctl/proto/model/error';
import type { OperatorName } from '@bondctl/proto/model/names';
import { buildDashboard } from '../../packaging/dashboard.ts';
import { buildPrograms } from '../../packaging/programs.ts';
import { stopOnSignals } from '../run/guest-program.ts';
import { root } from '../run/places.ts';
import { specOf } from './cluster.ts';
import { type RunningController, startController } from './controller.ts';
import { joinFleet, makeFleet } from './fleet.ts';
import { type Options, readOptions, usage } from './options.ts';
import { tellStory } from './strikes.ts';
import { howTo, summary } from './words.ts';

type Run = Extract<Options, { kind: 'run' }>;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const dist = join(root, 'dist');
const settleMs = 3_000;
/** Who looks at the fleet in a browser. */
const operator = 'you' as OperatorName;

/** What must be ended, the last begun first. */
type Closers = (() => Promise<unknown>)[];

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.kind === 'help') {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (options.kind === 'mistake') {
    say(`${options.sentence}\n\n${usage}`);
    return 2;
  }
  const stopping = stopOnSignals();
  // Every trouble of the story waits for it.
  setMaxListeners(0, stopping);
  const closers: Closers = [];
  try {
    await run(options, stopping, closers);
    return 0;
  } catch (thrown) {
    if (stopping.aborted) return 0;
    say(BondctlError.from(thrown).message);
    return 1;
  } finally {
    for (const close of closers.toReversed()) await close().catch((thrown: unknown) => say(String(thrown)));
  }
}

async function run(options: Run, stopping: AbortSignal, closers: Closers): Promise<void> {
  const { hosts } = options;
  const folder = await mkdtemp(join(tmpdir(), 'bondctl-fleet-'));
  closers.push(async () => {
    if (options.keep) say(`The controller's folder is kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  });
  say('Building the programs ...');
  await buildPrograms(dist, 'simulated-fleet');
  await buildDashboard(dist);
  const beganMs = performance.now();
  say(`${hosts} hosts join ...`);
  const enrolled = await joinFleet(folder, hosts);
  stopping.throwIfAborted();
  const joinedMs = performance.now() - beganMs;
  const controller = await startController(
    [process.execPath, join(dist, 'bondctl-controller.mjs')],
    folder,
    [],
  );
  closers.push(() => controller.stop());
  const fleet = await makeFleet(enrolled, controller.hubPort);
  closers.push(() => fleet.stop());
  const before = await controller.residentBytes();
  stopping.addEventListener('abort', () => void fleet.stop());
  await fleet.connect((connected) => say(`${connected} of ${hosts} agents are connected`));
  const startedMs = performance.now() - beganMs;
  await sleep(settleMs, undefined, { signal: stopping });
  const after = await controller.residentBytes();
  await applied(controller, hosts);
  say(summary({ hosts, joinedMs, startedMs, residentBefore: before, residentAfter: after }));
  say(howTo(controller.socket, dist, await controller.client.addOperator({ operator, rights: 'change' })));
  await live(options, fleet.members, stopping);
}

async function applied({ client }: RunningController, hosts: number): Promise<void> {
  say('The spec of the fleet is accepted ...');
  const { rollout } = await client.apply({ file: 'fleet.yaml', text: specOf(hosts), digest: null });
  if (rollout !== null)
    say(`The hosts are not as the spec wants them: rollout ${rollout} brings them there.`);
}

async function live(
  { forSeconds, seed, mood }: Run,
  members: Parameters<typeof tellStory>[0],
  stopping: AbortSignal,
): Promise<void> {
  // Not AbortSignal.timeout within AbortSignal.any: both may be collected before they fire.
  const over = new AbortController();
  setMaxListeners(0, over.signal);
  stopping.addEventListener('abort', () => over.abort());
  if (stopping.aborted) over.abort();
  const timer = forSeconds === null ? undefined : setTimeout(() => over.abort(), forSeconds * 1_000);
  await tellStory(members, { seed, mood }, over.signal, say);
  clearTimeout(timer);
  say('Ending ...');
}

process.exitCode = await main(process.argv.slice(2));
