import type { ComponentType } from 'preact';
import { AlertsPage } from '../pages/alerts/alerts-page.tsx';
import { FindingsPage } from '../pages/findings/findings-page.tsx';
import { FleetPage } from '../pages/fleet/fleet-page.tsx';
import { HostPage } from '../pages/host/host-page.tsx';
import { LinkPage } from '../pages/link/link-page.tsx';
import { PlanPage } from '../pages/plan/plan-page.tsx';
import { RolloutPage } from '../pages/rollout/rollout-page.tsx';
import { RolloutsPage } from '../pages/rollouts/rollouts-page.tsx';
import { TestPage } from '../pages/test/test-page.tsx';
import { TestsPage } from '../pages/tests/tests-page.tsx';

/** A page and its address; `nav` is what the navigation calls it, null where other pages lead to it. */
export interface PageRow {
  readonly path: string;
  readonly nav: string | null;
  readonly page: ComponentType;
}

/** Every page. Names in a path (`:name`) are what `useRoute().params` has. */
export const pageTable: readonly PageRow[] = [
  { path: '/', nav: 'Fleet', page: FleetPage },
  { path: '/links/:name', nav: null, page: LinkPage },
  { path: '/hosts/:host', nav: null, page: HostPage },
  { path: '/plan', nav: 'Plan', page: PlanPage },
  { path: '/rollouts', nav: 'Rollouts', page: RolloutsPage },
  { path: '/rollouts/:id', nav: null, page: RolloutPage },
  { path: '/tests', nav: 'Tests', page: TestsPage },
  { path: '/tests/:id', nav: null, page: TestPage },
  { path: '/findings', nav: 'Findings', page: FindingsPage },
  { path: '/alerts', nav: 'Alerts', page: AlertsPage },
];
