import type { BondSpec } from '../model/bond.ts';
import type { IfName } from '../model/names.ts';
import { isNamed, type PortChoice } from '../model/port-choice.ts';
import { isNonEmpty, success } from '../model/result.ts';
import type { bondctl } from '../wire/gen/bondctl_v1.js';
import { type Field, flaw, shaped, text, whole } from './field.ts';
import { ifName } from './names.ts';
import { list, record, single, union } from './record.ts';

/** As it travels: each way to choose is named. */
type WireChoice =
  | { readonly by: 'name'; readonly name: IfName }
  | { readonly by: 'mac'; readonly mac: string }
  | { readonly by: 'path'; readonly path: string }
  | { readonly by: 'driver'; readonly driver: string; readonly count: number };

function travelling(choice: PortChoice): WireChoice {
  if (isNamed(choice)) return { by: 'name', name: choice };
  if ('mac' in choice) return { by: 'mac', mac: choice.mac };
  if ('path' in choice) return { by: 'path', path: choice.path };
  return { by: 'driver', driver: choice.driver, count: choice.count };
}

function arrived(choice: WireChoice): PortChoice {
  if (choice.by === 'name') return choice.name;
  const { by: _by, ...match } = choice;
  return match;
}

const choice = shaped(
  union<'by', WireChoice, bondctl.v1.PortChoice.$Properties>('by', {
    name: single('name', ifName),
    mac: single('mac', text),
    path: single('path', text),
    driver: record<Omit<Extract<WireChoice, { by: 'driver' }>, 'by'>, bondctl.v1.DriverPorts.$Properties>({
      driver: text,
      count: whole(1, 0xffff_ffff),
    }),
  }),
  travelling,
  arrived,
) satisfies Field<PortChoice, bondctl.v1.PortChoice.$Properties>;

/** A bond's ports on the wire: names where they are nothing else, and otherwise every choice with no name beside it. */
export interface WirePorts {
  readonly ports: readonly IfName[];
  readonly choices: readonly PortChoice[];
}

/** The two fields of the wire for a bond's ports. */
export const wirePorts = { ports: list(ifName), choices: list(choice) };

/** A bond with its ports as they travel; an agent that knows only names finds none of a bond that has a match. */
export function withWirePorts({ ports, ...rest }: BondSpec): Omit<BondSpec, 'ports'> & WirePorts {
  return ports.every(isNamed) ? { ...rest, ports, choices: [] } : { ...rest, ports: [], choices: ports };
}

/** A bond as it arrived, unless it has no ports or says them twice. */
export function withChosenPorts(
  { ports, choices, ...rest }: Omit<BondSpec, 'ports'> & WirePorts,
  place: string,
): ReturnType<Field<BondSpec, never>['read']> {
  if (ports.length > 0 && choices.length > 0) return flaw(`${place}.choices`, 'stands beside ports');
  const all = choices.length > 0 ? choices : ports;
  return isNonEmpty(all) ? success({ ...rest, ports: all }) : flaw(`${place}.ports`, 'is empty');
}
