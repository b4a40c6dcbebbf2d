/** What an operator may do: look, or change as well. */
export const operatorRights = ['read', 'change'] as const;

/** What one operator may do. */
export type OperatorRights = (typeof operatorRights)[number];

/** Who is signed in. `expiresUnixMs` is null for a bearer token, which is good until its operator is removed. */
export interface SessionView {
  readonly operator: string;
  readonly rights: OperatorRights;
  readonly expiresUnixMs: number | null;
}
