/** The benchmark of a rollout, inside the lab: measures and prints what it measured as one JSON document. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { host } from '@bondctl/lab/inside/host';
import { topology } from '@bondctl/lab/inside/topology';
import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { PlanView, RolloutView } from '@bondctl/proto/model/view';
import { cluster } from '../lab/cluster/cluster.ts';
import { scriptOf } from './commands-script.ts';
import type { JournalLine, Measured } from './rollout-figures.ts';

const applyTimeoutMs = 400_000;
const scriptTimeoutMs = 60_000;

const { bondctl, client, startController, startAgents, joinAll } = cluster();
const names = topology().hosts.map(({ name }) => name);
const pairs = names.flatMap((name, at) => (at % 2 === 0 ? [[name, names[at + 1] ?? ''] as const] : []));

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** All pairs in one mode; the proof is the path MTU alone, so that it takes no longer than it must. */
function specOf(mode: string, options: string): string {
  const addresses = names.map((name, at) => `${name}: [10.9.${Math.floor(at / 2)}.${1 + (at % 2)}/24]`);
  return `version: 1
hosts: { ${names.map((name) => `${name}: {}`).join(', ')} }
bonds:
  sync0:
    hosts: [${names.join(', ')}]
    ports: [eth1, eth2]
    mode: ${mode}
    options: ${options}
    addresses: { ${addresses.join(', ')} }
links:
${pairs.map(([a, b]) => `  ${a}-${b}: { ends: [${a}/sync0, ${b}/sync0], medium: direct, expect: { pathMtu: true } }`).join('\n')}
`;
}

const before = specOf('802.3ad', '{ miimon: 100, lacp_rate: fast }');
const after = specOf('balance-rr', '{ miimon: 100 }');

async function apply(text: string): Promise<RolloutView> {
  const file = '/tmp/bench.yaml';
  writeFileSync(file, text);
  const ran = await bondctl(['apply', '--yes', '-f', file, '--output', 'json'], applyTimeoutMs);
  if (ran.code !== 0)
    throw new Error(`an apply of the benchmark ended with ${ran.code}: ${ran.stdout}${ran.stderr}`);
  return JSON.parse(ran.stdout) as RolloutView;
}

async function eventsOf(rollout: string): Promise<readonly RecordedEvent[]> {
  const { events } = await client.events({ limit: 1000 });
  return events.filter(({ fact }) => 'rollout' in fact && fact.rollout === rollout);
}

type JournalEntry = { readonly atUnixMs: number; readonly state: { readonly phase: string } };

/** What a host journaled; a file is named after its transaction. */
function journalOf(name: string): readonly JournalLine[] {
  const transactions = host(name).path('/var/lib/bondctl-agent/transactions');
  return readdirSync(transactions).flatMap((file) => {
    const lines = readFileSync(`${transactions}/${file}`, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => {
      const { atUnixMs, state } = JSON.parse(line) as JournalEntry;
      return { tx: file.replace(/\.jsonl$/, ''), phase: state.phase, atUnixMs };
    });
  });
}

/** Runs the commands of a plan, host after host; `lab exec` and the start of each shell count, as they would by hand. */
async function runScripts({ changeSets }: PlanView): Promise<number> {
  const scripts = changeSets
    .flatMap(({ participants }) => participants)
    .map(({ host: name, steps }) => ({
      name,
      text: scriptOf(steps.flatMap(({ step }) => (step.do === 'keep' ? [] : [step]))),
    }));
  const beganMs = performance.now();
  for (const { name, text } of scripts)
    await host(name).must(['sh', '-e'], { input: text, timeoutMs: scriptTimeoutMs });
  return performance.now() - beganMs;
}

async function measure(): Promise<Measured> {
  await startController();
  await joinAll(names);
  await startAgents(names);
  say(`${names.length} agents are connected; the bonds are made ...`);
  await apply(before);
  const plan = await client.plan({ file: 'bench.yaml', text: after });
  say('The change is rolled out ...');
  const { id } = await apply(after);
  const [events, journals] = [await eventsOf(id), names.map(journalOf)];
  say('The hosts are put back, and the same commands run from a script ...');
  await apply(before);
  const scriptMs = Math.round(await runScripts(plan));
  return { hosts: names.length, events, journals, scriptMs };
}

process.stdout.write(JSON.stringify(await measure()));
process.exit(0);
