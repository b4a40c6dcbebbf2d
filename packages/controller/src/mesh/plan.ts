import { usualRun } from '@bondctl/proto/model/linktest';
import type { MeshPlanView } from '@bondctl/proto/model/mesh';
import { failure, type Result, success } from '@bondctl/proto/model/result';
import type { ClusterSpec, Link } from '@bondctl/proto/model/spec';
import { planMesh } from './rounds.ts';
import type { MeshOrder } from './run.ts';

/** What a test takes besides its run: probes, round-trip times of the idle link, the server, the documents. */
const besideMs = 4_000;

/** A mesh of the accepted spec, laid out; or one sentence on what there is instead. */
export function layOut(
  name: string,
  seconds: number | null,
  spec: ClusterSpec | undefined,
): Result<MeshOrder, string> {
  const meshes = spec?.meshes ?? [];
  const mesh = meshes.find((one) => one.name === name);
  if (spec === undefined || mesh === undefined)
    return failure(
      noMesh(
        name,
        meshes.map((one) => one.name),
      ),
    );
  const links = spec.links.filter((link) => mesh.links.includes(link.name));
  const uplinks = spec.uplinks ?? [];
  const plan = planMesh(links, uplinks);
  const view: MeshPlanView = {
    name,
    rounds: plan.rounds.map((round) => round.map((link) => link.name)),
    bound: plan.bound,
    boundBy: plan.boundBy,
    expectedMs: plan.rounds.reduce((sum, round) => sum + longestMs(round, seconds), 0),
  };
  return success({ plan, uplinks, view });
}

const longestMs = (round: readonly Link[], seconds: number | null): number =>
  besideMs +
  1000 * Math.max(...round.map(({ expect }) => seconds ?? expect.throughput?.seconds ?? usualRun.seconds));

function noMesh(name: string, meshes: readonly string[]): string {
  const there = meshes.length === 0 ? 'the accepted spec has none' : `there are ${meshes.join(', ')}`;
  return `There is no mesh called "${name}"; ${there}.`;
}
