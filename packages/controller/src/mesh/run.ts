import { BondctlError } from '@bondctl/proto/model/error';
import type { MeshPairView, MeshPlanView, MeshView } from '@bondctl/proto/model/mesh';
import type { HostId } from '@bondctl/proto/model/names';
import type { Link, Uplink } from '@bondctl/proto/model/spec';
import type { TestRow } from '../store/ports.ts';
import { due } from './due.ts';
import type { MeshPlan } from './rounds.ts';

/** What carrying out a mesh needs. */
export interface MeshPorts {
  /**
   * One test to its end. Throws BondctlError where it could not be carried out. `onFree` is called once, when its hosts
   * are free: before the end where what was measured is still being read, after it where a host still ends its part.
   */
  readonly test: (link: Link, signal: AbortSignal, onFree: () => void) => Promise<TestRow>;
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
  const found = new Map<Link, Promise<Found>>();
  const running = new Map<Link, Promise<Link>>();
  let waiting: readonly Link[] = plan.rounds.flat();
  while (waiting.length > 0) {
    for (const link of due(waiting, [...running.keys()], uplinks)) {
      const { what, free } = testOne(ports, link, signal);
      found.set(link, what);
      running.set(
        link,
        free.then(() => link),
      );
    }
    waiting = waiting.filter((link) => !running.has(link));
    running.delete(await Promise.race(running.values()));
  }
  const told = new Map(
    await Promise.all([...found].map(async ([link, what]) => [link, await what] as const)),
  );
  const pairs = plan.rounds.flatMap((round, at) =>
    round.map((link) => ({
      link: link.name,
      ends: link.ends,
      round: at + 1,
      ...(told.get(link) ?? untold),
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

/** What a test said, and when its hosts are free for the next one. */
function testOne(
  ports: MeshPorts,
  link: Link,
  signal: AbortSignal,
): { readonly what: Promise<Found>; readonly free: Promise<void> } {
  const against = reasonAgainst(ports, link, signal);
  if (against !== undefined)
    return { what: Promise.resolve({ ...untold, sentence: against }), free: Promise.resolve() };
  let onFree = (): void => undefined;
  const free = new Promise<void>((resolve) => {
    onFree = resolve;
  });
  const what = ports
    .test(link, signal, onFree)
    .then(foundOf, (thrown: unknown) => ({ ...untold, sentence: BondctlError.from(thrown).message }));
  return { what, free };
}

function reasonAgainst(ports: MeshPorts, link: Link, signal: AbortSignal): string | undefined {
  const lost = link.ends.map(({ host }) => host).filter((host) => !ports.isThere(host));
  if (lost.length > 0) return `${lost.join(' and ')} is not connected`;
  return signal.aborted ? 'the mesh was cancelled before' : undefined;
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
