import type { Described } from '@bondctl/proto/model/described';
import type { HostReport } from '@bondctl/proto/model/host';
import type { BondMode } from '@bondctl/proto/model/mode';
import type { HostId } from '@bondctl/proto/model/names';
import type { OptionValues } from '@bondctl/proto/model/options';
import { expect, test } from 'vitest';
import { bond, bondReport, name } from '../../../../test/fakes/fake-report.ts';
import { parseSpec } from '../spec/parse.ts';
import { adopted, found } from './adopted.ts';
import type { HostSeen } from './seen.ts';

interface Has {
  readonly mode?: BondMode | 'balance-new';
  readonly ports?: readonly string[];
  readonly options?: OptionValues;
  readonly address?: { readonly cidr: string; readonly origin: 'static' | 'dynamic' };
}

/** A host whose sync0 is as it says. */
function reportOf({ mode = 'balance-rr', ports = ['eth3', 'eth2'], options = {}, address }: Has): HostReport {
  const report = bondReport([bond()]);
  const config = { name: name('sync0'), mode, options, ports: ports.map(name) };
  const interfaces = report.state.interfaces.map((one) => ({
    ...one,
    addresses: address === undefined ? one.addresses : [address],
  }));
  return { ...report, state: { ...report.state, bonds: [config], interfaces } };
}

const seen = (host: string, has: Has, files: Described | string = 'its agent is too old'): HostSeen => ({
  host: host as HostId,
  labels: { rack: 'r1' },
  report: reportOf(has),
  isConnected: true,
  files: typeof files === 'string' ? { ok: false, error: files } : { ok: true, value: files },
});

const path = '/etc/netplan/50.yaml';

/** Files that say of sync0 what the kernel does not hold. */
const files: Described = {
  bonds: [
    {
      bond: name('sync0'),
      file: { backend: 'netplan', path },
      differences: [
        { path: 'sync0.options.miimon', wanted: '50', found: '100' },
        { path: 'sync0.mtu', wanted: '1500', found: '9000' },
      ],
    },
    {
      bond: name('old1'),
      file: { backend: 'netplan', path },
      differences: [{ path: 'old1', wanted: 'there', found: 'not there' }],
    },
  ],
  problems: [{ path: '/etc/netplan/99.yaml', line: 4, message: 'this is not YAML' }],
};

const handMade: Described = { bonds: [{ bond: name('sync0'), file: null, differences: [] }], problems: [] };
const kernelOptions = { miimon: '100', resend_igmp: '1', primary: '', updelay: '0' };

test('the spec says where each value came from, and what files say otherwise', () => {
  const beta = { cidr: '10.9.0.2/24', origin: 'static' } as const;
  const { text } = adopted(
    found([
      seen('alpha', { options: kernelOptions }, files),
      seen('beta', { options: kernelOptions, address: beta }, handMade),
    ]),
    [],
    [],
    [],
  );
  expect(text).toMatchInlineSnapshot(`
    "# What is there now, as \`bondctl adopt\` found it: every value is the one that the kernel holds. Options that are not
    # written are what a new bond has anyway; an MTU of 1500, addresses that are not static and everything else stay as they
    # are. \`bondctl plan\` of this changes no kernel; where files say otherwise, or nothing, it may offer to write them.
    #
    # alpha/old1: only in /etc/netplan/50.yaml (netplan) and not in the kernel, so it is left out.
    # alpha: /etc/netplan/99.yaml:4 could not be read: this is not YAML
    version: 1
    hosts:
      alpha:
        labels:
          rack: r1
      beta:
        labels:
          rack: r1
    bonds:
      # alpha: kept by /etc/netplan/50.yaml (netplan)
      # beta: in no file: made by hand or by initramfs, and gone with the next reboot
      sync0:
        hosts:
          - alpha
          - beta
        ports:
          - eth3
          - eth2
        mode: balance-rr
        options:
          # alpha: miimon is 100 in the kernel; /etc/netplan/50.yaml says 50
          miimon: 100
        # alpha: mtu is 9000 in the kernel; /etc/netplan/50.yaml says 1500
        mtu: 9000
        addresses:
          alpha:
            - 10.9.0.1/24
          beta:
            - 10.9.0.2/24
    "
  `);
  expect(parseSpec(text, 'adopted.yaml').ok).toBe(true);
});

test('what no spec can say is left out with its reason', () => {
  const dynamic = { cidr: '10.9.0.7/24', origin: 'dynamic' } as const;
  const view = adopted(
    found([
      seen('alpha', { mode: 'balance-new' }),
      seen('beta', { ports: [] }),
      seen('gamma', { options: { miimon: '100', arp_validate: 'all' }, address: dynamic }),
    ]),
    [],
    [],
    [],
  );
  expect(view.bonds.map((one) => [one.host, one.isWritten])).toEqual([
    ['alpha', false],
    ['beta', false],
    ['gamma', true],
  ]);
  expect(view.notes).toEqual([
    'alpha/sync0 is left out: its mode balance-new is not known here.',
    'alpha: what its files say is not known: its agent is too old.',
    'beta/sync0 is left out: it has no ports, and a spec cannot say a bond without.',
    'beta: what its files say is not known: its agent is too old.',
    'gamma: what its files say is not known: its agent is too old.',
  ]);
  expect(view.bonds[2]?.remarks).toEqual([
    { at: 'addresses', sentence: 'left out: 10.9.0.7/24, given by DHCP or a router, stays as it is' },
    {
      at: 'options',
      sentence:
        'arp_validate is left out: "arp_validate" works with "arp_interval" only, and "miimon" excludes that',
    },
  ]);
  expect(view.text).toContain('# left out: 10.9.0.7/24');
});

test('an address that two hosts have is written once: the other keeps what it has', () => {
  const { text, bonds } = adopted(found([seen('alpha', {}), seen('beta', {})]), [], [], []);
  expect(text.match(/10\.9\.0\.1\/24/g)).toHaveLength(2);
  expect(bonds[1]?.remarks).toEqual([
    { at: '', sentence: 'its list of addresses is left out: 10.9.0.1/24 is already given to alpha/sync0' },
  ]);
});
