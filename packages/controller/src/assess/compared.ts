import type { BondState } from '@bondctl/proto/model/bond';
import type { ComparedParameters, EndParameters } from '@bondctl/proto/model/compared';
import type { Comparison, IperfRun, TestResult } from '@bondctl/proto/model/linktest';
import type { HostSurroundings } from '@bondctl/proto/model/vitals';
import { type Comparison as Compared, compareWithBaseline } from '../statistics/baseline.ts';
import { parameterHash } from '../statistics/parameters.ts';

/** The bonds that a test was made over; undefined where a host does not show it any more. */
export interface TestedBonds {
  readonly sender: BondState | undefined;
  readonly receiver: BondState | undefined;
}

/** Everything that must be the same for two results of one link to be comparable. */
export function parametersOf(result: TestResult, { sender, receiver }: TestedBonds): ComparedParameters {
  const { surroundings, documents, parameters } = result;
  const ends = [
    endOf(result, sender, surroundings.sender, documents.client),
    endOf(result, receiver, surroundings.receiver, documents.server),
  ] as const;
  const { streams, seconds, protocol, direction } = parameters;
  // The sender is the client; the order of the link's ends is another when it is tested backwards.
  const [first, second] = direction === 'back' ? ([ends[1], ends[0]] as const) : ends;
  return { ends: [first, second], streams, seconds, protocol, direction };
}

function endOf(
  result: TestResult,
  bond: BondState | undefined,
  surroundings: HostSurroundings | null,
  run: IperfRun | null,
): EndParameters {
  const kernel = surroundings?.kernel ?? 'unknown';
  const drivers = (surroundings?.interfaces ?? []).flatMap(({ driver }) => driver ?? []);
  return {
    mode: bond?.mode ?? result.mode,
    transmitPolicy: bond?.xmitHashPolicy ?? null,
    mtu: result.mtu,
    offloads: surroundings && offloadsOf(surroundings),
    kernel,
    // A driver of the kernel's own tree is as old as its kernel.
    drivers: surroundings && Object.fromEntries(drivers.map((driver) => [driver, kernel])),
    iperf3: run?.version ?? 'unknown',
  };
}

function offloadsOf({ interfaces }: HostSurroundings): Readonly<Record<string, boolean>> {
  const named = interfaces.flatMap(({ name, offloads }) =>
    Object.entries(offloads ?? {}).map(([offload, on]) => [`${name} ${offload}`, on] as const),
  );
  return Object.fromEntries(named.flatMap(([name, on]) => (on === null ? [] : [[name, on]])));
}

/** A result beside the earlier ones of its link, oldest first; null where it has no figure, or did not have the link alone to try. */
export function comparisonOf(
  result: TestResult,
  bonds: TestedBonds,
  earlier: readonly Comparison[],
  digestOf: (text: string) => string,
): Comparison | null {
  if (result.run?.ok !== true || result.parameters.class !== 'measure') return null;
  const parameters = parametersOf(result, bonds);
  const hash = parameterHash(parameters, digestOf);
  const { receivedBps } = result.run.figures;
  const compared = compareWithBaseline(earlier, { parameterHash: hash, receivedBps });
  return viewOf({ parameters, parameterHash: hash }, compared);
}

function viewOf(of: Pick<Comparison, 'parameters' | 'parameterHash'>, compared: Compared): Comparison {
  const { receivedBps, sentence } = compared;
  const known = { ...of, receivedBps, sentence };
  if (compared.kind === 'none')
    return { kind: 'none', ...known, results: compared.results, medianBps: null, floorBps: null };
  const { results, medianBps, floorBps } = compared.baseline;
  return { kind: compared.kind, ...known, results, medianBps, floorBps };
}
