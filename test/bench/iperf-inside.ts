/** The benchmark of a measurement, inside the lab: measures and prints what it measured as one JSON document. */
import { host } from '@bondctl/lab/inside/host';
import { eventually } from '@bondctl/lab/inside/wait';
import { cluster } from '../lab/cluster/cluster.ts';
import { pairSpec, specFile } from '../lab/cluster/specs.ts';
import { tested } from '../lab/cluster/tested.ts';
import type { Measured } from './iperf-figures.ts';

const { bondctl, startController, startAgents, joinAll } = cluster();
const [alpha, beta] = [host('alpha'), host('beta')];
const runs = 5;
const seconds = 5;
/** Outside the agents' own range, so that neither side is in the other's way. */
const firstPort = 6000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function ours(): Promise<number> {
  const { view } = await tested(bondctl, ['--seconds', String(seconds)]);
  if (view.result.run?.ok !== true)
    throw new Error(`our run gave no figure: ${JSON.stringify(view.result.run)}`);
  return view.result.run.figures.receivedBps;
}

/** What somebody at two shells types; the one-off server is waited for by looking, not by connecting. */
async function byHand(port: number): Promise<number> {
  const server = await beta.spawn(['iperf3', '-s', '-1', '-p', String(port), '-B', '10.9.0.2']);
  const listens = async () => (await beta.must(['ss', '-ltnH', `sport = :${port}`])).includes('LISTEN');
  await eventually(listens, { timeoutMs: 10_000, everyMs: 100 });
  const client = [
    'iperf3',
    '-c',
    '10.9.0.2',
    '-p',
    String(port),
    '-B',
    '10.9.0.1',
    '-t',
    String(seconds),
    '-J',
  ];
  const text = await alpha.must(client, { timeoutMs: 60_000 });
  await server.ended;
  const { end } = JSON.parse(text) as { end: { sum_received: { bits_per_second: number } } };
  return end.sum_received.bits_per_second;
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
    measured.byHandBps.push(await byHand(firstPort + run));
    say(`run ${run + 1} of ${runs} on both sides`);
  }
  return measured;
}

process.stdout.write(JSON.stringify(await measure()));
process.exit(0);
