import { backends } from '@bondctl/proto/model/backend';
import type { IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { rereading, type Written } from './reread.ts';

const written: Written = {
  bond: 'sync0' as IfName,
  isPresent: true,
  released: ['eth1' as IfName],
  rendering: { files: [{ path: '/etc/one', text: '' }], removed: [], untilReboot: [] },
};

const ran = (one: Written, backend: (typeof backends)[number]): readonly string[] =>
  rereading[backend].acts(one).map((act) => (act.do === 'run' ? act.argv.join(' ') : `note ${act.isUp}`));

describe('what is done so that a program hears of its new files', () => {
  test('each does what was tried with it, and no more', () => {
    expect(Object.fromEntries(backends.map((backend) => [backend, ran(written, backend)]))).toEqual({
      ifcfg: ['nmcli connection load /etc/one', 'nmcli device set eth1 managed yes'],
      keyfile: ['nmcli connection load /etc/one', 'nmcli device set eth1 managed yes'],
      networkd: [],
      netplan: ['netplan generate'],
      ifupdown: ['note true'],
      ifupdown2: [],
    });
  });

  test('nothing that takes links down is ever among it', () => {
    const all = backends.flatMap((backend) => [
      ...ran(written, backend),
      ...ran({ ...written, isPresent: false }, backend),
    ]);
    expect(all.join('\n')).not.toMatch(/netplan (apply|try)|connection up|networkctl|ifup|ifdown|restart/);
  });

  test('profiles that are gone are forgotten', () => {
    const rendering = { files: [], removed: ['/etc/one'], untilReboot: [] };
    expect(ran({ ...written, released: [], rendering }, 'keyfile')).toEqual(['nmcli connection reload']);
  });

  test('what is read later says so in the plan', () => {
    const silent = backends.filter((backend) => rereading[backend].notes(written).length === 0);
    expect(silent).toEqual(['ifcfg', 'keyfile', 'ifupdown']);
  });
});
