import type { OperatorName } from './names.ts';

/** What an operator may do: look, or change as well. */
export const operatorRights = ['read', 'change'] as const;

/** What one operator may do. */
export type OperatorRights = (typeof operatorRights)[number];

/** Somebody who may use the API over the network, as people see him. Times are Unix ms of the controller's clock. */
export interface OperatorView {
  readonly operator: OperatorName;
  readonly rights: OperatorRights;
  readonly createdUnixMs: number;
  /** To the minute; null: never. */
  readonly usedUnixMs: number | null;
  /** How many browsers are signed in. */
  readonly sessions: number;
}

/** Who is signed in. `expiresUnixMs` is null for a bearer token, which is good until its operator is removed. */
export interface SessionView {
  readonly operator: OperatorName;
  readonly rights: OperatorRights;
  readonly expiresUnixMs: number | null;
}
