import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Certificate } from './server.ts';

/** Where the operator of the controller keeps a certificate of his own. */
export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

const mostBytes = 1024 * 1024;

/** Reads a certificate with its key and tries both. Throws `bad-input` that names the file and what is wrong with it. */
export function readCertificate({ cert, key }: CertificateFiles): Certificate {
  const chainPem = textOf('--web-cert', cert);
  const keyPem = textOf('--web-key', key);
  if (!chainPem.includes('-----BEGIN CERTIFICATE-----'))
    throw bad(`--web-cert ${cert} holds no certificate in PEM; give the chain, the server's own first.`);
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(keyPem))
    throw bad(`--web-key ${key} holds no private key in PEM.`);
  try {
    createSecureContext({ key: keyPem, cert: chainPem });
  } catch (error) {
    throw bad(`--web-cert ${cert} and --web-key ${key} do not fit together: ${String(error)}`, error);
  }
  return { keyPem, chainPem };
}

/** When the first certificate of a chain ends, in Unix ms. */
export const endOf = ({ chainPem }: Certificate): number => Date.parse(new X509Certificate(chainPem).validTo);

/** What changes when one of the files does; the same where a file cannot be seen at the moment. */
export const stampOf = ({ cert, key }: CertificateFiles): string => [cert, key].map(stamp).join(' ');

function stamp(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? 'gone' : `${found.ino}:${found.mtimeMs}:${found.size}`;
}

function textOf(flag: string, path: string): string {
  try {
    const { size } = statSync(path);
    if (size > mostBytes) throw bad(`${flag} ${path} is larger than 1 MiB; that is no certificate or key.`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof BondctlError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw bad(`${flag} ${path} cannot be read (${code}).`, error);
  }
}

const bad = (message: string, cause?: unknown): BondctlError =>
  new BondctlError('bad-input', message, { cause });
