import type { Health } from '@bondctl/proto/model/view';
import { healths } from './health.ts';

/** What of the fleet is shown, and in which order. */
export interface FleetQuery {
  readonly show: 'links' | 'hosts';
  /** Part of a name; empty: all. */
  readonly text: string;
  /** Empty: all. */
  readonly healths: readonly Health[];
  readonly sort: (typeof fleetSorts)[number];
  readonly group: (typeof fleetGroups)[number];
}

/** Orders of tiles. `worst`: what is wrong stands first. */
export const fleetSorts = ['worst', 'name', 'percent'] as const;

/** What tiles are put together by. */
export const fleetGroups = ['none', 'health', 'medium', 'host'] as const;

/** The fleet as it opens. */
export const usualFleetQuery: FleetQuery = {
  show: 'links',
  text: '',
  healths: [],
  sort: 'worst',
  group: 'none',
};

type Words = Readonly<Record<string, string | undefined>>;

/** What the address says; a word that nobody knows is as if it were not there. */
export function readFleetQuery(query: Words): FleetQuery {
  const asked = (query['health'] ?? '').split(',');
  return {
    show: query['show'] === 'hosts' ? 'hosts' : 'links',
    text: query['q'] ?? '',
    healths: healths.filter((health) => asked.includes(health)),
    sort: fleetSorts.find((sort) => sort === query['sort']) ?? usualFleetQuery.sort,
    group: fleetGroups.find((group) => group === query['group']) ?? usualFleetQuery.group,
  };
}

/** The address of a fleet as it is shown; what is usual is left out. */
export function fleetAddress(query: FleetQuery): string {
  const words = new URLSearchParams();
  if (query.show !== usualFleetQuery.show) words.set('show', query.show);
  if (query.text !== '') words.set('q', query.text);
  if (query.healths.length > 0) words.set('health', query.healths.join(','));
  if (query.sort !== usualFleetQuery.sort) words.set('sort', query.sort);
  if (query.group !== usualFleetQuery.group) words.set('group', query.group);
  const text = words.toString().replaceAll('%2C', ',');
  return text === '' ? '/' : `/?${text}`;
}
