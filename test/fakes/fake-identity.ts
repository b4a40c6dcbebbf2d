import { type Credentials, makeKey, publicKeyOf } from '../../packages/agent/src/uplink/identity.ts';
import {
  agentCertificate,
  caCertificate,
  type Validity,
} from '../../packages/controller/src/ca/certificates.ts';

/** A key, and a certificate by which its holder is `host`, from a CA that is forgotten at once. */
export async function fakeCredentials(host: string, validity: Validity): Promise<Credentials> {
  const [caKey, keyPem] = [makeKey(), makeKey()];
  const ca = { keyPem: caKey, certificatePem: await caCertificate(caKey, validity) };
  const { certificatePem } = await agentCertificate(ca, host, publicKeyOf(keyPem), validity);
  return { keyPem, certificatePem };
}
