import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FleetLine, FleetView } from '@bondctl/proto/model/fleet';
import { fleetAfter } from '@bondctl/proto/model/fleet-change';
import { expect, test } from 'vitest';
import { root } from '../run/places.ts';
import { specOf } from './cluster.ts';
import { startController } from './controller.ts';
import { joinFleet, makeFleet } from './fleet.ts';

const loader = createRequire(import.meta.url).resolve('tsx');
const program = [
  process.execPath,
  '--import',
  loader,
  join(root, 'packages/controller/src/main.ts'),
] as const;
const hosts = 10;
const timeoutMs = 120_000;

/** Reads the live stream until the fleet is as it should be. */
async function until(
  lines: AsyncIterator<FleetLine>,
  isSo: (fleet: FleetView) => boolean,
  before?: FleetView,
): Promise<FleetView> {
  let fleet = before;
  for (;;) {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('The live stream ended.');
    fleet = fleetAfter(fleet, value as FleetLine);
    if (fleet !== undefined && isSo(fleet)) return fleet;
  }
}

test('a simulated fleet connects, its failures are seen as they happen, and nothing of it is left', {
  timeout: timeoutMs,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bondctl-fleet-test-'));
  try {
    const enrolled = await joinFleet(folder, hosts);
    const controller = await startController(program, folder, []);
    try {
      const fleet = await makeFleet(enrolled, controller.hubPort);
      try {
        await fleet.connect(() => undefined);
        const spec = { file: 'fleet.yaml', text: specOf(hosts), digest: null };
        expect(await controller.client.apply(spec)).toMatchObject({ revision: 1, rollout: null });
        const first = fleet.members[0];
        if (first === undefined) throw new Error('The fleet has no members.');
        const lines = controller.client.live() as AsyncGenerator<FleetLine>;
        const well = await until(lines, ({ health }) => health === 'ok');
        expect(well.hosts.map((one) => one.presence)).toEqual(fleet.members.map(() => 'connected'));
        expect(well.links.map((one) => one.name)).toEqual(['l0001', 'l0002', 'l0003', 'l0004', 'l0005']);
        first.machine.plug('eth2', false);
        first.agent.wake();
        const failed = await until(lines, ({ links }) => links[0]?.health === 'degraded', well);
        expect(failed.links[0]?.sentence).toBe(`${first.host}/bond0: down: eth2`);
        await lines.return(undefined);
      } finally {
        await fleet.stop();
      }
    } finally {
      await controller.stop();
    }
    expect(() => process.kill(controller.pid, 0)).toThrow('ESRCH');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
