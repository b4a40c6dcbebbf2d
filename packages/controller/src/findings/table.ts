import type { Finding } from '@bondctl/proto/model/finding';
import type { Evidence } from './evidence.ts';
import { addresses } from './families/addresses.ts';
import { choice } from './families/choice.ts';
import { counters } from './families/counters.ts';
import { hosts } from './families/hosts.ts';
import { lacp } from './families/lacp.ts';
import { loss } from './families/loss.ts';
import { monitoring } from './families/monitoring.ts';
import { mtu } from './families/mtu.ts';
import { pairs } from './families/pairs.ts';
import { path } from './families/path.ts';
import { ports } from './families/ports.ts';
import { slow } from './families/slow.ts';
import { spreading } from './families/spreading.ts';
import { tests } from './families/tests.ts';
import type { Rule } from './rule.ts';

/** All families by name. A new family is one line here, with its test beside it. */
export const families = {
  pairs,
  ports,
  lacp,
  mtu,
  monitoring,
  addresses,
  choice,
  path,
  hosts,
  slow,
  counters,
  loss,
  spreading,
  tests,
} as const satisfies Readonly<Record<string, readonly Rule[]>>;

/** All rules, in the order in which equals are shown. */
export const rules: readonly Rule[] = Object.values(families).flat();

/** What all rules say, not ranked. */
export const findingsOf = (evidence: Evidence): readonly Finding[] =>
  rules.flatMap(({ id, severity, source, explains, find }) =>
    find(evidence).map((found) => ({ ...found, rule: id, severity, source, explains })),
  );
