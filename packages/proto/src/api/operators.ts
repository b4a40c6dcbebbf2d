import * as z from 'zod';
import type { OperatorName } from '../model/names.ts';
import { type OperatorView, operatorRights, type SessionView } from '../model/operator.ts';
import { list, named, orNull, type Shape } from './shape.ts';

const rights = z.enum(operatorRights);
const operator = named<OperatorName>();
const name = z.string().min(1).max(64);

/** An operator to add. */
export const operatorRequest = z.strictObject({ operator: name, rights });
/** An operator who was added; `token` is shown this once. Where to use it: null while the API is not on the network. */
export const operatorAnswer = z.object({
  operator,
  rights,
  token: z.string(),
  url: z.string().nullable(),
  /** The CA by which a client knows the controller, on the controller's machine; null: its certificate is the owner's own. */
  caFile: z.string().nullable(),
});
/** An operator by name. */
export const operatorParams = z.strictObject({ operator: name });
/** The operator who was removed. */
export const operatorRemovedAnswer = z.object({ operator, removed: z.literal(true) });

const operatorView: Shape<OperatorView> = z.object({
  operator,
  rights,
  createdUnixMs: z.number(),
  usedUnixMs: orNull(z.number()),
  sessions: z.number(),
});

/** Every operator, by name. */
export const operatorsAnswer: Shape<{ readonly operators: readonly OperatorView[] }> = z.object({
  operators: list(operatorView),
});

/** Largest body of a sign-in, in bytes. */
export const maxSignInBytes = 1024;
/** The token with which somebody signs in. */
export const signInRequest = z.strictObject({ token: z.string().min(1).max(256) });
/** Who is signed in. */
export const sessionView: Shape<SessionView> = z.object({
  operator,
  rights,
  expiresUnixMs: orNull(z.number()),
});
/** Nobody is signed in any more. */
export const signedOutAnswer = z.object({ signedOut: z.literal(true) });
