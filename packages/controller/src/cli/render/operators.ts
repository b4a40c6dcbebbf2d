import type { OperatorView } from '@bondctl/proto/model/operator';
import { table } from './table.ts';
import { age, time } from './units.ts';

/** What `bondctl operator list` prints. */
export function renderOperators(operators: readonly OperatorView[], nowUnixMs: number): string {
  if (operators.length === 0) return 'No operator yet; "bondctl operator add NAME --rights read" adds one.\n';
  return table(
    ['OPERATOR', 'RIGHTS', 'ADDED', 'LAST USED', 'SESSIONS'],
    operators.map((one) => [
      one.operator,
      one.rights,
      time(one.createdUnixMs),
      one.usedUnixMs === null ? 'never' : `${age(nowUnixMs - one.usedUnixMs)} ago`,
      String(one.sessions),
    ]),
  );
}
