import type { OperatorName } from '@bondctl/proto/model/names';
import type { OperatorRights, OperatorView, SessionView } from '@bondctl/proto/model/operator';

/** Who asks over the network. `session` is the digest of a browser's session; null: a bearer token. */
export interface SignedIn extends SessionView {
  readonly session: string | null;
}

/** A request of somebody who is signed in, for as long as it is under way. */
export interface Entered extends SignedIn {
  /** Aborted when the operator is removed, or the session ends: nothing more may be said then. */
  readonly ended: AbortSignal;
  /** The request is over. */
  leave(): void;
}

/** What an operator shows: his token, or the secret in the cookie of his browser. */
export type Credential = { readonly kind: 'token' | 'session'; readonly secret: string };

/** A browser that has signed in; `secret` goes into its cookie. */
export interface Begun {
  readonly secret: string;
  readonly view: SessionView;
}

/** Operators as the API asks them. */
export interface Operators {
  /** Throws `bad-input` when the name is taken, `refused` when there are too many. The token is shown this once. */
  add(
    actor: string,
    operator: OperatorName,
    rights: OperatorRights,
  ): Promise<{ readonly token: string; readonly rights: OperatorRights }>;
  list(): Promise<readonly OperatorView[]>;
  /** Ends every session and every request of the operator at once. Throws `not-found`. */
  remove(actor: string, operator: OperatorName): Promise<void>;
  /** Lets a request in. Throws `not-signed-in` or, after too many of those, `too-many`. */
  enter(credential: Credential, from: string): Promise<Entered>;
  /** Begins a session. Throws `not-signed-in`, `too-many`. */
  signIn(token: string, from: string): Promise<Begun>;
  /** Ends the session with everything that it has under way. */
  signOut(session: string): Promise<void>;
  /** Forgets sessions that are over, and takes a page that is open for a use of its session. About once a minute. */
  tend(): Promise<void>;
}
