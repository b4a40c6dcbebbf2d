import { unhealthy } from '@bondctl/proto/model/port-state';
import type { BondView, EndView, PortView } from '@bondctl/proto/model/view';

/** One thing that LACP says, at both ends. `differs` where that is a fault. */
export interface LacpRow {
  readonly what: string;
  readonly ends: readonly [string, string];
}

/** Both ends side by side, or why there is nothing to put there. */
export type LacpSides =
  | { readonly kind: 'none'; readonly sentence: string }
  | { readonly kind: 'spoken'; readonly rows: readonly LacpRow[] };

/** What LACP says at both ends of a link. */
export function lacpSides(ends: readonly [EndView, EndView]): LacpSides {
  const [near, far] = [ends[0].bond, ends[1].bond];
  if (near?.lacp == null && far?.lacp == null) return { kind: 'none', sentence: whyNone(near, far) };
  const both = (what: string, say: (bond: BondView) => string): LacpRow => ({
    what,
    ends: [sayOf(near, say), sayOf(far, say)],
  });
  const ports = Math.max(near?.ports.length ?? 0, far?.ports.length ?? 0);
  return {
    kind: 'spoken',
    rows: [
      both('stands', ({ lacp }) => lacp?.sentence ?? ''),
      both('speaks as', ({ lacp }) => lacp?.systemMac ?? 'not told'),
      both('hears', ({ lacp }) => lacp?.partnerMac ?? 'nobody'),
      both('rate', ({ lacp }) => lacp?.rate ?? 'not told'),
      ...Array.from({ length: ports }, (_, nth) =>
        both(`port ${nth + 1}`, ({ ports: all, lacp }) => portWords(all[nth], lacp?.aggregatorId ?? null)),
      ),
    ],
  };
}

const sayOf = (bond: BondView | null, say: (bond: BondView) => string): string => {
  if (bond === null) return 'the host shows no such bond';
  return bond.lacp === null ? `no LACP in ${bond.mode}` : say(bond);
};

const whyNone = (near: BondView | null, far: BondView | null): string => {
  const modes = [...new Set([near, far].flatMap((bond) => (bond === null ? [] : [bond.mode])))];
  return modes.length === 0
    ? 'Neither host shows its bond, so nobody knows what LACP says.'
    : `No LACP is spoken in ${modes.join(' and ')}.`;
};

function portWords(port: PortView | undefined, active: number | null): string {
  if (port === undefined) return '';
  if (port.lacp === null) return `${port.name}: not told`;
  const { aggregatorId, state, partnerState } = port.lacp;
  const place =
    aggregatorId === null || active === null
      ? 'aggregator not told'
      : aggregatorId === active
        ? `in aggregator ${active}`
        : `in aggregator ${aggregatorId}, which carries nothing`;
  return [`${port.name}: ${place}`, stateWords(state, 'itself'), stateWords(partnerState, 'its partner')]
    .filter((words) => words !== '')
    .join('; ');
}

/** What is wrong in a port state, in words; nothing where all is well, or nothing was told. */
export function stateWords(state: number | null, whose: string): string {
  if (state === null) return '';
  const wrong = unhealthy(state);
  return wrong.length === 0 ? '' : `${whose} ${wrong.join(', ')}`;
}
