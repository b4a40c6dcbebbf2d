/** Source ports next to each other: their place among the candidates, and how many. */
export interface Stretch {
  readonly at: number;
  readonly length: number;
}

/** iperf3 refuses more (MAX_STREAMS). */
const mostStreamsOfRun = 128;

/** Every port of the bond gets `floor` streams; `spare` of them may have one more. */
interface Goal {
  readonly floor: number;
  readonly spare: number;
}

/** The index of the bond's port for each source port, null where a source port is taken. */
export type Candidates = readonly (number | null)[];

/**
 * Stretches that together load all ports of a bond equally, or with a difference of one where `streams` is no multiple.
 * `processes` has the candidates of each process that may run, all of the same source ports. One stretch wherever the first
 * process is enough, else few: the longest that fits comes first. Undefined: too few candidates, or too scattered.
 */
export function chooseStretches(
  processes: Iterable<Candidates>,
  ports: number,
  streams: number,
): readonly Stretch[] | undefined {
  const goal = { floor: Math.floor(streams / ports), spare: streams % ports };
  const loads = Array<number>(ports).fill(0);
  const chosen: Stretch[] = [];
  let left = streams;
  for (const candidates of processes) {
    const free = withoutTaken(candidates, chosen);
    const found = longest(free, loads, Math.min(left, mostStreamsOfRun), goal);
    if (found.length === 0) return undefined;
    addLoads(loads, free.slice(found.at, found.at + found.length));
    chosen.push(found);
    left -= found.length;
    if (left === 0) return chosen;
  }
  return undefined;
}

function withoutTaken(candidates: Candidates, taken: readonly Stretch[]): Candidates {
  const free = [...candidates];
  for (const { at, length } of taken) free.fill(null, at, at + length);
  return free;
}

function addLoads(loads: number[], indices: Candidates): void {
  for (const index of indices) if (index !== null) loads[index] = (loads[index] ?? 0) + 1;
}

/** The first of the longest stretches that keep every port within the goal; of length 0 when there is none. */
function longest(free: Candidates, loads: readonly number[], most: number, goal: Goal): Stretch {
  let best: Stretch = { at: 0, length: 0 };
  for (let at = 0; at < free.length && best.length < most; at += 1) {
    const length = lengthAt(free.slice(at, at + most), loads, goal);
    if (length > best.length) best = { at, length };
  }
  return best;
}

function lengthAt(free: Candidates, before: readonly number[], goal: Goal): number {
  const loads = [...before];
  const end = free.findIndex((index) => {
    if (index === null || !hasRoom(loads, index, goal)) return true;
    loads[index] = (loads[index] ?? 0) + 1;
    return false;
  });
  return end === -1 ? free.length : end;
}

function hasRoom(loads: readonly number[], index: number, { floor, spare }: Goal): boolean {
  const load = loads[index] ?? 0;
  return load < floor || (load === floor && loads.filter((other) => other > floor).length < spare);
}
