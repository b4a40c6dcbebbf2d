import { describe, expect, test } from 'vitest';
import { parseSpec } from './parse.ts';

const mistakesOf = (text: string) => {
  const parsed = parseSpec(text, 'cluster.yaml');
  if (parsed.ok) throw new Error('expected mistakes');
  return parsed.error.map((one) => `${one.line}:${one.column} ${one.path}: ${one.message}`);
};

const spec = (bond: string, links = '') => `version: 1
hosts:
  alpha: { labels: { rack: r1 } }
  beta: {}
bonds:
  sync0: { hosts: [alpha, beta], ports: [eth2, eth3], ${bond} }
${links}`;

test('five mistakes are five messages in the order of the text, each with its place', () => {
  const text = `version: 1
hosts:
  alpha: { labls: { rack: r1 } }
  beta: {}
bonds:
  sync0:
    hosts: [alpha, betta]
    ports: [eth2, eth3]
    mode: balance-rr
    options: { miimom: 100, lacp_rate: fast }
    mtu: 90000
`;
  expect(mistakesOf(text)).toMatchInlineSnapshot(`
    [
      "3:12 hosts.alpha.labls: "labls" is not a word of this place; did you mean "labels"?",
      "7:20 bonds.sync0.hosts[1]: there is no host "betta" under "hosts"; did you mean "beta"?",
      "10:16 bonds.sync0.options.miimom: "miimom" is not a bonding option of the kernel; did you mean "miimon"?",
      "10:29 bonds.sync0.options.lacp_rate: the kernel refuses "lacp_rate" in mode balance-rr; it belongs to 802.3ad",
      "11:10 bonds.sync0.mtu: "mtu" must be at most 65535, not 90000",
    ]
  `);
});

describe('each mistake is named at its place', () => {
  test.each([
    [
      'an unknown mode',
      spec('mode: balance-xr'),
      /^6:61 bonds.sync0.mode: "balance-xr" .* did you mean "balance-rr"\?$/,
    ],
    ['a mode number that is none', spec('mode: 7'), /"7" is not a mode of the driver/],
    ['a missing mode', spec('mtu: 1500'), /"mode" is missing here/],
    ['an unknown option', spec('mode: 0, options: { mimon: 1 }'), /^6:75 .* did you mean "miimon"\?$/],
    [
      'an option word',
      spec('mode: 4, options: { lacp_rate: fats }'),
      /"lacp_rate" cannot be "fats"; did you mean "fast"\?/,
    ],
    [
      'an option that the mode refuses',
      spec('mode: 0, options: { primary: eth2 }'),
      /kernel refuses "primary" in mode balance-rr; it belongs to active-backup, balance-tlb, balance-alb/,
    ],
    [
      'an option out of range',
      spec('mode: 4, options: { ad_user_port_key: 1024 }'),
      /whole number from 0 to 1023/,
    ],
    ['a primary that is no port', spec('mode: 1, options: { primary: eth4 }'), /must be a port of this bond/],
    [
      'a multicast system address',
      spec('mode: 4, options: { ad_actor_system: "01:00:00:00:00:01" }'),
      /hardware address of one host/,
    ],
    [
      'two monitors',
      spec('mode: 1, options: { miimon: 100, arp_interval: 100, arp_ip_target: 10.0.0.1 }'),
      /exclude each other/,
    ],
    ['ARP without a target', spec('mode: 1, options: { arp_interval: 100 }'), /needs "arp_ip_target"/],
    [
      'a target that is no address',
      spec('mode: 1, options: { arp_interval: 100, arp_ip_target: [10.0.0.256] }'),
      /"10.0.0.256" is not an IPv4 address/,
    ],
    [
      'a target twice',
      spec('mode: 1, options: { arp_interval: 100, arp_ip_target: "10.0.0.1, 10.0.0.1" }'),
      /names 10.0.0.1 twice/,
    ],
    [
      'a delay without miimon',
      spec('mode: 1, options: { miimon: 0, updelay: 100 }'),
      /"updelay" needs "miimon"/,
    ],
    [
      'an address without prefix',
      spec('mode: 0, addresses: { alpha: [10.0.0.1] }'),
      /is not an address with a prefix length/,
    ],
    ['the network as address', spec('mode: 0, addresses: { alpha: [10.0.0.0/24] }'), /is the network itself/],
    [
      'an address twice',
      spec('mode: 0, addresses: { alpha: [10.0.0.1/24], beta: [10.0.0.1/24] }'),
      /already given to alpha\/sync0/,
    ],
    [
      'an address for a stranger',
      spec('mode: 0, addresses: { alhpa: [10.0.0.1/24] }'),
      /no host "alhpa" .* did you mean "alpha"\?/,
    ],
    ['a port twice', spec('mode: 0').replace('eth3', 'eth2'), /"eth2" stands in this list twice/],
    [
      'a port of two bonds',
      spec('mode: 0', '  b1: { hosts: [alpha], ports: [eth3], mode: 0 }'),
      /^7:33 .*"eth3" is already a port of "sync0" on alpha/,
    ],
    ['a port that is the bond', spec('mode: 0').replace('eth3', 'sync0'), /is the bond itself/],
    ['no ports', spec('mode: 0').replace('ports: [eth2, eth3], ', ''), /"ports" is missing here/],
    [
      'an interface name too long',
      spec('mode: 0').replace('eth3', 'averyveryverylongname'),
      /is not an interface name/,
    ],
    ['words of an absent bond', spec('state: absent'), /shall be absent, so "ports" says nothing/],
    [
      'a selector without a match',
      spec('mode: 0').replace('[alpha, beta]', '{ rakc: r1 }'),
      /no host matches this selector: no host has a label "rakc"; did you mean "rack"\?/,
    ],
    ['a key twice', spec('mode: 0, mode: 0'), /this key is written twice/],
    [
      'a wrong version',
      spec('mode: 0').replace('version: 1', 'version: 2'),
      /^1:10 version: "version" cannot be "2"; did you mean "1"\?/,
    ],
    [
      'an end on an unknown host',
      spec('mode: 0', 'links: { l: { ends: [alpa/sync0, beta/sync0], medium: direct } }'),
      /^7:22 .*no host "alpa" .* did you mean "alpha"\?/,
    ],
    [
      'an end at an unknown bond',
      spec('mode: 0', 'links: { l: { ends: [alpha/sync1, beta/sync0], medium: direct } }'),
      /no bond "sync1" .* did you mean "sync0"\?/,
    ],
    [
      'a link to itself',
      spec('mode: 0', 'links: { l: { ends: [alpha/sync0, alpha/sync0], medium: direct } }'),
      /both ends are on alpha/,
    ],
    ['a link without ends', spec('mode: 0', 'links: { l: { medium: direct } }'), /this link joins nothing/],
    [
      'a link with one end',
      spec('mode: 0', 'links: { l: { ends: [alpha/sync0], medium: direct } }'),
      /must have at least 2 entries, not 1/,
    ],
    [
      'a medium',
      spec('mode: 0', 'links: { l: { ends: [alpha/sync0, beta/sync0], medium: cable } }'),
      /"medium" cannot be "cable"; known: direct, switched/,
    ],
    [
      'a rate',
      spec('mode: 0', 'links: { l: { ends: [alpha/sync0, beta/sync0], medium: direct, lineRate: 1Gb } }'),
      /"1Gb" is not a rate/,
    ],
    [
      'a share',
      spec(
        'mode: 0',
        'links: { l: { ends: [alpha/sync0, beta/sync0], medium: direct, expect: { throughput: { atLeast: 190% } } } }',
      ),
      /neither a share/,
    ],
    [
      'retransmits without a test',
      spec(
        'mode: 0',
        'links: { l: { ends: [alpha/sync0, beta/sync0], medium: direct, expect: { retransmits: { atMost: 1% } } } }',
      ),
      /expect both/,
    ],
    [
      'witnesses of a link of two ends',
      spec('mode: 0', 'links: { l: { ends: [alpha/sync0, beta/sync0], witnesses: 2, medium: switched } }'),
      /"witnesses" belong to a "mesh"/,
    ],
    [
      'a soak that is no time',
      spec('mode: 0', 'rollout: { soak: 5 days }'),
      /"5 days" is not a time; write a number and s, min or h/,
    ],
    [
      'a label to spread over that no host has',
      spec('mode: 0', 'rollout: { spread: rakc }'),
      /no host has a label "rakc"/,
    ],
    [
      'what a rollout shall do on failure',
      spec('mode: 0', 'rollout: { onFailure: stop }'),
      /"onFailure" cannot be "stop"/,
    ],
    [
      'a bond described twice on one host',
      `version: 1
hosts: { alpha: {} }
bonds:
  one: { name: sync0, hosts: [alpha], ports: [eth2], mode: 0 }
  sync0: { hosts: [alpha], ports: [eth3], mode: 0 }
`,
      /"sync0" on alpha is already described by "one"/,
    ],
    ['a name that is no interface', spec('mode: 0, name: "sync 0"'), /"sync 0" is not an interface name/],
    [
      'two networks on one link',
      spec(
        'mode: 0, addresses: { alpha: [10.0.0.1/24], beta: [10.0.1.1/24] }',
        'links: { l: { mesh: sync0, medium: direct } }',
      ),
      /both ends must agree/,
    ],
    [
      'the same link twice',
      spec(
        'mode: 0',
        'links: { l: { mesh: sync0, medium: switched }, m: { ends: [beta/sync0, alpha/sync0], medium: switched } }',
      ),
      /already joins/,
    ],
    ['a canary that is no link', spec('mode: 0', 'rollout: { canary: [drdb] }'), /there is no link "drdb"/],
    [
      'an unknown key',
      spec('mode: 0, modes: 1'),
      /"modes" is not a word of this place; did you mean "mode"\?/,
    ],
  ])('%s', (_what, text, message) => {
    const found = mistakesOf(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });
});

test('two modes and two MTUs on one direct link are two mistakes', () => {
  const text = `version: 1
hosts: { alpha: {}, beta: {} }
bonds:
  a0: { hosts: [alpha], ports: [eth2], mode: 0, mtu: 1500 }
  b0: { hosts: [beta], ports: [eth2], mode: 1, mtu: 9000 }
links: { l: { ends: [alpha/a0, beta/b0], medium: direct } }
`;
  expect(mistakesOf(text)).toEqual([
    '6:21 links.l.ends: alpha/a0 has mode balance-rr and beta/b0 active-backup; both ends must agree',
    '6:21 links.l.ends: alpha/a0 has MTU 1500 and beta/b0 9000; both ends must agree',
  ]);
});

test.each(['', '[]', '42', '- a', 'a: [', '\u0000', '---\na: 1\n---\nb: 2', `a: ${'['.repeat(5000)}`])(
  'a text that is no spec has mistakes: %j',
  (text) => {
    expect(mistakesOf(text).length).toBeGreaterThan(0);
  },
);
