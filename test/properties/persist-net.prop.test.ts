import { defaultOption } from '@bondctl/proto/model/driver';
import { type OptionName, optionNames } from '@bondctl/proto/model/options';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../packages/agent/src/persist/format.ts';
import { netplan } from '../../packages/agent/src/persist/formats/netplan.ts';
import { networkd } from '../../packages/agent/src/persist/formats/networkd.ts';
import type { KeptBond, KeptPort } from '../../packages/agent/src/persist/kept.ts';
import { written } from '../golden/persist-cases.ts';
import { asRead, keptBond } from './kept-bonds.ts';

/** What a new bond has anyway may be said or not. */
function special({ mode, options }: KeptBond, untilReboot: readonly string[]): Record<string, string> {
  const told = Object.entries(options).filter(
    ([name, value]) => value !== defaultOption(mode, name as OptionName) && !untilReboot.includes(name),
  );
  return Object.fromEntries(told);
}

/** No file says whether a port is InfiniBand, and files lie in the order of their names. */
const byName = <T extends { readonly name: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => (a.name < b.name ? -1 : 1));

const portsAsRead = (ports: readonly KeptPort[], untilReboot: readonly string[]) =>
  byName(
    ports.map(({ name, identity }) => ({
      name,
      identity: untilReboot.some((one) => one.startsWith(`${name} by its `)) ? { by: 'name' } : identity,
    })),
  );

function comparable(bond: KeptBond, untilReboot: readonly string[]) {
  const { bridge, ...rest } = asRead(bond);
  return {
    ...rest,
    options: special(bond, untilReboot),
    ports: portsAsRead(bond.ports, untilReboot),
    vlans: byName(rest.vlans),
    bridge: bridge === null ? null : { ...bridge, otherPorts: [...bridge.otherPorts].sort() },
  };
}

const onlyBond = (format: Format, files: Parameters<Format['adopt']>[0]) => {
  const { bonds, problems } = format.adopt(files);
  expect(problems).toEqual([]);
  expect(bonds).toHaveLength(1);
  return (bonds[0] as (typeof bonds)[number]).bond;
};

describe.each([networkd, netplan])('$backend', (format) => {
  test('what is written is read back, apart from what no file can hold', () => {
    fc.assert(
      fc.property(keptBond, (bond) => {
        const rendering = format.render(bond, []);
        const found = onlyBond(format, rendering.files);
        expect(comparable(found, [])).toEqual(comparable(bond, rendering.untilReboot));
      }),
    );
  });

  test('written once more, nothing changes', () => {
    fc.assert(
      fc.property(keptBond, (bond) => {
        const once = format.render(bond, []);
        expect(format.render(bond, once.files)).toEqual({ ...once, files: [], removed: [] });
      }),
    );
  });

  test('an edit from one bond to another has the options and ports of the other', () => {
    fc.assert(
      fc.property(keptBond, keptBond, (one, other) => {
        const next = { ...other, name: one.name };
        const before = format.render(one, []).files;
        const rendering = format.render(next, before);
        const found = onlyBond(format, written(before, rendering));
        expect(found.mode).toBe(next.mode);
        // A line that says it already stays, although networkd does not send it in this mode.
        expect(special(found, rendering.untilReboot)).toEqual(special(next, rendering.untilReboot));
        expect(found.ports.map((port) => port.name).sort()).toEqual(
          next.ports.map((port) => port.name).sort(),
        );
      }),
    );
  });

  test('a bond withdrawn leaves no bond', () => {
    fc.assert(
      fc.property(keptBond, (bond) => {
        const { files } = format.render(bond, []);
        const after = written(files, format.withdraw(bond.name, files));
        expect(format.adopt(after)).toEqual({ bonds: [], problems: [] });
        expect(format.described(after)).not.toContain(bond.name);
      }),
    );
  });

  test('no text makes it throw', () => {
    const words = fc.constantFrom(
      '[NetDev]',
      '[Match]',
      '[Bond]',
      'Name=',
      'Kind=bond',
      'a: &a',
      '*a',
      '{',
      '[',
      '\n',
      '  ',
      '- ',
      '<<: ',
      'bonds:',
      'network:',
      'bond0',
      '\\\n',
      ...optionNames,
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words).map((list) => list.join('')),
      fc.array(words).map((list) => list.join('\n')),
    );
    fc.assert(
      fc.property(keptBond, text, text, (bond, a, b) => {
        const [{ folder }] = format.places as [(typeof format.places)[number]];
        const names =
          format.backend === 'networkd' ? ['10-a.netdev', '10-b.network'] : ['10-a.yaml', '20-b.yaml'];
        const files = [a, b].map((one, index) => ({ path: `${folder}/${names[index] ?? ''}`, text: one }));
        format.adopt(files);
        format.render(bond, files);
        format.withdraw(bond.name, files);
        format.described(files);
      }),
    );
  });
});
