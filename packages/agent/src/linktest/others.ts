import { type Disturbance, givesWay, type RunParameters } from '@bondctl/proto/model/linktest';
import type { IfName } from '@bondctl/proto/model/names';

/** One port of a bond at one moment. `isUp`: it has a carrier. */
export interface PortLook {
  readonly name: IfName;
  readonly isUp: boolean;
  readonly txBytes: number;
  readonly rxBytes: number;
}

/** The ports of a bond at one moment of the host's monotonic clock. */
export interface Look {
  readonly atMs: number;
  readonly ports: readonly PortLook[];
}

/** What must be known of a run to tell the others from it. */
export interface Guarded {
  readonly bond: string;
  readonly role: 'client' | 'server';
  /** null: a controller of an earlier version told nothing, so that only the ports can be watched. */
  readonly parameters: Pick<RunParameters, 'class' | 'direction'> | null;
  /** What one port carries; null where nobody knows. */
  readonly portBps: number | null;
}

/** A measurement begins only where others use less than this of a port. */
const quietShare = 0.05;
/** Shorter than this says nothing of a rate. */
const leastMs = 100;

/**
 * Who else uses a port too much for a measurement to begin, in a sentence. `ownBytes` is what our own probes sent and received
 * at most, each way. Undefined where the link is quiet, and where that cannot be known.
 */
export function unquiet(
  before: Look,
  now: Look,
  ownBytes: number,
  portBps: number | null,
): string | undefined {
  const elapsedMs = now.atMs - before.atMs;
  if (portBps === null || elapsedMs < leastMs) return undefined;
  const shares = gainsOf(before, now).map(({ name, txBytes, rxBytes }) => ({
    name,
    share: (8000 * (Math.max(txBytes, rxBytes) - ownBytes)) / elapsedMs / portBps,
  }));
  const [busiest] = shares.toSorted((a, b) => b.share - a.share);
  if (busiest === undefined || busiest.share < quietShare) return undefined;
  return `others use ${percent(busiest.share)} of what ${busiest.name} carries; a measurement begins below ${percent(quietShare)}`;
}

/** Acknowledgements of TCP stay below this share of what they acknowledge. */
const backShare = 0.15;
/** Less than this, all ports together, is nobody who needs the link: of what the ports carry, or where nobody knows that. */
const idleShare = 0.05;
const idleBps = 10e6;
/** A last, short look says nothing of a rate. */
const leastRateMs = 500;

/**
 * Why a run must end for the sake of others, seen between two looks; `first` is the look before it began. Others are told
 * from the run by its way back, in which it sends acknowledgements or nothing: what others send its own way cannot be told
 * from it, and neither can anything beside a run both ways.
 */
export function disturbanceOf(run: Guarded, first: Look, before: Look, now: Look): Disturbance | undefined {
  const lost = first.ports.filter(({ isUp }) => isUp).find(({ name }) => !upAt(now, name));
  if (lost !== undefined) return { fault: 'port-down', message: lossOf(run.bond, lost.name, now) };
  const { parameters } = run;
  if (parameters === null || !givesWay(parameters.class) || parameters.direction === 'both') return undefined;
  return traffic(run, before, now);
}

const upAt = ({ ports }: Look, name: IfName): boolean =>
  ports.some((port) => port.name === name && port.isUp);

const lossOf = (bond: string, name: IfName, now: Look): string =>
  now.ports.some((port) => port.name === name)
    ? `${name} of ${bond} lost its carrier, so the run was broken off`
    : `${name} is not a port of ${bond} any more, so the run was broken off`;

function traffic({ role, portBps }: Guarded, before: Look, now: Look): Disturbance | undefined {
  const elapsedMs = now.atMs - before.atMs;
  if (elapsedMs < leastRateMs) return undefined;
  const gains = gainsOf(before, now);
  const sumBps = (way: 'txBytes' | 'rxBytes') =>
    (8000 * gains.reduce((sum, gain) => sum + gain[way], 0)) / elapsedMs;
  const [ownBps, backBps] =
    role === 'client' ? [sumBps('txBytes'), sumBps('rxBytes')] : [sumBps('rxBytes'), sumBps('txBytes')];
  const floorBps = portBps === null ? idleBps : idleShare * portBps * gains.length;
  if (backBps <= backShare * ownBps + floorBps) return undefined;
  const rates = `${megabits(backBps)} against the run's way, which itself carries ${megabits(ownBps)}`;
  return { fault: 'others-traffic', message: `others send ${rates}, so the run was broken off` };
}

type Gain = Pick<PortLook, 'name' | 'txBytes' | 'rxBytes'>;

/** What each port carried in between; a port that was not there before says nothing. */
const gainsOf = (before: Look, now: Look): readonly Gain[] =>
  now.ports.flatMap(({ name, txBytes, rxBytes }) => {
    const earlier = before.ports.find((port) => port.name === name);
    if (earlier === undefined) return [];
    return [
      {
        name,
        txBytes: Math.max(0, txBytes - earlier.txBytes),
        rxBytes: Math.max(0, rxBytes - earlier.rxBytes),
      },
    ];
  });

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const megabits = (bps: number): string => `${(bps / 1e6).toFixed(1)} Mbit/s`;
