/** The benchmark of a mesh, inside the lab: measures and prints what it measured as one JSON document. */
import { must } from '@bondctl/lab/inside/command';
import { topology, variable } from '@bondctl/lab/inside/topology';
import { eventually } from '@bondctl/lab/inside/wait';
import type { MeshView } from '@bondctl/proto/model/mesh';
import type { End } from '@bondctl/proto/model/names';
import { cluster } from '../lab/cluster/cluster.ts';
import { addressOf, fabricSpec, makeBonds } from '../lab/cluster/fabric.ts';
import { specFile } from '../lab/cluster/specs.ts';
import type { Measured } from './mesh-figures.ts';

const { bondctl, client, startController, startAgents, joinAll } = cluster();
const names = topology().hosts.map(({ name }) => name);
const seconds = 10;
const meshTimeoutMs = 400_000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const lab = `${variable('LAB')}/job/bin/lab`;
const on = (host: unknown, command: string): string => `${lab} exec ${host} -- ${command} >/dev/null`;

/**
 * The rounds as somebody writes them: servers, a moment for them to listen, clients, and wait for all of the round. `before`
 * is what is done at both ends before each test.
 */
function scriptOf(
  { rounds, pairs }: MeshView,
  firstPort: number,
  before: (a: End, b: End) => string,
): string {
  return rounds
    .map((round, nth) => {
      const tests = round.map((link, at) => {
        const [from, to] = pairs.find((pair) => pair.link === link)?.ends ?? [];
        if (from === undefined || to === undefined) throw new Error(`${link} is not in the mesh`);
        const port = firstPort + nth * 100 + at;
        const server = on(to.host, `iperf3 -s -1 -p ${port} -B ${addressAt(to)}`);
        const client = on(from.host, `iperf3 -c ${addressAt(to)} -p ${port} -t ${seconds}`);
        return `( ${before(from, to)} ${server} & sleep 0.5; ${client}; wait ) &`;
      });
      return [...tests, 'wait'].join('\n');
    })
    .join('\n');
}

const addressAt = ({ host }: End): string => addressOf(names.indexOf(host));

/** What our tests send before a run: whole packets from both ends by each of both ports at once, then eight small ones. */
function pings(from: End, to: End): string {
  const whole = [16_896, 16_898].flatMap((id) =>
    [[from, to] as const, [to, from] as const].map(([a, b]) =>
      on(a.host, `ping -n -M do -s 1472 -e ${id} -c 4 -W 1 -i 0.05 -I sync0 ${addressAt(b)}`),
    ),
  );
  return `${whole.join(' & ')} & wait; ${on(from.host, `ping -n -i 0.05 -c 8 -w 2 -I sync0 ${addressAt(to)}`)};`;
}

async function timed(script: string): Promise<number> {
  const beganMs = performance.now();
  await must(['sh', '-e'], { input: script, timeoutMs: meshTimeoutMs });
  return Math.round(performance.now() - beganMs);
}

async function measure(): Promise<Measured> {
  await makeBonds(names);
  await startController();
  await joinAll(names);
  await startAgents(names);
  await eventually(async () => (await client.status()).hosts.every(({ bonds }) => bonds.length === 1));
  const applied = await bondctl(['apply', '--yes', '-f', specFile('bench', fabricSpec(names, '50Mbit/s'))]);
  if (applied.code !== 0) throw new Error(`the spec was not accepted: ${applied.stdout}${applied.stderr}`);
  say('Every pair is tested ...');
  const args = ['test', '--mesh', 'fabric', '--seconds', String(seconds), '--output', 'json'];
  const { stdout, stderr } = await bondctl(args, meshTimeoutMs);
  if (stdout === '') throw new Error(`the mesh was not tested: ${stderr}`);
  const mesh = JSON.parse(stdout) as MeshView;
  say('The same rounds run from a script ...');
  const scriptMs = await timed(scriptOf(mesh, 6000, () => ''));
  say('And with the pings of our tests ...');
  const withPingsMs = await timed(scriptOf(mesh, 7000, pings));
  const failed = mesh.pairs.filter(({ passed }) => !passed).length;
  for (const { link, sentence } of mesh.pairs.filter(({ passed }) => !passed)) say(`${link}: ${sentence}`);
  const { rounds, bound, tookMs } = mesh;
  return {
    tests: mesh.pairs.length,
    rounds: rounds.length,
    bound,
    failed,
    oursMs: tookMs,
    scriptMs,
    withPingsMs,
  };
}

process.stdout.write(JSON.stringify(await measure()));
process.exit(0);
