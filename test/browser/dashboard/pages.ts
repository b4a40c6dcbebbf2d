// Every page of the dashboard, in the shapes that it takes. A new page is one row.
import { busyFleet, fleetHost, fleetLink, fleetOf } from './fleets.ts';
import type { Scene } from './scene.ts';

/** Where a page is, what is there when it is drawn, and what is behind it. */
export interface PageRow {
  readonly path: string;
  readonly ready: string;
  readonly scene: Scene;
}

const reader = { operator: 'grace', rights: 'read', expiresUnixMs: null } as const;
const changer = { operator: 'ada', rights: 'change', expiresUnixMs: null } as const;

/** A small cluster, as the fakes of the API have it. */
export const smallFleet = fleetOf([fleetLink('drbd')], [fleetHost('alpha'), fleetHost('beta')]);

/** Name to page. */
export const dashboardPages: Readonly<Record<string, PageRow>> = {
  'sign-in': { path: '/', ready: 'form', scene: { session: null, fleet: smallFleet } },
  fleet: { path: '/', ready: '.tile', scene: { session: changer, fleet: busyFleet(60) } },
  'fleet by host': {
    path: '/?group=medium&health=down,degraded',
    ready: '.tile',
    scene: { session: reader, fleet: busyFleet(60) },
  },
  'fleet of many': { path: '/', ready: '.tile', scene: { session: changer, fleet: busyFleet(300) } },
  'fleet hosts': { path: '/?show=hosts', ready: '.tile', scene: { session: changer, fleet: busyFleet(60) } },
  'fleet of nothing': { path: '/', ready: '.empty', scene: { session: changer, fleet: fleetOf([], []) } },
  'nothing there': { path: '/no/such/page', ready: 'h1', scene: { session: changer, fleet: smallFleet } },
};
