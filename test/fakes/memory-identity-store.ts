import type {
  CertificateRow,
  HostRow,
  IdentityStore,
  TokenRow,
} from '../../packages/controller/src/store/ports.ts';

/** Who may connect, in memory. */
export function memoryIdentityStore(): IdentityStore {
  const hosts = new Map<string, HostRow>();
  const certificates = new Map<string, CertificateRow>();
  const tokens = new Map<string, TokenRow>();
  const revoke = (row: CertificateRow) => certificates.set(row.serial, { ...row, revoked: true });
  return {
    hosts: async () => [...hosts.values()],
    addHost: async (row) => void hosts.set(row.host, row),
    async removeHost(host, atUnixMs) {
      const row = hosts.get(host);
      if (row !== undefined) hosts.set(host, { ...row, removedUnixMs: atUnixMs });
      for (const one of [...certificates.values()]) if (one.host === host) revoke(one);
    },
    addCertificate: async (row) => void certificates.set(row.serial, row),
    certificates: async (host) => [...certificates.values()].filter((row) => row.host === host),
    async revokeCertificate(serial) {
      const row = certificates.get(serial);
      if (row !== undefined) revoke(row);
    },
    revokedSerials: async () =>
      [...certificates.values()].filter((row) => row.revoked).map((row) => row.serial),
    addToken: async (row) => void tokens.set(row.sha256, row),
    async useToken(sha256, host, nowUnixMs) {
      const row = tokens.get(sha256);
      if (row === undefined || row.usesLeft < 1 || row.expiresUnixMs <= nowUnixMs) return undefined;
      if (row.host !== null && row.host !== host) return undefined;
      const used = { ...row, usesLeft: row.usesLeft - 1 };
      tokens.set(sha256, used);
      return used;
    },
  };
}
