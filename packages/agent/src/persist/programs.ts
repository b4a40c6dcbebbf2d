import type { Backend } from '@bondctl/proto/model/backend';
import type { Files } from '../kernel/ports.ts';

const programFolders = ['/usr/sbin', '/sbin', '/usr/bin'];

/** The formats that something on this host reads: what runs, or what is installed and acts at boot. */
export async function readPrograms(files: Files): Promise<ReadonlySet<Backend>> {
  const [networkManager, networkd, sysconfig, ...installed] = await Promise.all(
    ['/run/NetworkManager', '/run/systemd/netif', '/etc/sysconfig', ...programFolders].map((folder) =>
      files.list('persist:programs', folder),
    ),
  );
  const has = (program: string) => installed.some((names) => names.includes(program));
  const [runsNetworkManager, runsNetworkd] = [networkManager ?? [], networkd ?? []].map(
    (one) => one.length > 0,
  );
  const isThere: Readonly<Record<Backend, boolean>> = {
    ifcfg: runsNetworkManager === true && sysconfig?.includes('network-scripts') === true,
    keyfile: runsNetworkManager === true,
    networkd: runsNetworkd === true,
    netplan: has('netplan'),
    ifupdown: has('ifup') && !has('ifreload'),
    ifupdown2: has('ifreload'),
  };
  return new Set(Object.entries(isThere).flatMap(([backend, there]) => (there ? [backend as Backend] : [])));
}
