/** The benchmark of a measurement, inside the lab: measures and prints what it measured as one JSON document. */
import { measuredByHand } from '../lab/cluster/by-hand.ts';
import { cluster } from '../lab/cluster/cluster.ts';
import { pairSpec, specFile } from '../lab/cluster/specs.ts';
import { tested } from '../lab/cluster/tested.ts';
import type { Measured } from './iperf-figures.ts';

const { bondctl, startController, startAgents, joinAll } = cluster();
const runs = 5;
const seconds = 5;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function ours(): Promise<number> {
  const { view } = await tested(bondctl, ['--seconds', String(seconds)]);
  if (view.result.run?.ok !== true)
    throw new Error(`our run gave no figure: ${JSON.stringify(view.result.run)}`);
  return view.result.run.figures.receivedBps;
}

async function measure(): Promise<Measured> {
  await startController();
  await joinAll(['alpha', 'beta']);
  await startAgents(['alpha', 'beta']);
  const spec = pairSpec({
    mode: '802.3ad',
    options: '{ miimon: 100, lacp_rate: fast, xmit_hash_policy: layer3+4 }',
  });
  const applied = await bondctl(['apply', '--yes', '-f', specFile('bench', spec)]);
  if (applied.code !== 0) throw new Error(`the bond was not made: ${applied.stdout}${applied.stderr}`);
  const measured = { oursBps: [] as number[], byHandBps: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    measured.oursBps.push(await ours());
    measured.byHandBps.push(await measuredByHand(seconds));
    say(`run ${run + 1} of ${runs} on both sides`);
  }
  return measured;
}

process.stdout.write(JSON.stringify(await measure()));
process.exit(0);
