import { type BondName, type HostId, parseIfName } from '@bondctl/proto/model/names';
import { choiceText, isNamed, type PortChoice, type PortMatch } from '@bondctl/proto/model/port-choice';
import type { Path, SpecDocument } from './document.ts';
import { driverShape, macShape, pathShape, readFields, shown } from './shape.ts';

/** Reads `ports` of one bond: names of interfaces, and NICs that each host finds by what they are. */
export function readPorts(page: SpecDocument, path: Path, ports: readonly unknown[]): readonly PortChoice[] {
  const earlier = new Set<string>();
  return ports.flatMap((value, index) => {
    const place = [...path, index];
    const choice = readChoice(page, place, value);
    if (choice === undefined) return [];
    const isTwice = earlier.has(keyOf(choice));
    if (isTwice) page.report(place, `the port "${keyOf(choice)}" stands in this list twice`);
    earlier.add(keyOf(choice));
    return isTwice ? [] : [choice];
  });
}

/** What two choices have in common that mean the same NICs. */
const keyOf = (choice: PortChoice): string =>
  !isNamed(choice) && 'driver' in choice ? `driver ${choice.driver}` : choiceText(choice);

function readChoice(page: SpecDocument, place: Path, value: unknown): PortChoice | undefined {
  if (typeof value === 'object') return readMatch(page, place, value);
  const name = parseIfName(String(value));
  if (name.ok) return name.value;
  page.report(place, name.error);
  return undefined;
}

function readMatch(page: SpecDocument, place: Path, value: object | null): PortMatch | undefined {
  const says = (word: string) => value !== null && word in value;
  if (says('mac')) return readMac(page, place, value);
  if (says('path')) return readPath(page, place, value);
  if (says('driver') || says('count')) return readDriver(page, place, value);
  const found = Array.isArray(value) ? '' : Object.keys(value ?? {}).join(' and ');
  page.report(
    place,
    `a port is the name of an interface or a map with mac, path, or driver and count, not ${shown(value)}${found === '' ? '' : ` with ${found}`}`,
  );
  return undefined;
}

function readMac(page: SpecDocument, place: Path, value: unknown): PortMatch | undefined {
  const mac = readFields(page, place, macShape, value).mac?.toLowerCase();
  if (mac === undefined) return undefined;
  // An InfiniBand address has 20 bytes.
  if (/^[0-9a-f]{2}((:[0-9a-f]{2}){5}|(:[0-9a-f]{2}){19})$/.test(mac)) return { mac };
  page.report(
    [...place, 'mac'],
    `"mac" must be a permanent MAC address like 02:00:00:00:00:01, not ${shown(mac)}`,
  );
  return undefined;
}

function readPath(page: SpecDocument, place: Path, value: unknown): PortMatch | undefined {
  const { path } = readFields(page, place, pathShape, value);
  if (path === undefined) return undefined;
  if (/^[A-Za-z0-9_.:*+@-]+$/.test(path)) return { path };
  page.report(
    [...place, 'path'],
    `"path" must be udev's ID_PATH of a NIC like pci-0000:03:00.0, where "*" stands for any text, not ${shown(path)}`,
  );
  return undefined;
}

function readDriver(page: SpecDocument, place: Path, value: unknown): PortMatch | undefined {
  const { driver, count } = readFields(page, place, driverShape, value);
  if (driver === undefined || count === undefined) return undefined;
  if (/^[A-Za-z0-9_.-]+$/.test(driver)) return { driver, count };
  page.report(
    [...place, 'driver'],
    `"driver" must be the name of a kernel driver like e1000e, not ${shown(driver)}`,
  );
  return undefined;
}

/** So much of a bond as its ports are compared by. */
interface BondPorts {
  readonly name: BondName;
  readonly path: Path;
  readonly hosts: readonly HostId[];
  readonly ports: readonly PortChoice[];
}

/** A port belongs to one bond of a host; the second one that names it is told, once for all its hosts. */
export function reportSharedPorts(page: SpecDocument, bonds: readonly BondPorts[]): void {
  for (const [position, bond] of bonds.entries())
    for (const [index, port] of bond.ports.entries()) {
      const place = [...bond.path, 'ports', index];
      const rival = rivalOf(bond, port, bonds.slice(0, position));
      if (port === bond.name) page.report(place, `"${port}" is the bond itself; it cannot be its own port`);
      if (rival !== undefined) page.report(place, sharedSentence(port, rival));
    }
}

function sharedSentence(port: PortChoice, rival: string): string {
  return !isNamed(port) && 'driver' in port
    ? `the NICs of driver ${port.driver} are counted for ${rival} already; a driver stands for all of its NICs`
    : `"${choiceText(port)}" is already a port of ${rival}; a port has one bond`;
}

function rivalOf(bond: BondPorts, port: PortChoice, earlier: readonly BondPorts[]): string | undefined {
  for (const other of earlier) {
    const host = bond.hosts.find((id) => other.hosts.includes(id));
    if (host !== undefined && other.ports.some((one) => keyOf(one) === keyOf(port)))
      return `"${other.name}" on ${host}`;
  }
  return undefined;
}
