import type { Problem } from '@bondctl/proto/api/schema';
import { BondctlError, type ErrorCode } from '@bondctl/proto/model/error';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

/** The one table from error codes to HTTP statuses. */
export const statuses: Readonly<Record<ErrorCode, number>> = {
  'bad-input': 400,
  'not-signed-in': 401,
  refused: 403,
  'not-found': 404,
  busy: 409,
  'needs-person': 409,
  failed: 422,
  'too-many': 429,
  internal: 500,
  unreachable: 503,
};

const titles: Readonly<Record<ErrorCode, string>> = {
  'bad-input': 'Bad input',
  'not-signed-in': 'Not signed in',
  refused: 'Refused',
  'not-found': 'Not found',
  busy: 'Busy',
  'needs-person': 'A person is needed',
  failed: 'Failed',
  'too-many': 'Too many',
  internal: 'Internal error',
  unreachable: 'Unreachable',
};

/** Anything thrown as an error of ours: what the HTTP layer refuses is bad input, what nobody expected is internal. */
export function asBondctlError(thrown: unknown): BondctlError {
  if (thrown instanceof BondctlError) return thrown;
  if (hasZodFastifySchemaValidationErrors(thrown)) {
    const said = thrown.validation.map(
      (one) => `${one.instancePath || 'body'}: ${one.message ?? 'is wrong'}`,
    );
    return new BondctlError('bad-input', `The request has mistakes. ${said.join('; ')}`, { cause: thrown });
  }
  const status = statusOf(thrown);
  if (status >= 400 && status < 500)
    return new BondctlError('bad-input', thrown instanceof Error ? thrown.message : String(thrown), {
      cause: thrown,
    });
  return new BondctlError('internal', 'The controller made a mistake; its log has the cause.', {
    cause: thrown,
  });
}

const statusOf = (thrown: unknown): number =>
  thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number'
    ? thrown.statusCode
    : 500;

/** An error as RFC 9457 problem details. The cause stays here. */
export const toProblem = (error: BondctlError): Problem => ({
  type: `urn:bondctl:error:${error.code}`,
  title: titles[error.code],
  status: statuses[error.code],
  detail: error.message,
  code: error.code,
  mistakes: [...error.mistakes],
  refusals: [...error.refusals],
});
