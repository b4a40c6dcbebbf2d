import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import { listenOnSocket } from '../../packages/controller/src/api/listen.ts';
import { createApi } from '../../packages/controller/src/api/server.ts';
import { createLog } from '../../packages/controller/src/log.ts';
import { fakeParts } from '../fakes/fake-parts.ts';

/** The API over fake parts on a socket of its own, where the CLI finds it; `end` closes and removes everything. */
export async function fakesOnSocket(reports: Map<HostId, HostReport>) {
  const folder = await mkdtemp(join(tmpdir(), 'bondctl-cli-'));
  const socket = join(folder, 'controller.sock');
  const fake = await fakeParts(reports);
  const api = createApi(fake.parts, createLog('error'));
  await listenOnSocket(api, socket);
  const end = async () => {
    fake.stop.abort();
    await api.close();
    await fake.store.close();
    await rm(folder, { recursive: true });
  };
  return { ...fake, socket, end };
}
