import { BondctlError } from '@bondctl/proto/model/error';
import type { Entered } from '../operators/ports.ts';

/** Who may change goes on. Throws `refused` for who may only read. */
export function mustChange({ operator, rights }: Entered): void {
  if (rights === 'change') return;
  throw new BondctlError(
    'refused',
    `${operator} may read and not change. Somebody with a shell on the controller can add an operator with "--rights change".`,
  );
}
