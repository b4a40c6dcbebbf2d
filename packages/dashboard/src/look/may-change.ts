import type { SessionView } from '@bondctl/proto/model/operator';
import type { Connection } from './connection.ts';

/** Why a button that changes something is disabled, in a sentence; null: it is not. */
export function whyNotChange(session: SessionView | null, connection: Connection): string | null {
  if (session === null) return 'Sign in to change anything.';
  if (session.rights === 'read')
    return `${session.operator} may read only. Somebody with the right to change can do this.`;
  if (connection.kind === 'lost') return 'The controller does not answer. Wait until it does.';
  return null;
}
