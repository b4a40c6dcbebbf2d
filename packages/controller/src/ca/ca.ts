import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BondctlError } from '@bondctl/proto/model/error';
import type { HostId } from '@bondctl/proto/model/names';
import {
  agentCertificate,
  type CaPair,
  caCertificate,
  type Issued,
  serverCertificate,
} from './certificates.ts';
import { isOurKind, provesKey } from './proof.ts';

/** What the CA needs to be told. */
export interface CaOptions {
  /** `ca-key.pem` and `ca.pem` live here; the key has mode 0600. */
  readonly folder: string;
  /** Names and addresses under which the controller answers; localhost is always among them. */
  readonly names: readonly string[];
  readonly nowUnixMs: () => number;
  /** How long an agent's certificate is good. */
  readonly certificateMs: number;
  /** How far before now a certificate begins, for clocks that are behind. */
  readonly backdateMs?: number;
}

/** The controller's own CA. */
export interface Ca {
  readonly caPem: string;
  /** SHA-256 of the CA's public key (DER, SPKI), in hex. */
  readonly pin: string;
  /** The certificate of the controller's listeners; the chain ends in the CA, so that a pin can be checked. */
  readonly server: { readonly keyPem: string; readonly chainPem: string };
  /**
   * A certificate for `host` and a key whose maker has proven that he holds it. Undefined: not a P-256 key, or the
   * proof is not for this connection.
   */
  sign(
    host: HostId,
    request: { readonly publicKey: Uint8Array; readonly proof: Uint8Array },
    keyingMaterial: Uint8Array,
    token: string,
  ): Promise<Issued | undefined>;
}

const dayMs = 86_400_000;
const caMs = 3650 * dayMs;
const serverMs = 825 * dayMs;
const defaultBackdateMs = 300_000;
const always = ['localhost', '127.0.0.1', '::1'];

/** Opens the CA in its folder, or makes one. Throws BondctlError when the folder holds something else. */
export async function openCa(options: CaOptions): Promise<Ca> {
  const now = options.nowUnixMs();
  const backdateMs = options.backdateMs ?? defaultBackdateMs;
  const pair = await loadPair(options.folder, { fromMs: now - backdateMs, untilMs: now + caMs });
  const server = newKey();
  const names = [...new Set([...options.names, ...always])];
  const leaf = await serverCertificate(pair, names, spkiOf(server), {
    fromMs: now - backdateMs,
    untilMs: now + serverMs,
  });
  return {
    caPem: pair.certificatePem,
    pin: createHash('sha256').update(spkiOf(pair.keyPem)).digest('hex'),
    server: { keyPem: server, chainPem: `${leaf.certificatePem}\n${pair.certificatePem}\n` },
    async sign(host, request, keyingMaterial, token) {
      if (!isOurKind(request.publicKey) || !provesKey(request, keyingMaterial, token)) return undefined;
      const at = options.nowUnixMs();
      const validity = { fromMs: at - backdateMs, untilMs: at + options.certificateMs };
      return await agentCertificate(pair, host, request.publicKey, validity);
    },
  };
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

const spkiOf = (keyPem: string): Buffer => createPublicKey(keyPem).export({ type: 'spki', format: 'der' });

/** The key comes first: the pin is the key's, so a crash between the two files loses nothing. */
async function loadPair(folder: string, validity: { fromMs: number; untilMs: number }): Promise<CaPair> {
  const keyPem = await stored(join(folder, 'ca-key.pem'), () => Promise.resolve(newKey()), 0o600);
  try {
    const made = () => caCertificate(keyPem, validity);
    return { keyPem, certificatePem: await stored(join(folder, 'ca.pem'), made, 0o644) };
  } catch (thrown) {
    const what = `${folder} does not hold a usable CA: put ca-key.pem and ca.pem back, or let every host join again`;
    throw new BondctlError('bad-input', what, { cause: thrown });
  }
}

/** A file's text; made and stored whole when there is none. */
async function stored(path: string, make: () => Promise<string>, mode: number): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')) throw thrown;
  }
  const text = await make();
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(`${path}.new`, 'w', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.new`, path);
  return text;
}
