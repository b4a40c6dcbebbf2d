/** The Debian packages that the lab and the tests inside it need, as data for whoever installs them. */

/** One package, a program it brings, and who calls that program. */
export type LabPackage = {
  readonly name: string;
  readonly program: string;
  readonly neededBy: 'uml' | 'lab' | 'machine' | 'tests' | 'browser';
  readonly why: string;
};

/**
 * `uml`: only where the running kernel has no bonding driver for us. `lab`: always. `machine`: for a guest with
 * systemd. `tests`: by what runs in the lab; `browser`: by the tests there that open pages.
 */
export const LAB_PACKAGES: readonly LabPackage[] = [
  { name: 'user-mode-linux', program: 'linux.uml', neededBy: 'uml', why: 'a kernel with the bonding driver' },
  { name: 'kmod', program: 'insmod', neededBy: 'uml', why: 'loads the guest kernel’s modules' },
  { name: 'iproute2', program: 'ip', neededBy: 'lab', why: 'hosts, cables, switches' },
  {
    name: 'util-linux',
    program: 'unshare',
    neededBy: 'lab',
    why: 'namespaces of hosts, and the guest’s cage',
  },
  { name: 'mount', program: 'mount', neededBy: 'lab', why: 'each host’s own /etc, /run, /proc and /sys' },
  { name: 'systemd', program: 'systemctl', neededBy: 'machine', why: 'the first program of a machine' },
  { name: 'e2fsprogs', program: 'mkfs.ext4', neededBy: 'machine', why: 'the disk of a machine' },
  { name: 'iperf3', program: 'iperf3', neededBy: 'tests', why: 'link tests' },
  { name: 'iputils-ping', program: 'ping', neededBy: 'tests', why: 'path MTU probes' },
  { name: 'ethtool', program: 'ethtool', neededBy: 'tests', why: 'speed and duplex of tap NICs' },
  { name: 'chromium', program: 'chromium', neededBy: 'browser', why: 'the dashboard, as people use it' },
];

/** The names of the packages that some purposes need. */
export const packagesFor = (...purposes: readonly LabPackage['neededBy'][]): readonly string[] =>
  LAB_PACKAGES.filter(({ neededBy }) => purposes.includes(neededBy)).map(({ name }) => name);
