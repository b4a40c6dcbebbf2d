import { createHash, randomBytes } from 'node:crypto';
import type { HostId } from '@bondctl/proto/model/names';
import type { IdentityStore, TokenRow } from '../store/ports.ts';

/** What a join token is good for. */
export interface TokenWish {
  /** null: any host name may use it. */
  readonly host: HostId | null;
  readonly uses: number;
  readonly ttlMs: number;
}

/** What is kept of a token, and what it is looked up by. */
export const tokenDigest = (token: string): string =>
  createHash('sha256').update(token, 'utf8').digest('hex');

/** Makes a token and stores its digest. `token` is shown once and kept nowhere. */
export async function createToken(
  store: Pick<IdentityStore, 'addToken'>,
  wish: TokenWish,
  nowUnixMs: number,
): Promise<{ readonly token: string; readonly row: TokenRow }> {
  const token = `bondctl-${randomBytes(24).toString('base64url')}`;
  const row: TokenRow = {
    id: `token_${randomBytes(8).toString('hex')}`,
    sha256: tokenDigest(token),
    expiresUnixMs: nowUnixMs + wish.ttlMs,
    usesLeft: wish.uses,
    host: wish.host,
  };
  await store.addToken(row);
  return { token, row };
}
