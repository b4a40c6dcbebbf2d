import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run/places.ts';

/** One panel of the dashboard, as far as it is looked at. */
export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly refId: string; readonly expr: string }[];
}

interface Dashboard {
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly definition?: string }[] };
}

/** The dashboard in examples/grafana. */
export const dashboard = JSON.parse(
  readFileSync(join(root, 'examples/grafana/bondctl.json'), 'utf8'),
) as Dashboard;

/** What the panels ask, with Grafana's variables filled in. */
export const dashboardQueries: readonly string[] = dashboard.panels
  .flatMap(({ targets }) => targets ?? [])
  .map(({ expr }) => expr.replaceAll('$__rate_interval', '5m').replaceAll('$host', '.*'));
