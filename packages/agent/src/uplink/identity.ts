import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { BondctlError } from '@bondctl/proto/model/error';
import { type HostId, parseHostId } from '@bondctl/proto/model/names';
import type { Files } from '../kernel/ports.ts';

/** A private key and the certificate the controller signed for it. */
export interface Credentials {
  readonly keyPem: string;
  readonly certificatePem: string;
}

/** Who this host is to its controller. */
export interface Identity {
  readonly hubUrl: string;
  readonly caPem: string;
  readonly current: Credentials;
  /** A renewed certificate no session was welcomed with yet. */
  readonly candidate: Credentials | null;
}

const fileOf = (stateDir: string) => `${stateDir}/identity.json`;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function isCredentials(value: unknown): value is Credentials {
  const { keyPem, certificatePem } = (value ?? {}) as Partial<Credentials>;
  return isText(keyPem) && isText(certificatePem);
}

/** The stored identity; undefined when this host has not joined. Throws BondctlError when the file is not ours. */
export async function loadIdentity(files: Files, stateDir: string): Promise<Identity | undefined> {
  const text = await files.read('identity.load', fileOf(stateDir));
  if (text === undefined) return undefined;
  const unusable = `${fileOf(stateDir)} cannot be used; remove it and join again`;
  let value: Partial<Identity> | null;
  try {
    value = JSON.parse(text) as Partial<Identity> | null;
  } catch (thrown) {
    throw new BondctlError('bad-input', unusable, { cause: thrown });
  }
  const { hubUrl, caPem, current, candidate = null } = value ?? {};
  if (!isText(hubUrl) || !isText(caPem) || !isCredentials(current)) {
    throw new BondctlError('bad-input', unusable);
  }
  return { hubUrl, caPem, current, candidate: isCredentials(candidate) ? candidate : null };
}

/** Key, certificates and controller in one file, so that no two of them can disagree after a crash. Mode 0600. */
export const saveIdentity = (files: Files, stateDir: string, identity: Identity): Promise<void> =>
  files.writeAtomic('identity.save', fileOf(stateDir), `${JSON.stringify(identity, null, 1)}\n`, 0o600);

/** The host's name, which only its certificate knows (`URI:bondctl:host/NAME`). */
export function hostOf(certificatePem: string): HostId {
  const names = new X509Certificate(certificatePem).subjectAltName ?? '';
  const found = /URI:bondctl:host\/([^,\s]+)/.exec(names)?.[1];
  const host = parseHostId(found ?? '');
  if (!host.ok) throw new BondctlError('bad-input', 'the certificate names no host; join again');
  return host.value;
}

/** When a certificate is valid, in Unix ms. */
export function validity(certificatePem: string): { readonly fromMs: number; readonly untilMs: number } {
  const certificate = new X509Certificate(certificatePem);
  return { fromMs: Date.parse(certificate.validFrom), untilMs: Date.parse(certificate.validTo) };
}

/** A new P-256 key as PEM. */
export function makeKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The public key of a private key, DER of its SubjectPublicKeyInfo. */
export const publicKeyOf = (keyPem: string): Uint8Array =>
  Uint8Array.from(createPublicKey(createPrivateKey(keyPem)).export({ type: 'spki', format: 'der' }));

/** Signs what binds a key to one TLS connection and one token (PROTOCOL.md section 9). */
export function proveKey(keyPem: string, keyingMaterial: Uint8Array, token: string): Uint8Array {
  const words = Buffer.concat([keyingMaterial, Buffer.from(token, 'utf8'), publicKeyOf(keyPem)]);
  return Uint8Array.from(sign('sha256', words, keyPem));
}

/** True when the certificate is for this key. */
export function certifies(certificatePem: string, keyPem: string): boolean {
  try {
    return new X509Certificate(certificatePem).checkPrivateKey(createPrivateKey(keyPem));
  } catch {
    return false;
  }
}
