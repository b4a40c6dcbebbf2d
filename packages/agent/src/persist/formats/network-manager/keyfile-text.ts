import type { BondName, IfName } from '@bondctl/proto/model/names';
import { ourLine } from '../../file-set.ts';
import type { KeptBond, KeptBridge, KeptPort, KeptRoute, KeptVlan } from '../../kept.ts';
import { bondingWords } from './bonding-words.ts';
import { entriesIn, type IniLine, type IniText, parseIni, without, withValue } from './ini-text.ts';
import { withAddresses, withRoutes } from './keyfile-addresses.ts';
import { hardwareSection, identityOf, masterKeys, type Profile, portTypeKeys } from './keyfile-profile.ts';
import { splitRoutes } from './route-words.ts';

/** What a profile shall say, section by section; what is null is left as it is. */
type Sections = Readonly<Record<string, Readonly<Record<string, string | number | null>>>>;

const saying = (ini: IniText, sections: Sections): IniText =>
  Object.entries(sections)
    .flatMap(([section, keys]) => Object.entries(keys).map(([key, value]) => ({ section, key, value })))
    .reduce(
      (text, { section, key, value }) =>
        value === null ? text : withValue(text, section, key, String(value)),
      ini,
    );

const fresh = (sections: Sections): IniText => saying(parseIni(`${ourLine}\n`), sections);

const withIp = (ini: IniText, addresses: readonly string[], routes: readonly KeptRoute[]): IniText =>
  withRoutes(withAddresses(ini, addresses), splitRoutes(routes, addresses).plain);

const connection = (type: string, name: IfName) => ({ id: name, type, 'interface-name': name });

/** A VLAN that no file describes. */
export const vlanText = (vlan: KeptVlan, parent: BondName): IniText =>
  withIp(
    fresh({
      connection: connection('vlan', vlan.name),
      vlan: { id: vlan.id, parent },
      ethernet: { mtu: vlan.mtu },
    }),
    vlan.addresses,
    vlan.routes,
  );

/** A bridge that no file describes. The kernel makes one without the spanning tree, NetworkManager would make it with. */
export const bridgeText = (bridge: KeptBridge): IniText =>
  withIp(
    fresh({ connection: connection('bridge', bridge.name), bridge: { stp: 'false' } }),
    bridge.addresses,
    bridge.routes,
  );

/** The words of a bond's section that a profile has now. */
export const wordsOf = (ini: IniText): ReadonlySet<string> =>
  new Set(entriesIn(ini, 'bond').map((entry) => entry.key));

/** Mode and options are exactly the bond's; other words of the section are not ours. */
function withOptions(ini: IniText, bond: KeptBond): IniText {
  const words = bondingWords(bond, entriesIn(ini, 'bond'));
  const values = Object.fromEntries(words.map(({ key, value }) => [key, value]));
  return saying(
    without(ini, 'bond', (key) => !Object.hasOwn(values, key)),
    { bond: values },
  );
}

const asPort = (ini: IniText, master: IfName, type: 'bond' | 'bridge'): IniText => {
  const old = [...masterKeys, ...portTypeKeys];
  const said = entriesIn(ini, 'connection').filter((entry) => old.some((key) => key === entry.key));
  const right = said.some(({ value }) => value === master) && said.some(({ value }) => value === type);
  if (right && said.length === 2) return ini;
  const bare = without(ini, 'connection', (key) => old.some((one) => one === key));
  return saying(bare, { connection: { master, 'slave-type': type } });
};

const ownedBy = (ini: IniText, bond: KeptBond): IniText => {
  const hardware = { mtu: bond.mtu, 'cloned-mac-address': bond.mac };
  return saying(withOptions(ini, bond), { [hardwareSection({ ini, type: 'bond' })]: hardware });
};

/** A bond that no file describes. NetworkManager gives no addresses to what is a port itself. */
export function newBondText(bond: KeptBond): IniText {
  const bare = fresh({ connection: { ...connection('bond', bond.name), 'autoconnect-slaves': 1 } });
  if (bond.bridge !== null) return ownedBy(asPort(bare, bond.bridge.name, 'bridge'), bond);
  return withIp(ownedBy(bare, bond), bond.addresses.cidrs, bond.routes);
}

/** A bond's profile, changed where it must be. */
export function bondText(ini: IniText, bond: KeptBond): IniText {
  const owned = ownedBy(ini, bond);
  if (bond.bridge !== null) return asPort(owned, bond.bridge.name, 'bridge');
  return bond.addresses.named ? withAddresses(owned, bond.addresses.cidrs) : owned;
}

/** How a profile shall know its NIC; a name beside it would have to hold as well, so it goes. */
function identified(ini: IniText, port: KeptPort, section: string): IniText {
  const { identity } = port;
  if (identity.by === 'name') return saying(ini, { connection: { 'interface-name': port.name } });
  const nameless = without(ini, 'connection', (key) => key === 'interface-name');
  if (identity.by === 'path') return saying(nameless, { match: { path: identity.path } });
  return saying(nameless, { [section]: { 'mac-address': identity.mac.toUpperCase() } });
}

/** A port that no file describes. Its label stands in the id, where people look for it. */
export function newPortText(port: KeptPort, bond: BondName): IniText {
  const type = port.infiniband ? 'infiniband' : 'ethernet';
  const id = `${bond}-${port.name}`;
  const member = { id, type, 'interface-name': port.name, master: bond, 'slave-type': 'bond' };
  const hardware = { 'transport-mode': port.infiniband ? 'datagram' : null };
  return identified(fresh({ connection: member, [type]: hardware }), port, type);
}

/** A NIC's profile as that of a port; addresses that people wrote stay, since NetworkManager ignores them while it is one. */
export function portText(profile: Profile, port: KeptPort, bond: Pick<Profile, 'name' | 'uuid'>): IniText {
  const by = profile.master !== null && profile.master === bond.uuid ? (profile.master as IfName) : bond.name;
  const member = asPort(profile.ini, by ?? port.name, 'bond');
  const known = identityOf(profile);
  const wanted = port.identity.by === 'name' || JSON.stringify(known) === JSON.stringify(port.identity);
  return wanted ? member : identified(member, port, hardwareSection(profile));
}

const isOfPorts = ({ section, text }: IniLine): boolean =>
  section === 'bond-port' && !text.trimStart().startsWith('#');

/** A NIC's profile as that of a port of nothing; what it was told as a port of a bond would not be taken any more. */
export const freedText = (ini: IniText): IniText =>
  without(
    ini.filter((line) => !isOfPorts(line)),
    'connection',
    (key) => [...masterKeys, ...portTypeKeys].some((one) => one === key),
  );
