import type { Owner } from '@bondctl/proto/model/host';

/** The texts that tell who manages what, as they lie on the host; empty where there is no such file. */
export interface OwnershipTexts {
  /** /run/NetworkManager/devices/IFINDEX */
  readonly networkManager: ReadonlyMap<number, string>;
  /** /run/systemd/netif/links/IFINDEX */
  readonly networkd: ReadonlyMap<number, string>;
  /** /run/network/ifstate and /run/network/ifstate.NAME */
  readonly ifstate: readonly string[];
  /** /etc/network/interfaces and the files it reads from interfaces.d */
  readonly interfaces: readonly string[];
  /** /sbin/ifreload exists: the interfaces file is ifupdown2's. */
  readonly ifreload: boolean;
}

const setting = (text: string, key: string): string | undefined =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${key}=`))
    ?.slice(key.length + 1)
    .trim();

const byNetworkManager = (text: string | undefined): boolean =>
  text !== undefined && ['true', '1'].includes(setting(text, 'managed') ?? '');

const byNetworkd = (text: string | undefined): boolean =>
  text !== undefined && (setting(text, 'ADMIN_STATE') ?? 'unmanaged') !== 'unmanaged';

/** `eth0=eth0` or `eth0`: the names ifupdown has brought up. */
function broughtUp(ifstate: readonly string[]): ReadonlySet<string> {
  const lines = ifstate.flatMap((text) => text.split('\n'));
  return new Set(lines.map((line) => line.split('=')[0]?.trim() ?? '').filter(Boolean));
}

const portKeys = new Set(['bond-slaves', 'bond-ports', 'slaves', 'bridge-ports', 'bridge_ports']);

/** Interfaces with a stanza, each with the ports its stanza names: those belong to it although they have none. */
function stanzas(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  let current: string | undefined;
  for (const line of texts.flatMap((text) => text.replaceAll('\\\n', ' ').split('\n'))) {
    const [key = '', ...values] = line.trim().split(/[ \t]+/);
    if (['auto', 'mapping', 'source', 'source-directory'].includes(key) || key.startsWith('allow-'))
      current = undefined;
    if (key === 'iface') current = values[0];
    if (current === undefined) continue;
    const ports = portKeys.has(key) ? values.filter((value) => value !== 'none') : [];
    found.set(current, [...(found.get(current) ?? []), ...ports]);
  }
  return found;
}

/** Names of /etc/network/interfaces that are in force: for classic ifupdown only what its state file has as up. */
function ifupdownNames(texts: OwnershipTexts): ReadonlySet<string> {
  const up = broughtUp(texts.ifstate);
  const named = [...stanzas(texts.interfaces)].filter(([name]) => texts.ifreload || up.has(name));
  return new Set(named.flatMap(([name, ports]) => [name, ...ports]));
}

/**
 * Who writes the persistent configuration of each interface. What NetworkManager or networkd know but leave
 * unmanaged belongs to none; where two claim an interface, the one that runs wins over a file.
 */
export function owners(
  interfaces: readonly { readonly index: number; readonly name: string }[],
  texts: OwnershipTexts,
): ReadonlyMap<string, Owner> {
  const ifupdown = ifupdownNames(texts);
  const ownerOf = (index: number, name: string): Owner => {
    if (byNetworkManager(texts.networkManager.get(index))) return 'NetworkManager';
    if (byNetworkd(texts.networkd.get(index))) return 'systemd-networkd';
    if (!ifupdown.has(name)) return 'none';
    return texts.ifreload ? 'ifupdown2' : 'ifupdown';
  };
  return new Map(interfaces.map(({ index, name }) => [name, ownerOf(index, name)]));
}
