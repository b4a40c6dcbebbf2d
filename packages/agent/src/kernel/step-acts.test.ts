import type { PlanStep } from '@bondctl/proto/model/step';
import { describe, expect, test } from 'vitest';
import { actsOf, strangeWords } from './step-acts.ts';
import { stepSentence, stepWords } from './step-errors.ts';

/** A step as it comes over the wire: names are checked there, here they are texts. */
const step = (of: object): PlanStep => of as PlanStep;

/** `ip link ...` or `primary <- eth1`, with the name that ends its label. */
const lines = (of: object): readonly string[] =>
  actsOf(step(of)).map((act) =>
    act.kind === 'run' ? `${act.name}: ${act.argv.join(' ')}` : `${act.name}: ${act.path} <- ${act.text}`,
  );

const sysfs = '/sys/class/net/bond0/bonding';
const bond = 'bond0';

const table: readonly (readonly [object, readonly string[]])[] = [
  [
    { do: 'deleteBond', bond, mode: 'balance-rr', options: {} },
    ['delete: ip link delete dev bond0 type bond'],
  ],
  [{ do: 'setOption', bond, option: 'miimon', from: '0', to: '100' }, [`miimon: ${sysfs}/miimon <- 100`]],
  [{ do: 'setOption', bond, option: 'primary', from: 'eth1', to: '' }, [`primary: ${sysfs}/primary <- `]],
  [
    { do: 'setOption', bond, option: 'ns_ip6_target', from: '', to: 'fd00::2,fd00::3' },
    ['ns_ip6_target: ip link set dev bond0 type bond ns_ip6_target fd00::2,fd00::3'],
  ],
  [
    { do: 'setOption', bond, option: 'arp_ip_target', from: '10.0.0.1,10.0.0.2', to: '10.0.0.2,10.0.0.3' },
    [
      `arp_ip_target: ${sysfs}/arp_ip_target <- +10.0.0.3`,
      `arp_ip_target: ${sysfs}/arp_ip_target <- -10.0.0.1`,
    ],
  ],
  [{ do: 'setMode', bond, from: 'balance-rr', to: '802.3ad' }, [`mode: ${sysfs}/mode <- 802.3ad`]],
  [{ do: 'addPort', bond, port: 'eth1' }, ['master: ip link set dev eth1 master bond0']],
  [{ do: 'removePort', bond, port: 'eth1' }, ['nomaster: ip link set dev eth1 nomaster']],
  [{ do: 'setMtu', device: bond, from: 1500, to: 9000 }, ['mtu: ip link set dev bond0 mtu 9000']],
  [
    { do: 'setMac', device: bond, from: '02:00:00:00:00:01', to: '02:00:00:00:00:02' },
    ['address: ip link set dev bond0 address 02:00:00:00:00:02'],
  ],
  [{ do: 'linkUp', device: 'eth1' }, ['up: ip link set dev eth1 up']],
  [{ do: 'linkDown', device: 'eth1' }, ['down: ip link set dev eth1 down']],
  [
    { do: 'addAddress', device: bond, cidr: '10.9.0.1/24' },
    ['address: ip address replace 10.9.0.1/24 dev bond0'],
  ],
  [
    { do: 'removeAddress', device: bond, cidr: 'fd00::1/64' },
    ['address: ip address delete fd00::1/64 dev bond0'],
  ],
  [
    { do: 'addRoute', device: bond, family: 'inet', route: 'default via 10.9.0.9 table main proto static' },
    ['replace: ip -4 route replace default via 10.9.0.9 table main proto static dev bond0'],
  ],
  [
    { do: 'removeRoute', device: bond, family: 'inet6', route: 'fd01::/64 via fd00::2' },
    ['del: ip -6 route del fd01::/64 via fd00::2 dev bond0'],
  ],
  [
    { do: 'setSysctl', name: 'tcp_reordering', from: '3', to: '127' },
    ['tcp_reordering: /proc/sys/net/ipv4/tcp_reordering <- 127'],
  ],
  [
    { do: 'setOffload', device: bond, offload: 'tso', from: 'on', to: 'off' },
    ['tso: ethtool -K bond0 tso off'],
  ],
  [
    {
      do: 'addRoute',
      device: bond,
      family: 'inet',
      route: '10.21.0.0/16 nexthop via 10.9.0.2 dev bond0 weight 2',
    },
    ['replace: ip -4 route replace 10.21.0.0/16 nexthop via 10.9.0.2 dev bond0 weight 2'],
  ],
];

describe('what is done for a step', () => {
  test.each(table)('%j', (of, expected) => expect(lines(of)).toEqual(expected));

  test('a bond is made with what needs it down or empty, the rest follows in the order of the kernel', () => {
    const options = {
      updelay: '200',
      xmit_hash_policy: 'layer3+4',
      lacp_rate: 'fast',
      miimon: '100',
      min_links: '1',
    };
    expect(lines({ do: 'createBond', bond, mode: '802.3ad', options })).toEqual([
      'add: ip link add name bond0 type bond mode 802.3ad lacp_rate fast',
      `miimon: ${sysfs}/miimon <- 100`,
      `updelay: ${sysfs}/updelay <- 200`,
      `xmit_hash_policy: ${sysfs}/xmit_hash_policy <- layer3+4`,
      `min_links: ${sysfs}/min_links <- 1`,
    ]);
  });

  test('sixteen targets are replaced without ever being more than sixteen', () => {
    const targets = (from: number) =>
      Array.from({ length: 16 }, (_, at) => `10.0.${from}.${at + 1}`).join(',');
    const signs = lines({ do: 'setOption', bond, option: 'arp_ip_target', from: targets(1), to: targets(2) });
    expect(signs.map((line) => line.split('<- ')[1]?.[0]).join('')).toBe('-'.repeat(16) + '+'.repeat(16));
  });
});

describe('words that have no place in an argument list', () => {
  test.each([
    { do: 'addAddress', device: bond, cidr: '10.0.0.1/24;reboot' },
    { do: 'linkUp', device: '-6' },
    { do: 'linkUp', device: 'a b' },
    { do: 'addRoute', device: bond, family: 'inet', route: 'default via $(id)' },
    { do: 'createBond', bond, mode: 'balance-rr', options: { miimon: '100\nx' } },
    { do: 'createBond', bond, mode: 'balance-rr', options: { 'not an option': '1' } },
    { do: 'setOption', bond, option: 'primary', from: '', to: '../x' },
    { do: 'setSysctl', name: '../../vm/panic', from: '3', to: '1' },
    { do: 'setOffload', device: bond, offload: 'tso', from: 'on', to: 'off; id' },
  ])('%j', (of) => expect(strangeWords(step(of))).toHaveLength(1));

  test.each(table)('%j has none', (of) => expect(strangeWords(step(of))).toEqual([]));
});

describe('the sentence for a step that failed', () => {
  test.each([
    [
      { do: 'setOption', bond, option: 'lacp_rate', from: 'slow', to: 'fast' },
      'EBUSY: resource busy or locked, write',
      'the bond must be down for it',
    ],
    [
      { do: 'setOption', bond, option: 'primary', from: '', to: 'eth1' },
      'EACCES: permission denied, write',
      'the mode of the bond does not have this option',
    ],
    [
      { do: 'setMode', bond, from: 'balance-rr', to: 'broadcast' },
      'ENOTEMPTY: directory not empty, write',
      'the bond must have no ports for it',
    ],
    [
      { do: 'addPort', bond, port: 'eth1' },
      'RTNETLINK answers: Device or resource busy',
      'another driver (bridge, macvlan, another bond) holds the port',
    ],
    [{ do: 'linkUp', device: 'eth9' }, 'Cannot find device "eth9"', 'there is no such interface'],
  ])('%j: %s', (of, said, meaning) => {
    const sentence = stepSentence(step(of), said);
    expect(sentence.startsWith(`${stepWords(step(of))} failed: ${meaning} (`)).toBe(true);
    expect(sentence).toContain(said);
  });

  test('what ethtool says is handed on, and no answer of the driver is read into it', () => {
    const of = step({ do: 'setOffload', device: 'eth1', offload: 'gro', from: 'on', to: 'off' });
    expect(stepSentence(of, 'netlink error: Operation not permitted')).toBe(
      'Setting gro of eth1 off failed (the kernel said: netlink error: Operation not permitted).',
    );
  });

  test('words that mean nothing to us are handed on', () => {
    expect(stepSentence(step({ do: 'linkUp', device: 'eth1' }), 'Some new words.')).toBe(
      'Setting eth1 up failed (the kernel said: Some new words).',
    );
  });
});
