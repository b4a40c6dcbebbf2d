// Who is signed in.
import type { SessionView } from '@bondctl/proto/model/operator';

const signedIn = (operator: string, rights: SessionView['rights']): SessionView => ({
  operator: operator as SessionView['operator'],
  rights,
  expiresUnixMs: null,
});

/** Somebody who may change. */
export const ada = signedIn('ada', 'change');

/** Somebody who may read. */
export const grace = signedIn('grace', 'read');
