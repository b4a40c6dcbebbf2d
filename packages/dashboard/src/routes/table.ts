import type { ComponentType } from 'preact';
import { FleetPage } from '../pages/fleet/fleet-page.tsx';

/** A page and its address; `nav` is what the navigation calls it, null where other pages lead to it. */
export interface PageRow {
  readonly path: string;
  readonly nav: string | null;
  readonly page: ComponentType;
}

/** Every page. Names in a path (`:name`) are what `useRoute().params` has. */
export const pageTable: readonly PageRow[] = [{ path: '/', nav: 'Fleet', page: FleetPage }];
