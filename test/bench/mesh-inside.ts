/** The benchmark of a mesh, inside the lab: measures and prints what it measured as one JSON document. */
import { must } from '@bondctl/lab/inside/command';
import { topology, variable } from '@bondctl/lab/inside/topology';
import { eventually } from '@bondctl/lab/inside/wait';
import type { MeshView } from '@bondctl/proto/model/mesh';
import { cluster } from '../lab/cluster/cluster.ts';
import { addressOf, fabricSpec, makeBonds } from '../lab/cluster/fabric.ts';
import { specFile } from '../lab/cluster/specs.ts';
import type { Measured } from './mesh-figures.ts';

const { bondctl, client, startController, startAgents, joinAll } = cluster();
const names = topology().hosts.map(({ name }) => name);
const seconds = 10;
const meshTimeoutMs = 400_000;
const firstPort = 6000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The rounds as somebody writes them: servers, a moment for them to listen, clients, and wait for all of the round. */
function scriptOf({ rounds, pairs }: MeshView): string {
  const lab = `${variable('LAB')}/job/bin/lab`;
  return rounds
    .map((round, nth) => {
      const tests = round.map((link, at) => {
        const [from, to] = pairs.find((pair) => pair.link === link)?.ends ?? [];
        const address = addressOf(names.indexOf(String(to?.host)));
        const port = firstPort + nth * 100 + at;
        const server = `${lab} exec ${to?.host} -- iperf3 -s -1 -p ${port} -B ${address} >/dev/null &`;
        return `( ${server} sleep 0.5; ${lab} exec ${from?.host} -- iperf3 -c ${address} -p ${port} -t ${seconds} >/dev/null; wait ) &`;
      });
      return [...tests, 'wait'].join('\n');
    })
    .join('\n');
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
  const beganMs = performance.now();
  await must(['sh', '-e'], { input: scriptOf(mesh), timeoutMs: meshTimeoutMs });
  const scriptMs = Math.round(performance.now() - beganMs);
  const failed = mesh.pairs.filter(({ passed }) => !passed).length;
  for (const { link, sentence } of mesh.pairs.filter(({ passed }) => !passed)) say(`${link}: ${sentence}`);
  const { rounds, bound, tookMs } = mesh;
  return { tests: mesh.pairs.length, rounds: rounds.length, bound, failed, oursMs: tookMs, scriptMs };
}

process.stdout.write(JSON.stringify(await measure()));
process.exit(0);
