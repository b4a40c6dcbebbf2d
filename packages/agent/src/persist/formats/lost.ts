import { type OptionName, optionNames } from '@bondctl/proto/model/options';
import type { KeptBond, KeptRoute } from '../kept.ts';
import { routeUntilReboot } from './route-words.ts';

/** What a format cannot hold of a bond and of what stands on it, as people are told. */
export function lost(
  { options, routes, vlans, bridge }: KeptBond,
  holds: (option: OptionName) => boolean,
  canSay: (route: KeptRoute) => boolean,
): readonly string[] {
  const all = [routes, ...vlans.map((vlan) => vlan.routes), bridge?.routes ?? []].flat();
  return [
    ...optionNames.filter((option) => options[option] !== undefined && !holds(option)),
    ...all.filter((route) => !canSay(route)).map(routeUntilReboot),
  ];
}
