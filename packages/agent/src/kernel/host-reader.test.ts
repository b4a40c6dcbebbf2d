import type { IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { createHostReader } from './host-reader.ts';
import type { CommandResult, Commands, Files } from './ports.ts';

const ended = (stdout: string, code = 0, stderr = ''): CommandResult => ({
  ending: { kind: 'code', code },
  stdout,
  stderr,
});

const addresses = JSON.stringify([
  {
    ifindex: 2,
    ifname: 'eth0',
    flags: ['UP'],
    mtu: 1500,
    link_type: 'ether',
    address: '02:00:00:00:00:01',
    addr_info: [{ local: '10.0.0.1', prefixlen: 8 }],
  },
  {
    ifindex: 3,
    ifname: 'eth1',
    flags: [],
    mtu: 1500,
    link_type: 'ether',
    address: '02:00:00:00:00:02',
    addr_info: [],
  },
  { ifname: 'a b' },
]);

/** A host made of texts: files by path, and what `ip` answers to its arguments. */
function hostOf(texts: Record<string, string>, answer: (argv: readonly string[]) => CommandResult) {
  const problems: string[] = [];
  const asked: string[] = [];
  const files = {
    read: (_: string, path: string) => {
      asked.push(path);
      return Promise.resolve(texts[path]);
    },
    list: (_: string, folder: string) =>
      Promise.resolve(
        Object.keys(texts)
          .filter((path) => path.startsWith(`${folder}/`))
          .map((path) => path.slice(folder.length + 1))
          .filter((name) => !name.includes('/')),
      ),
  } as Partial<Files> as Files;
  const commands: Commands = { run: (_, argv) => Promise.resolve(answer(argv)) };
  const reader = createHostReader({
    files,
    commands,
    controlAddress: () => '10.0.0.1',
    onProblem: (sentence) => problems.push(sentence),
  });
  return { reader, problems, asked };
}

const route = (dst: string, metric: number) => JSON.stringify([{ dst, dev: 'eth0', metric }]);

const whole = (argv: readonly string[]) =>
  ended(argv.includes('-batch') ? `${addresses}\n[ ]\n[]\n` : 'asked once more');

describe('the state of a host', () => {
  test('speed, duplex and owner come from their own files', async () => {
    const { reader, problems } = hostOf(
      {
        '/sys/class/net/eth0/speed': '1000\n',
        '/sys/class/net/eth0/duplex': 'full\n',
        '/sys/class/net/eth1/speed': '-1\n',
        '/sys/class/net/eth1/duplex': 'unknown\n',
        '/run/NetworkManager/devices/3': '[device]\nmanaged=true\n',
        '/etc/network/interfaces': 'auto eth0\niface eth0 inet dhcp\n',
        '/run/network/ifstate': 'eth0=eth0\n',
      },
      whole,
    );
    const { interfaces, controlPath } = await reader.state('read');
    expect(interfaces.map((one) => [one.name, one.speedMbps, one.duplex, one.owner])).toEqual([
      ['eth0', 1000, 'full', 'ifupdown'],
      ['eth1', null, null, 'NetworkManager'],
    ]);
    expect(controlPath).toEqual(['eth0']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('a b');
  });

  test('driver and path of a NIC are in sysfs, and read once for as long as it is there', async () => {
    const link = (ifindex: number, ifname: string, kind?: string, more: object = {}) => ({
      ifindex,
      ifname,
      link_type: ifname === 'lo' ? 'loopback' : 'ether',
      ...(kind === undefined ? {} : { linkinfo: { info_kind: kind } }),
      ...more,
    });
    const links = [
      link(1, 'lo'),
      link(2, 'eth0'),
      link(3, 'eth1'),
      link(4, 'usb0'),
      link(5, 'veth0', 'veth'),
      link(6, 'eth0.5', 'vlan', { link: 'eth0' }),
      link(7, 'bond0', 'bond'),
      link(8, 'odd0'),
    ];
    let all = links;
    const device = (name: string) => `/sys/class/net/${name}/device`;
    const { reader, asked } = hostOf(
      {
        [`${device('eth0')}/uevent`]:
          'DRIVER=e1000e\nPCI_CLASS=20000\nPCI_SLOT_NAME=0000:00:19.0\nMODALIAS=pci:v=\n',
        [`${device('eth1')}/uevent`]: 'DRIVER=virtio_net\nMODALIAS=virtio:d00000001v00001AF4\n',
        [`${device('eth1')}/../uevent`]: 'DRIVER=virtio-pci\nPCI_SLOT_NAME=0000:01:00.0\n',
        [`${device('usb0')}/uevent`]: 'DEVTYPE=usb_interface\nDRIVER=r8152\n',
      },
      () => ended(`${JSON.stringify(all)}\n[]\n[]\n`),
    );
    const facts = async () =>
      (await reader.state('read')).interfaces.map(({ name, driver, path }) => [name, driver, path]);
    expect(await facts()).toEqual([
      ['lo', undefined, undefined],
      ['eth0', 'e1000e', 'pci-0000:00:19.0'],
      ['eth1', 'virtio_net', 'pci-0000:01:00.0'],
      ['usb0', 'r8152', undefined],
      ['veth0', 'veth', undefined],
      ['eth0.5', undefined, undefined],
      ['bond0', undefined, undefined],
      ['odd0', undefined, undefined],
    ]);
    // A name moves from one NIC to another; the kernel's numbers do not.
    all = [link(2, 'eth1'), link(3, 'eth0'), link(9, 'usb0')];
    const before = asked.length;
    expect(await facts()).toEqual([
      ['eth1', 'e1000e', 'pci-0000:00:19.0'],
      ['eth0', 'virtio_net', 'pci-0000:01:00.0'],
      ['usb0', 'r8152', undefined],
    ]);
    expect(asked.slice(before).filter((path) => path.endsWith('uevent'))).toEqual([
      `${device('usb0')}/uevent`,
    ]);
  });

  test('settings of the host are files, and one that this kernel does not have has none', async () => {
    const { reader } = hostOf({ '/proc/sys/net/ipv4/tcp_reordering': '3\n' }, whole);
    const { tuning } = await reader.state('read');
    expect(tuning).toEqual({ sysctls: { tcp_reordering: '3' }, offloads: [] });
  });

  test('one run of `ip` answers everything, each family of routes apart', async () => {
    const lists = [addresses, route('default', 7), route('default', 1024)];
    const { reader } = hostOf({}, () => ended(`${lists.join('\n')}\n`));
    const { interfaces, routes } = await reader.state('read');
    expect(interfaces).toHaveLength(2);
    expect(routes.map(({ family, text }) => [family, text])).toEqual([
      ['inet', 'default metric 7'],
      ['inet6', 'default metric 1024'],
    ]);
  });

  test('an `ip` that prints nothing for an empty list, or fails in a batch, is asked one by one', async () => {
    for (const batch of [
      ended(`${addresses}\n${route('::/0', 1)}\n`),
      ended(addresses, 1, 'Command failed'),
    ]) {
      const alone = (argv: readonly string[]) => (argv.includes('::/0') ? route('fd00::/8', 3) : '');
      const { reader } = hostOf({}, (argv) => {
        if (argv.includes('-batch')) return batch;
        return ended(argv.includes('addr') ? addresses : alone(argv));
      });
      const { interfaces, routes } = await reader.state('read');
      expect(interfaces).toHaveLength(2);
      expect(routes.map(({ family, text }) => [family, text])).toEqual([['inet6', 'fd00::/8 metric 3']]);
    }
  });

  test.each([
    ['is not installed', { ending: { kind: 'notFound' }, stdout: '', stderr: '' } as const, 'iproute2'],
    ['fails', ended('', 2, 'Cannot open netlink socket'), 'Cannot open netlink socket'],
    ['prints what is no JSON', ended('2: eth0: <UP>'), 'iproute2 4.18'],
  ])('an `ip` that %s is one sentence', async (_, result, word) => {
    const { reader } = hostOf({}, () => result);
    await expect(reader.state('read')).rejects.toThrow(word);
  });
});

describe('the offloads of a host', () => {
  const names = ['eth0', 'eth1'].map((name) => name as IfName);
  const asked: string[] = [];

  test('are asked of one device after the other; one that does not answer is left out and said', async () => {
    const { reader, problems } = hostOf({}, (argv) =>
      argv[2] === 'eth0' ? ended('', 71, 'no device') : ended('generic-receive-offload: off\n'),
    );
    expect(await reader.offloads('read', names)).toEqual([{ device: 'eth1', values: { gro: 'off' } }]);
    expect(problems).toEqual(['ethtool -k eth0: no device']);
  });

  test('are not known without ethtool, which is asked for once', async () => {
    const { reader } = hostOf({}, (argv) => {
      asked.push(argv.join(' '));
      return { ending: { kind: 'notFound' }, stdout: '', stderr: '' };
    });
    expect(await reader.offloads('read', names)).toEqual([]);
    expect(asked).toEqual(['ethtool -k eth0']);
  });
});

describe('the bonds of a host', () => {
  test('are the texts of /proc, also without `ip`', async () => {
    const { reader } = hostOf({ '/proc/net/bonding/bond0': 'MII Status: up\n' }, () => ended('', 1));
    const [bond] = await reader.bonds('read');
    expect([bond?.value.name, bond?.value.miiStatus]).toEqual(['bond0', 'up']);
  });

  test('are none where there is no driver', async () => {
    expect(await hostOf({}, whole).reader.bonds('read')).toEqual([]);
  });
});
