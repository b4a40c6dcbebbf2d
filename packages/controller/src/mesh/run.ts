import { BondctlError } from '@bondctl/proto/model/error';
import type { MeshPairView, MeshPlanView, MeshView } from '@bondctl/proto/model/mesh';
import type { HostId } from '@bondctl/proto/model/names';
import type { Link, Uplink } from '@bondctl/proto/model/spec';
import type { TestRow } from '../store/ports.ts';
import { due } from './due.ts';
import type { MeshPlan } from './rounds.ts';

/** What carrying out a mesh needs. */
export interface MeshPorts {
  /** One test to its end. Throws BondctlError where it could not be carried out. */
  readonly test: (link: Link, signal: AbortSignal) => Promise<TestRow>;
  /** A host that is not there is not waited for. */
  readonly isThere: (host: HostId) => boolean;
  readonly monotonicMs: () => number;
}

/** A mesh to be carried out. */
export interface MeshOrder {
  readonly plan: MeshPlan<Link>;
  readonly uplinks: readonly Uplink[];
  readonly view: MeshPlanView;
}

/** Tests every link once. A link that cannot be tested is told with its reason, and the rest goes on. */
export async function runMesh(
  ports: MeshPorts,
  { plan, uplinks, view }: MeshOrder,
  signal: AbortSignal,
): Promise<MeshView> {
  const beganMs = ports.monotonicMs();
  const found = new Map<Link, Found>();
  const running = new Map<Link, Promise<Link>>();
  let waiting: readonly Link[] = plan.rounds.flat();
  while (waiting.length + running.size > 0) {
    for (const link of due(waiting, [...running.keys()], uplinks)) {
      const ended = testOne(ports, link, signal).then((what) => {
        found.set(link, what);
        return link;
      });
      running.set(link, ended);
    }
    waiting = waiting.filter((link) => !running.has(link));
    running.delete(await Promise.race(running.values()));
  }
  const pairs = plan.rounds.flatMap((round, at) =>
    round.map((link) => ({
      link: link.name,
      ends: link.ends,
      round: at + 1,
      ...(found.get(link) ?? untold),
    })),
  );
  return { ...view, pairs, tookMs: Math.round(ports.monotonicMs() - beganMs) };
}

type Found = Omit<MeshPairView, 'link' | 'ends' | 'round'>;

const untold: Found = {
  test: null,
  receivedBps: null,
  percentOfConfiguration: null,
  percentOfHardware: null,
  passed: false,
  sentence: 'was not tested',
};

async function testOne(ports: MeshPorts, link: Link, signal: AbortSignal): Promise<Found> {
  const lost = link.ends.map(({ host }) => host).filter((host) => !ports.isThere(host));
  if (lost.length > 0) return { ...untold, sentence: `${lost.join(' and ')} is not connected` };
  if (signal.aborted) return { ...untold, sentence: 'the mesh was cancelled before' };
  try {
    return foundOf(await ports.test(link, signal));
  } catch (thrown) {
    return { ...untold, sentence: BondctlError.from(thrown).message };
  }
}

function foundOf({ id, result, judgement, findings }: TestRow): Found {
  const missed = judgement.verdicts.filter(({ held }) => held !== 'yes').map(({ sentence }) => sentence);
  const [cause] = findings.filter(({ severity }) => severity !== 'note');
  return {
    test: id,
    receivedBps: result.run?.ok === true ? result.run.figures.receivedBps : null,
    percentOfConfiguration: judgement.percentOfConfiguration,
    percentOfHardware: judgement.percentOfHardware,
    passed: judgement.passed,
    sentence: [...(cause === undefined ? [] : [cause.cause]), ...missed].join(' '),
  };
}
