import { type IfName, parseIfName } from '@bondctl/proto/model/names';
import { type FileSet, fileSet, renderingOf } from '../file-set.ts';
import type { Format } from '../format.ts';
import type { KeptBond } from '../kept.ts';
import { lost } from './networkd/lost.ts';
import { withAbove, withoutDevice } from './networkd/networkd-above.ts';
import { networkdFolder, unitFiles } from './networkd/networkd-folder.ts';
import { namesOf, portsIn } from './networkd/networkd-match.ts';
import { networkdHolds } from './networkd/networkd-options.ts';
import { withoutOtherPorts, withoutPorts, withPort } from './networkd/networkd-ports.ts';
import { adoptNetworkd } from './networkd/networkd-read.ts';
import { isNetworkdRoute } from './networkd/networkd-routes.ts';
import { withBondDevice, withBondNetwork } from './networkd/networkd-write.ts';
import { lastOf } from './networkd/unit-text.ts';

function described(draft: FileSet): ReadonlySet<IfName> {
  const devices = unitFiles(draft, '.netdev').flatMap(({ unit }) => {
    const name = parseIfName(lastOf(unit, 'NetDev', 'Name') ?? '');
    return name.ok ? [name.value] : [];
  });
  const networks = unitFiles(draft, '.network').flatMap(({ path, unit }) => [
    ...namesOf(unit),
    ...portsIn(path, unit).map((port) => port.name),
  ]);
  return new Set([...devices, ...networks]);
}

function drawn(draft: FileSet, bond: KeptBond): FileSet {
  const device = withBondDevice(draft, bond);
  const addressed = withBondNetwork(device, bond);
  const joined = bond.ports.reduce((before, port) => withPort(before, bond, port), addressed);
  return withAbove(withoutOtherPorts(joined, bond.name, bond.ports), bond);
}

/** systemd-networkd's own files, as systemd 252 and older read them. */
export const networkd: Format = {
  backend: 'networkd',
  makesMacs: true,
  // systemd-network is no root, and does not read what it may not.
  mode: 0o644,
  places: [{ folder: networkdFolder, pattern: /\.(netdev|network)$/ }],
  described: (files) => described(fileSet(files)),
  render: (bond, files) => {
    const untilReboot = lost(bond, (option) => networkdHolds(bond, option), isNetworkdRoute);
    return renderingOf(files, drawn(fileSet(files), bond), untilReboot);
  },
  withdraw: (bond, files) => renderingOf(files, withoutDevice(withoutPorts(fileSet(files), bond), bond)),
  adopt: (files) => adoptNetworkd(fileSet(files)),
};
