import { createPublicKey, verify } from 'node:crypto';

/** True for the DER of an ECDSA P-256 public key. */
export function isOurKind(spki: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}

/** True when the proof binds the key to this TLS connection and this token (PROTOCOL.md section 9). */
export function provesKey(
  request: { readonly publicKey: Uint8Array; readonly proof: Uint8Array },
  keyingMaterial: Uint8Array,
  token: string,
): boolean {
  const key = createPublicKey({ key: Buffer.from(request.publicKey), format: 'der', type: 'spki' });
  const words = Buffer.concat([keyingMaterial, Buffer.from(token, 'utf8'), request.publicKey]);
  return verify('sha256', words, key, request.proof);
}
