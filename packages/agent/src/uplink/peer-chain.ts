import { createHash, type X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { failure, type Result, success } from '@bondctl/proto/model/result';

/** The pin of a CA: SHA-256 of its public key (DER, SPKI), in hex. */
export const pinOf = (ca: X509Certificate): string =>
  createHash('sha256')
    .update(ca.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');

function timeComplaint(certificate: X509Certificate, unixMs: number): string | undefined {
  if (unixMs < Date.parse(certificate.validFrom)) {
    return `the controller's certificate is not valid before ${certificate.validFrom}, and this host's clock says ${new Date(unixMs).toISOString()}: set the clock`;
  }
  if (unixMs > Date.parse(certificate.validTo)) {
    return `the controller's certificate expired on ${certificate.validTo}: restart the controller, and check this host's clock`;
  }
  return undefined;
}

const names = (certificate: X509Certificate, host: string): boolean =>
  (isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined;

const signed = (certificate: X509Certificate, by: X509Certificate): boolean =>
  certificate.checkIssued(by) && certificate.verify(by.publicKey);

/**
 * The CA of a chain that a listener showed, when it is the pinned one, signed the listener's certificate, is valid now and
 * the certificate names the dialled host. Nothing secret may be sent before this succeeds.
 */
export function trustedCa(
  chain: readonly X509Certificate[],
  pin: string,
  host: string,
  unixMs: number,
): Result<X509Certificate, string> {
  const [leaf] = chain;
  const ca = chain.find((one) => one.ca && pinOf(one) === pin.toLowerCase());
  if (leaf === undefined) return failure('the listener showed no certificate');
  if (ca === undefined) {
    return failure(
      'the controller there is not the one the pin belongs to: nothing was sent. Compare --ca-pin with what `bondctl token create` printed',
    );
  }
  if (!signed(ca, ca) || !signed(leaf, ca)) {
    return failure("the listener's certificate was not signed by the pinned CA: nothing was sent");
  }
  const late = timeComplaint(leaf, unixMs) ?? timeComplaint(ca, unixMs);
  if (late !== undefined) return failure(late);
  if (names(leaf, host)) return success(ca);
  return failure(
    `the controller's certificate does not name ${host}; start the controller with that name, or use one of ${leaf.subjectAltName ?? 'none'}`,
  );
}
