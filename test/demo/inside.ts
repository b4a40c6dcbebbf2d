/** The demo inside the lab: what the post's author did by hand, through the CLI and its packaged programs. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outDir } from '@bondctl/lab/inside/topology';
import type { RolloutView, TestView } from '@bondctl/proto/model/view';
import { plotSvg } from '../../packages/controller/src/page/plot.ts';
import { brokenBounds } from './bounds.ts';
import { type DemoCluster, startCluster } from './cluster.ts';
import { type Row, rowOf } from './rows.ts';
import { type Candidate, cableBps, cables, candidates, specOf } from './specs.ts';
import { sentencesOf, tableOf } from './words.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const lastLogs = 6_000;

async function main(): Promise<number> {
  let cluster: DemoCluster | undefined;
  try {
    cluster = await startCluster(say);
    return await demo(cluster);
  } catch (thrown) {
    say(thrown instanceof Error ? thrown.message : String(thrown));
    if (cluster !== undefined) say(`What the programs wrote last:\n${cluster.logs().slice(-lastLogs)}`);
    return 1;
  } finally {
    if (cluster !== undefined && process.argv.includes('--keep')) shell(cluster);
  }
}

async function demo(cluster: DemoCluster): Promise<number> {
  const tests: TestView[] = [];
  for (const candidate of candidates) tests.push(await measured(cluster, candidate));
  const rows = tests.map(rowOf);
  writeFileSync(join(outDir(), 'demo.json'), `${JSON.stringify({ rows }, null, 2)}\n`);
  writeFileSync(join(outDir(), 'demo.svg'), drawn(tests));
  const words = [tableOf(rows), ...sentencesOf(rows)];
  const status = await cluster.bondctl(['status']);
  process.stdout.write(`\n${words.join('\n\n')}\n\n${status}`);
  return complain(rows);
}

/** Applies a configuration; the proof of the change is the measurement. */
async function measured({ bondctl, client }: DemoCluster, candidate: Candidate): Promise<TestView> {
  say(`\n== mode ${candidate.mode}, MTU ${candidate.mtu}`);
  const file = `/tmp/${candidate.mode}-${candidate.mtu}.yaml`;
  writeFileSync(file, specOf(candidate));
  const rollout = JSON.parse(
    await bondctl(['apply', '--yes', '-f', file, '--output', 'json']),
  ) as RolloutView;
  const [proof] = rollout.proofs;
  if (proof?.test == null) throw new Error(`${rollout.id} has no test: ${rollout.why}`);
  return await client.testResult(proof.test);
}

const drawn = (tests: readonly TestView[]): string =>
  plotSvg(
    `One TCP stream over ${cables} cables of ${cableBps / 1e6} Mbit/s, port by port`,
    tests.map(({ result }) => ({
      title: `${result.mode}, MTU ${result.mtu}`,
      subtitle: result.run?.ok ? figuresOf(result.run.figures) : 'nothing measured',
      series: result.series.sender,
      marks: [
        { label: 'one cable', rateBps: cableBps },
        { label: 'both cables', rateBps: cables * cableBps },
      ],
    })),
  );

const figuresOf = (figures: { receivedBps: number; retransmits: number | null }): string =>
  `${(figures.receivedBps / 1e6).toFixed(0)} Mbit/s received, ${figures.retransmits ?? '?'} sent again`;

function complain(rows: readonly Row[]): number {
  const broken = brokenBounds(rows);
  for (const { row, bound } of broken) {
    const shown = row === null ? '' : `${tableOf([row])}\n`;
    process.stderr.write(`\n${shown}This bound does not hold: ${bound}.\n`);
  }
  return broken.length === 0 ? 0 : 1;
}

function shell({ environment }: DemoCluster): void {
  say(
    '\nThe cluster stays up: try `bondctl status`, `bondctl test drbd`, `lab exec alpha -- bash`. `exit` ends it.',
  );
  spawnSync('bash', ['-i'], { stdio: 'inherit', env: environment });
}

process.exit(await main());
