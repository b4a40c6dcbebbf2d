import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { HostId } from '@bondctl/proto/model/names';
import { agentPath } from '@bondctl/proto/wire/limits';
import { makeKey, proveKey, publicKeyOf } from '../../packages/agent/src/uplink/identity.ts';
import { openCa } from '../../packages/controller/src/ca/ca.ts';
import { createRecorder } from '../../packages/controller/src/record/recorder.ts';
import { databaseFile } from '../../packages/controller/src/state-folder.ts';
import { openStore } from '../../packages/controller/src/store/sql.ts';
import { sqliteDialect } from '../../packages/controller/src/store/sqlite.ts';

/** What an agent needs to dial, but for the hub's address. */
export interface Enrolled {
  readonly host: HostId;
  readonly caPem: string;
  readonly keyPem: string;
  readonly certificatePem: string;
}

const monthMs = 30 * 86_400_000;

/**
 * Lets hosts join before the controller starts: its own CA signs, its own store keeps what the enrolment listener keeps,
 * which would let in five a second.
 */
export async function enrolAll(stateFolder: string, hosts: readonly HostId[]): Promise<readonly Enrolled[]> {
  const ca = await openCa({
    folder: join(stateFolder, 'ca'),
    names: [],
    nowUnixMs: Date.now,
    certificateMs: monthMs,
  });
  const store = await openStore(await sqliteDialect(join(stateFolder, databaseFile)));
  const recorder = createRecorder(store.events, Date.now);
  const enrolled: Enrolled[] = [];
  try {
    for (const host of hosts) {
      const keyPem = makeKey();
      const material = randomBytes(32);
      const request = { publicKey: publicKeyOf(keyPem), proof: proveKey(keyPem, material, '') };
      const issued = await ca.sign(host, request, material, '');
      if (issued === undefined) throw new Error(`The CA did not sign for ${host}.`);
      const { serial, notAfterUnixMs, certificatePem } = issued;
      await store.identity.addHost({ host, enrolledUnixMs: Date.now(), removedUnixMs: null });
      await store.identity.addCertificate({ serial, host, notAfterUnixMs, revoked: false });
      await recorder.record(`agent:${host}`, { type: 'hostEnrolled', host, serial });
      enrolled.push({ host, caPem: ca.caPem, keyPem, certificatePem });
    }
  } finally {
    await store.close();
  }
  return enrolled;
}

/** The address under which agents on this machine reach a hub. */
export const hubUrlOn = (port: string): string => `wss://localhost:${port}${agentPath}`;
