import type { BondName, IfName } from '@bondctl/proto/model/names';
import { ourLine } from '../../file-set.ts';
import type { KeptBond, KeptBridge, KeptPort, KeptVlan } from '../../kept.ts';
import { type BondingWord, bondingWords } from './bonding-words.ts';
import { newAddresses, withAddresses } from './ifcfg-addresses.ts';
import { type IfcfgFile, identityOf } from './ifcfg-file.ts';
import { parseShell, type ShellText, valueIn, without, withValue } from './shell-text.ts';

/** What a file shall say; what is null is left as it is. */
type Pairs = Readonly<Record<string, string | number | null>>;

const saying = (lines: ShellText, pairs: Pairs): ShellText =>
  Object.entries(pairs).reduce(
    (text, [key, value]) => (value === null ? text : withValue(text, key, String(value))),
    lines,
  );

const fresh = (pairs: Pairs): ShellText => saying(parseShell(`${ourLine}\n`), pairs);

const device = (name: IfName, type: string) => ({ DEVICE: name, TYPE: type, ONBOOT: 'yes' });

/** A VLAN that no file describes. */
export const vlanText = (vlan: KeptVlan, parent: BondName): ShellText =>
  newAddresses(
    fresh({ ...device(vlan.name, 'Vlan'), VLAN: 'yes', PHYSDEV: parent, VLAN_ID: vlan.id, MTU: vlan.mtu }),
    vlan.addresses,
  );

/** A bridge that no file describes. The kernel makes one without the spanning tree, and so does this. */
export const bridgeText = (bridge: KeptBridge): ShellText =>
  newAddresses(fresh({ ...device(bridge.name, 'Bridge'), STP: 'no' }), bridge.addresses);

/** The words of BONDING_OPTS. */
export const wordsIn = (lines: ShellText): readonly BondingWord[] =>
  (valueIn(lines, 'BONDING_OPTS') ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const [key = '', ...value] = word.split('=');
      return { key, value: value.join('=') };
    });

function withOptions(lines: ShellText, bond: KeptBond): ShellText {
  const now = wordsIn(lines);
  const words = bondingWords(bond, now);
  if (JSON.stringify(words) === JSON.stringify(now)) return lines;
  const text = words.map(({ key, value }) => (value === '' ? key : `${key}=${value}`)).join(' ');
  return withValue(lines, 'BONDING_OPTS', text);
}

/** A bond as a port of its bridge; a file that names the bridge by its uuid says so already. */
const inBridge = (lines: ShellText, bridge: KeptBridge | null, known: boolean): ShellText =>
  bridge === null || known
    ? lines
    : saying(
        without(lines, (key) => key === 'BRIDGE_UUID'),
        { BRIDGE: bridge.name },
      );

const ownedBy = (lines: ShellText, bond: KeptBond): ShellText =>
  saying(withOptions(lines, bond), { MTU: bond.mtu, MACADDR: bond.mac });

/** A bond that no file describes. A port of a bridge is given no addresses. */
export function newBondText(bond: KeptBond): ShellText {
  const owned = ownedBy(fresh({ ...device(bond.name, 'Bond'), BONDING_MASTER: 'yes' }), bond);
  return newAddresses(inBridge(owned, bond.bridge, false), bond.bridge === null ? bond.addresses.cidrs : []);
}

/** A bond's file, changed where it must be. */
export function bondText({ lines }: IfcfgFile, bond: KeptBond, inItsBridge: boolean): ShellText {
  const owned = inBridge(ownedBy(lines, bond), bond.bridge, inItsBridge);
  return bond.addresses.named && bond.bridge === null ? withAddresses(owned, bond.addresses.cidrs) : owned;
}

/** How a file shall know its NIC; a name beside the address would be one to give it, so it goes. A path cannot be said. */
function identified(lines: ShellText, { identity, name }: KeptPort): ShellText {
  if (identity.by !== 'mac') return saying(lines, { DEVICE: name });
  return saying(
    without(lines, (key) => key === 'DEVICE'),
    { HWADDR: identity.mac.toUpperCase() },
  );
}

/** A port that no file describes. */
export function newPortText(port: KeptPort, bond: BondName): ShellText {
  const type = port.infiniband ? 'InfiniBand' : 'Ethernet';
  const member = { BOOTPROTO: 'none', MASTER: bond, SLAVE: 'yes' };
  const known = identified(parseShell(`${ourLine}\n`), port);
  return saying(known, {
    TYPE: type,
    ONBOOT: 'yes',
    CONNECTED_MODE: port.infiniband ? 'no' : null,
    ...member,
  });
}

const memberKeys = ['MASTER', 'MASTER_UUID', 'SLAVE', 'BRIDGE', 'BRIDGE_UUID'];

/** A NIC's file as that of a port; addresses that people wrote stay, since nothing reads them while it is one. */
export function portText(file: IfcfgFile, port: KeptPort, bond: Pick<IfcfgFile, 'name' | 'uuid'>): ShellText {
  const right = file.master === bond.name || (file.master !== null && file.master === bond.uuid);
  const bare = right ? file.lines : without(file.lines, (key) => memberKeys.includes(key));
  const member = saying(bare, { MASTER: right ? null : bond.name, SLAVE: 'yes' });
  const known = identityOf(file);
  const wanted = port.identity.by !== 'mac' || JSON.stringify(known) === JSON.stringify(port.identity);
  return wanted ? member : identified(member, port);
}

/** A NIC's file as that of a port of nothing. */
export const freedText = (lines: ShellText): ShellText =>
  without(lines, (key) => memberKeys.includes(key) || /^BOND_PORT_/.test(key));
