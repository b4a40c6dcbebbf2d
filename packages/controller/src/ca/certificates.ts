import 'reflect-metadata';

import { createPublicKey, randomBytes, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

const p256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const serverAuth = '1.3.6.1.5.5.7.3.1';
const clientAuth = '1.3.6.1.5.5.7.3.2';
const caName = 'CN=bondctl CA';

x509.cryptoProvider.set(webcrypto);

/** From when to when, in Unix ms; certificates know whole seconds. */
export interface Validity {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** The CA's own key and certificate, as PEM. */
export interface CaPair {
  readonly keyPem: string;
  readonly certificatePem: string;
}

/** A certificate with what the store keeps of it. `serial` is lower-case hex. */
export interface Issued {
  readonly certificatePem: string;
  readonly serial: string;
  readonly notAfterUnixMs: number;
}

/** 16 random bytes, positive and without a leading zero, so that every tool prints it alike. */
function randomSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('hex');
}

const wholeSeconds = (unixMs: number): Date => new Date(Math.floor(unixMs / 1000) * 1000);

const dates = ({ fromMs, untilMs }: Validity) => ({
  notBefore: wholeSeconds(fromMs),
  notAfter: wholeSeconds(untilMs),
});

const derOf = (pem: string): Buffer => Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');

const signingKey = (keyPem: string): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey('pkcs8', derOf(keyPem), p256, false, ['sign']);

const publicKey = (spki: Uint8Array): Promise<webcrypto.CryptoKey> =>
  webcrypto.subtle.importKey('spki', Buffer.from(spki), p256, true, ['verify']);

/** The CA's certificate for an existing key. */
export async function caCertificate(keyPem: string, validity: Validity): Promise<string> {
  const spki = createPublicKey(keyPem).export({ type: 'spki', format: 'der' });
  const keys = { privateKey: await signingKey(keyPem), publicKey: await publicKey(spki) };
  const usages = x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomSerial(),
    name: caName,
    keys,
    signingAlgorithm: p256,
    ...dates(validity),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(usages, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return certificate.toString('pem');
}

interface Leaf {
  readonly subject: x509.JsonName;
  readonly names: x509.JsonGeneralNames;
  readonly usage: string;
  readonly spki: Uint8Array;
}

async function leafCertificate(ca: CaPair, leaf: Leaf, validity: Validity): Promise<Issued> {
  const issuer = new x509.X509Certificate(ca.certificatePem);
  const serial = randomSerial();
  const key = await publicKey(leaf.spki);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial,
    subject: leaf.subject,
    issuer: issuer.subject,
    publicKey: key,
    signingKey: await signingKey(ca.keyPem),
    signingAlgorithm: p256,
    ...dates(validity),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([leaf.usage]),
      new x509.SubjectAlternativeNameExtension(leaf.names),
      await x509.SubjectKeyIdentifierExtension.create(key),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  });
  return {
    certificatePem: certificate.toString('pem'),
    serial,
    notAfterUnixMs: wholeSeconds(validity.untilMs).getTime(),
  };
}

/** A certificate with which an agent is `host`, and nothing else: it cannot stand for a controller. */
export const agentCertificate = (
  ca: CaPair,
  host: string,
  spki: Uint8Array,
  validity: Validity,
): Promise<Issued> =>
  leafCertificate(
    ca,
    {
      subject: [{ CN: [host] }],
      names: [{ type: 'url', value: `bondctl:host/${host}` }],
      usage: clientAuth,
      spki,
    },
    validity,
  );

/** A certificate with which the controller answers under `names`. */
export const serverCertificate = (
  ca: CaPair,
  names: readonly string[],
  spki: Uint8Array,
  validity: Validity,
): Promise<Issued> =>
  leafCertificate(
    ca,
    {
      subject: [{ CN: ['bondctl controller'] }],
      names: names.map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value })),
      usage: serverAuth,
      spki,
    },
    validity,
  );
