import { BondctlError } from '@bondctl/proto/model/error';
import type { MeshPairView, MeshPlanView, MeshView } from '@bondctl/proto/model/mesh';
import type { HostId } from '@bondctl/proto/model/names';
import type { Link, Uplink } from '@bondctl/proto/model/spec';
import type { Moments } from '../linktest/moments.ts';
import type { TestRow } from '../store/ports.ts';
import { due } from './due.ts';
import type { MeshPlan } from './rounds.ts';

/** What carrying out a mesh needs. */
export interface MeshPorts {
  /**
   * One test to its end. Throws BondctlError where it could not be carried out. Its hosts are free before the end where
   * what was measured is still being read, and after it where a host still ends its part.
   */
  readonly test: (link: Link, signal: AbortSignal, moments: Moments) => Promise<TestRow>;
  /** A host that is not there is not waited for. */
  readonly isThere: (host: HostId) => boolean;
  readonly monotonicMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
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
  const running = new Map<Link, Promise<unknown>>();
  const preparing = new Map<Link, Promise<unknown>>();
  let waiting: readonly Link[] = plan.rounds.flat();
  while (waiting.length > 0) {
    const begun = due(waiting, [...running.keys()], uplinks).slice(0, preparedAtOnce(plan) - preparing.size);
    for (const link of begun) {
      const { what, traffic, free } = testOne(ports, link, signal);
      found.set(link, what);
      running.set(link, leaving(running, link, free));
      preparing.set(link, leaving(preparing, link, Promise.race([traffic, free, ports.sleep(patienceMs)])));
    }
    waiting = waiting.filter((link) => !begun.includes(link));
    await Promise.race([...running.values(), ...preparing.values()]);
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

/** Who takes longer to prepare, be it that a host says nothing any more, keeps no other from beginning. */
const patienceMs = 5_000;

/**
 * How many tests are prepared at the same time: a quarter of the largest round. Preparing is work, for the controller and for both
 * hosts; where hosts are guests of one machine all of a round at once would begin late, whereas one after the other each begins
 * as soon as it can, and is over before the next.
 */
const preparedAtOnce = ({ rounds }: MeshPlan<Link>): number =>
  Math.ceil(Math.max(0, ...rounds.map((round) => round.length)) / 4);

/** Takes a link out of `from` when `what` has come. */
const leaving = (from: Map<Link, unknown>, link: Link, what: Promise<unknown>): Promise<unknown> =>
  what.then(() => from.delete(link));

type Found = Omit<MeshPairView, 'link' | 'ends' | 'round'>;

const untold: Found = {
  test: null,
  receivedBps: null,
  percentOfConfiguration: null,
  percentOfHardware: null,
  passed: false,
  sentence: 'was not tested',
};

/** What a test said, when its traffic begins, and when its hosts are free for the next one. */
function testOne(
  ports: MeshPorts,
  link: Link,
  signal: AbortSignal,
): { readonly what: Promise<Found>; readonly traffic: Promise<void>; readonly free: Promise<void> } {
  const against = reasonAgainst(ports, link, signal);
  if (against !== undefined)
    return {
      what: Promise.resolve({ ...untold, sentence: against }),
      traffic: Promise.resolve(),
      free: Promise.resolve(),
    };
  const [traffic, free] = [told(), told()];
  const what = ports
    .test(link, signal, { onTraffic: traffic.tell, onFree: free.tell })
    .then(foundOf, (thrown: unknown) => ({ ...untold, sentence: BondctlError.from(thrown).message }));
  return { what, traffic: traffic.promise, free: free.promise };
}

/** A promise that resolves when it is told to. */
function told(): { readonly promise: Promise<void>; readonly tell: () => void } {
  let tell = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { promise, tell };
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
