import type { AlertRule } from '@bondctl/proto/model/alert';
import type { BondView } from '@bondctl/proto/model/view';
import type { Look } from './look.ts';
import type { SeenEnd } from './subjects.ts';

/** What a rule says of one bond that is seen. */
export type Said = 'clear' | 'unknown' | { readonly members: readonly string[]; readonly sentence: string };

/** A rule about bonds. */
export interface BondRule {
  readonly rule: Exclude<AlertRule, 'flapping' | 'belowExpectation' | 'agentLost'>;
  readonly look: (end: SeenEnd, look: Look) => Said;
}

const isDown = ({ bond }: SeenEnd): boolean => bond === null || bond.health === 'down';

function down(seen: SeenEnd): Said {
  const { end, bond } = seen;
  if (!isDown(seen)) return 'clear';
  return { members: [end], sentence: `${end}: ${bond === null ? 'the bond is not there' : bond.sentence}` };
}

const portsDown = ({ ports }: BondView): readonly string[] =>
  ports.filter(({ up }) => !up).map(({ name }) => name);

/** While a bond is down, nobody can say whether it is only degraded. Drift alone is a rule of its own. */
function degraded(seen: SeenEnd): Said {
  const { end, bond } = seen;
  if (bond === null || isDown(seen)) return 'unknown';
  const ports = portsDown(bond);
  if (ports.length > 0)
    return { members: ports.map((port) => `${end}/${port}`), sentence: `${end}: down: ${ports.join(', ')}` };
  if (bond.lacp?.ok !== false) return 'clear';
  return { members: [end], sentence: `${end}: ${bond.lacp.sentence}` };
}

function drifting({ end, drift }: SeenEnd): Said {
  return drift === null ? 'clear' : { members: [end], sentence: `${end}: ${drift.sentence}` };
}

function repartnered({ end }: SeenEnd, { heard, thresholds, nowUnixMs }: Look): Said {
  const changed = heard.partners[end]?.changed ?? null;
  if (changed === null || nowUnixMs - changed.atUnixMs >= thresholds.partnerStandsMs) return 'clear';
  const sentence = `${end}: the LACP partner is ${changed.after}, it was ${changed.before}`;
  return { members: [end], sentence };
}

/** Every rule about bonds but flapping, which counts the ports of a whole subject together. */
export const bondRules: readonly BondRule[] = [
  { rule: 'bondDown', look: down },
  { rule: 'bondDegraded', look: degraded },
  { rule: 'drift', look: drifting },
  { rule: 'partnerChanged', look: repartnered },
];
