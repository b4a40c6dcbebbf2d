// Fleets as they come.
import type { FleetHost, FleetLink, FleetView } from '@bondctl/proto/model/fleet';
import type { BondName, HostId, LinkName } from '@bondctl/proto/model/names';
import type { Health } from '@bondctl/proto/model/view';
import { sceneUnixMs } from './scene.ts';

const bond = 'sync0' as BondName;

/** One link in one line. */
export const fleetLink = (name: string, change: Partial<FleetLink> = {}): FleetLink => ({
  name: name as LinkName,
  medium: 'direct',
  health: 'ok',
  sentence: '',
  ends: [
    { host: 'alpha' as HostId, bond },
    { host: 'beta' as HostId, bond },
  ],
  percent: 97,
  rolling: false,
  ...change,
});

/** One host in one line. */
export const fleetHost = (host: string, change: Partial<FleetHost> = {}): FleetHost => ({
  host: host as HostId,
  presence: 'connected',
  health: 'ok',
  sentence: '',
  bonds: 1,
  bondsNotOk: 0,
  ...change,
});

/** A fleet of these. */
export const fleetOf = (
  links: readonly FleetLink[],
  hosts: readonly FleetHost[],
  change: Partial<FleetView> = {},
): FleetView => ({
  atUnixMs: sceneUnixMs,
  revision: 7,
  health: 'ok',
  links,
  hosts,
  attention: [],
  rollout: null,
  ...change,
});

const wrong: Readonly<Record<Health, string>> = {
  ok: '',
  degraded: 'eth3 of alpha/sync0 is down since 12 min; the other port carries everything',
  down: 'no port of beta/sync0 has a carrier',
  unknown: 'beta has not been heard of since 3 min',
};

/** A fleet of some racks in which not everything is well. */
export function busyFleet(count: number): FleetView {
  const hosts = Array.from({ length: count }, (_, nth) => `node-${String(nth + 1).padStart(4, '0')}`);
  const healthOf = (nth: number): Health =>
    nth % 61 === 7 ? 'down' : nth % 23 === 5 ? 'degraded' : nth % 89 === 11 ? 'unknown' : 'ok';
  const links = hosts.map((host, nth) => {
    const health = healthOf(nth);
    return fleetLink(`drbd-${String(nth + 1).padStart(4, '0')}`, {
      health,
      sentence: wrong[health],
      medium: nth % 3 === 0 ? 'switched' : 'direct',
      percent: nth % 17 === 3 ? null : 90 + (nth % 10),
      rolling: nth % 41 === 2,
      ends: [
        { host: host as HostId, bond },
        { host: (hosts[(nth + 1) % count] ?? host) as HostId, bond },
      ],
    });
  });
  return fleetOf(
    links,
    hosts.map((host, nth) => {
      const health = healthOf(nth);
      return fleetHost(host, {
        health,
        sentence: wrong[health],
        presence: health === 'unknown' ? 'lost' : 'connected',
        bonds: 1 + (nth % 3),
        bondsNotOk: health === 'ok' ? 0 : 1,
      });
    }),
    {
      health: 'down',
      attention: [
        { subject: 'node-0012', sentence: 'its rollback failed at "set mode"; log in and look at sync0' },
      ],
    },
  );
}
