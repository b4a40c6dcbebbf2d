import type { Backend } from '@bondctl/proto/model/backend';
import type { NamedDesire } from '@bondctl/proto/model/bond';
import type { Owner } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { createFakeHost } from '../../../../test/fakes/fake-host.ts';
import { choose, type Sight } from './choose.ts';
import type { Format, FormatTexts } from './format.ts';

const name = (text: string) => text as IfName;

/** A format whose files are lists of the interfaces that they describe. */
const listing = (backend: Backend): Format => ({
  backend,
  mode: 0o644,
  places: [],
  makesMacs: false,
  described: (files) => new Set(files.flatMap(({ text }) => text.split(' ').filter(Boolean)) as IfName[]),
  render: () => ({ files: [], removed: [], untilReboot: [] }),
  withdraw: () => ({ files: [], removed: [], untilReboot: [] }),
  adopt: () => ({ bonds: [], problems: [] }),
});

const all: readonly Backend[] = ['netplan', 'ifcfg', 'keyfile', 'networkd', 'ifupdown'];

/** A host with two NICs, what owns them, which formats it reads, and what their files describe. */
function sightOf(
  files: Partial<Record<Backend, string>>,
  owner: Owner = 'none',
  read: readonly Backend[] = all,
): Sight {
  const host = createFakeHost([{ name: 'eth1' }, { name: 'eth2' }]);
  for (const nic of ['eth1', 'eth2']) host.own(nic, owner);
  const formats = all.map((backend): FormatTexts => {
    const text = files[backend];
    return { format: listing(backend), texts: text === undefined ? [] : [{ path: `/etc/${backend}`, text }] };
  });
  return { state: host.state(), formats, read: new Set(read) };
}

const wish = (backend?: NamedDesire['backend']): NamedDesire => ({
  state: 'present',
  allowControlPath: false,
  ...(backend === undefined ? {} : { backend }),
  spec: {
    name: name('sync0'),
    mode: 'active-backup',
    ports: [name('eth1'), name('eth2')],
    options: {},
    mtu: null,
    addresses: null,
  },
});

const said = (sight: Sight, backend?: NamedDesire['backend']): string => {
  const choice = choose(sight, wish(backend));
  return choice.kind === 'format' ? choice.chosen.format.backend : choice.why;
};

describe('where a bond is kept', () => {
  const cases: readonly (readonly [string, Sight, string])[] = [
    ['a format that describes it', sightOf({ ifupdown: 'lo sync0' }, 'systemd-networkd'), 'ifupdown'],
    ['a format that describes its ports', sightOf({ netplan: 'eth1 eth2' }), 'netplan'],
    ['the bond counts before its ports', sightOf({ netplan: 'eth1', ifupdown: 'sync0' }), 'ifupdown'],
    [
      'netplan writes for the others',
      sightOf({ netplan: 'eth1', keyfile: 'eth1' }, 'NetworkManager'),
      'netplan',
    ],
    ['ifcfg before profiles', sightOf({ ifcfg: 'eth1', keyfile: 'eth2' }, 'NetworkManager'), 'ifcfg'],
    ['the owner where no file says anything', sightOf({}, 'NetworkManager'), 'keyfile'],
    ['networkd, where netplan has no files', sightOf({}, 'systemd-networkd'), 'networkd'],
    ['netplan, where it has files', sightOf({ netplan: 'eth0' }, 'systemd-networkd'), 'netplan'],
    [
      'two formats and nobody who owns it',
      sightOf({ keyfile: 'sync0', ifupdown: 'sync0' }),
      'keyfile, ifupdown describe it at once; say `backend:` to choose',
    ],
    [
      'nobody: offered, not guessed',
      sightOf({}, 'none', ['networkd', 'ifupdown']),
      'no program on this host owns it; say `backend:` to keep it, with one of networkd, ifupdown',
    ],
    ['nobody, and nothing to offer', sightOf({}, 'none', []), 'no program on this host owns it'],
    [
      'a format that nothing here reads does not count',
      sightOf({ ifupdown: 'sync0' }, 'none', []),
      'no program on this host owns it',
    ],
  ];

  test.each(cases)('%s', (_title, sight, says) => {
    expect(said(sight)).toBe(says);
  });

  test('the one that people name, also where another describes it', () => {
    expect(said(sightOf({ ifupdown: 'sync0' }), 'keyfile')).toBe('keyfile');
  });

  test('nowhere, if people say so', () => {
    expect(said(sightOf({ ifupdown: 'sync0' }), 'none')).toBe('the spec says `backend: none`');
  });

  test('one that people name and nothing here reads is refused, with what there is', () => {
    expect(choose(sightOf({}, 'none', ['networkd']), wish('ifupdown2'))).toEqual({
      kind: 'nowhere',
      asked: true,
      why: 'nothing on this host reads ifupdown2; it has networkd',
    });
  });

  test('owners that share a bond leave the choice to people', () => {
    const sight = sightOf({}, 'NetworkManager');
    const [one, ...others] = sight.state.interfaces;
    const interfaces = [{ ...one, owner: 'ifupdown' as const }, ...others] as typeof sight.state.interfaces;
    const mixed = { ...sight, state: { ...sight.state, interfaces } };
    expect(said(mixed)).toMatch(/share it; say `backend:` to choose$/);
  });
});
