import type { BondView, EndView, LinkView, PortView } from '@bondctl/proto/model/view';

/** A line from a port of the first end to one of the second, by their places in their bonds. */
export interface Cable {
  readonly from: number;
  readonly to: number;
  /** null: a host at its end is not connected, and what it said last may not hold any more. */
  readonly works: boolean | null;
  /** Whether LACP says so; else it is the order in which the bonds have their ports. */
  readonly isKnown: boolean;
}

/** How a link is cabled, and one sentence that says how that is known. */
export type Cabling =
  | { readonly kind: 'direct'; readonly cables: readonly Cable[]; readonly sentence: string }
  | { readonly kind: 'switched'; readonly sentence: string };

const noPorts: readonly PortView[] = [];
const portsOf = (end: EndView): readonly PortView[] => end.bond?.ports ?? noPorts;

/** The cables of a link between its two ends. */
export function cablingOf({ medium, ends }: LinkView): Cabling {
  if (medium === 'switched')
    return {
      kind: 'switched',
      sentence: 'Every port goes to a switch; which of its ports, the hosts do not see.',
    };
  const known = facing(ends[0].bond, ends[1].bond);
  const drawn = [...known, ...inOrder(portsOf(ends[0]), portsOf(ends[1]), known)];
  const isCurrent = ends.every(({ presence }) => presence === 'connected');
  const cables = isCurrent ? drawn : drawn.map((cable) => ({ ...cable, works: null }));
  return { kind: 'direct', cables, sentence: sentenceOf(cables) };
}

/** Cables of which LACP tells: a port names the number of the port that it hears. */
function facing(near: BondView | null, far: BondView | null): readonly Cable[] {
  const there = far?.lacp?.systemMac ?? null;
  return (near?.ports ?? noPorts).flatMap((port, from) => {
    const heard = port.lacp?.partnerNumber ?? null;
    const mac = port.lacp?.partnerMac ?? null;
    if (heard === null || far === null || (there !== null && mac !== there)) return [];
    const to = far.ports.findIndex(({ lacp }) => lacp?.number === heard);
    const facing = far.ports[to];
    return facing === undefined ? [] : [{ from, to, works: port.up && facing.up, isKnown: true }];
  });
}

function inOrder(
  near: readonly PortView[],
  far: readonly PortView[],
  known: readonly Cable[],
): readonly Cable[] {
  const left = near.map((_, nth) => nth).filter((nth) => !known.some(({ from }) => from === nth));
  const right = far.map((_, nth) => nth).filter((nth) => !known.some(({ to }) => to === nth));
  return left.flatMap((from, nth) => {
    const to = right[nth];
    if (to === undefined) return [];
    return [{ from, to, works: near[from]?.up === true && far[to]?.up === true, isKnown: false }];
  });
}

function sentenceOf(cables: readonly Cable[]): string {
  if (cables.length === 0) return 'No end shows its ports, so no cable is drawn.';
  if (cables.every(({ isKnown }) => isKnown)) return 'LACP says which port faces which.';
  if (cables.some(({ isKnown }) => isKnown))
    return 'LACP says which port faces which; dashed cables are drawn in the order of the ports.';
  return 'Without LACP nobody knows which port faces which: cables are drawn in the order of the ports.';
}
