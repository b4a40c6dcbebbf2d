import { createHash, randomBytes } from 'node:crypto';

const secretBytes = 32;

/** What is kept of a token or a cookie, and what it is looked up by: a lookup by digest tells nothing by its timing. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret, 'utf8').digest('hex');

/** 256 random bits as text; `kind` says to whoever finds it what it is. */
export const newSecret = (kind: 'operator' | 'session'): string =>
  `bondctl-${kind}-${randomBytes(secretBytes).toString('base64url')}`;
