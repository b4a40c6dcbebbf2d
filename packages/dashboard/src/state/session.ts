import type { Client } from '@bondctl/proto/api/client';
import { BondctlError } from '@bondctl/proto/model/error';
import type { SessionView } from '@bondctl/proto/model/operator';
import { type ReadonlySignal, signal } from '@preact/signals';

/** Whether somebody is signed in. `why` is what to tell a person who has to sign in; null: nothing went wrong. */
export type Session =
  | { readonly kind: 'asking' }
  | { readonly kind: 'out'; readonly why: string | null }
  | { readonly kind: 'in'; readonly view: SessionView };

/** Who is signed in, and the ways in and out. */
export interface SessionState {
  readonly session: ReadonlySignal<Session>;
  /** Asks the controller who this browser is signed in as. */
  ask(): Promise<void>;
  /** Signs in; what went wrong stands in `session`. */
  signIn(token: string): Promise<void>;
  signOut(): Promise<void>;
  /** The controller said that nobody is signed in. */
  lost(): void;
}

/** The session of this browser; `calls` is asked for late because its transport tells of lost sessions. */
export function createSession(calls: () => Client): SessionState {
  const session = signal<Session>({ kind: 'asking' });
  const enter = async (view: Promise<SessionView>, whyOf: (error: BondctlError) => string | null) => {
    try {
      session.value = { kind: 'in', view: await view };
    } catch (thrown) {
      session.value = { kind: 'out', why: whyOf(BondctlError.from(thrown)) };
    }
  };
  return {
    session,
    ask: () => enter(calls().session(), unreachableOnly),
    signIn: (token) => enter(calls().signIn(token), ({ message }) => message),
    async signOut() {
      const why = await calls()
        .signOut()
        .then(
          () => null,
          (thrown: unknown) =>
            `The controller did not hear that you signed out. ${BondctlError.from(thrown).message}`,
        );
      session.value = { kind: 'out', why };
    },
    lost() {
      if (session.value.kind === 'in')
        session.value = { kind: 'out', why: 'Your session ended. Sign in again.' };
    },
  };
}

/** That nobody is signed in yet is no mistake; that nobody answers is worth saying. */
const unreachableOnly = ({ code, message }: BondctlError): string | null =>
  code === 'unreachable' ? `The controller does not answer. ${message}` : null;
