import type { OptionName, OptionValues } from '@bondctl/proto/model/options';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format, TextFile } from '../../packages/agent/src/persist/format.ts';
import { ifupdown } from '../../packages/agent/src/persist/formats/ifupdown.ts';
import { ifupdown2 } from '../../packages/agent/src/persist/formats/ifupdown2.ts';
import type { KeptBond } from '../../packages/agent/src/persist/kept.ts';
import { delays } from '../../packages/agent/src/transaction/options.ts';
import { written } from '../golden/persist-cases.ts';
import { asRead, keptBond } from './kept-bonds.ts';

const main = '/etc/network/interfaces';

/** Files that a bond may find: none, one that takes in others in either way, one with an address on a port. */
const found = (bond: KeptBond): fc.Arbitrary<readonly TextFile[]> => {
  const port = bond.ports[0].name;
  return fc.constantFrom(
    [],
    [{ path: main, text: 'source /etc/network/interfaces.d/*\n' }],
    [{ path: main, text: 'source-directory interfaces.d\n\nauto lo\niface lo inet loopback\n' }],
    [{ path: main, text: `# people\nauto ${port}\niface ${port} inet dhcp\n\thostname a\n` }],
  );
};

/** Files that describe the bond already: its ports name it, it repeats itself, it has other addresses. */
const describing = ({ name, ports: [{ name: port }] }: KeptBond): fc.Arbitrary<readonly TextFile[]> =>
  fc
    .constantFrom(
      `auto ${port} ${name}\niface ${port} inet manual\n\tbond-master ${name}\n\tbond-primary ${port}\n` +
        `iface ${name} inet static\n\taddress 192.0.2.1\n\tnetmask 255.255.255.0\n\tbond-slaves none\n\tbond-mode 1\n`,
      `iface ${name} inet dhcp\n\tbond_slaves ${port} \\\n\t\tother0\n\tbond-miimon 5\n\tbond-miimon 6\n# people\n`,
      `iface ${name} inet6 static\naddress fd00::1/64\nbond-mode 802.3ad\nbond-lacp-rate 1\nbond-slaves ${port}\n` +
        `\niface ${name} inet static\naddress 192.0.2.1/24\nup ip addr add 192.0.2.2/24 dev ${name}\n`,
    )
    .map((text) => [{ path: main, text }]);

const worlds = keptBond.chain((bond) => found(bond).map((files) => ({ bond, files })));

/** A bond in files, as they were found or as they were written. */
const others = keptBond.chain((bond) =>
  fc.oneof(
    describing(bond).map((before) => ({ bond, before, isThere: true })),
    found(bond).map((before) => ({ bond, before, isThere: false })),
  ),
);

/** The files once the bond is in them. */
const rendered = (format: Format, bond: KeptBond, files: readonly TextFile[]) =>
  written(files, format.render(bond, files));

/** Both programs set the mode too late for delays, so files say what the mode would give. */
const monitored = (options: OptionValues): OptionValues =>
  delays.some((option) => Number(options[option] ?? '0') > 0) ? { miimon: '100', ...options } : options;

/** A bond as files can say it: what is named as lost is lost, ports are names, and families of addresses stand apart. */
function said(bond: KeptBond, untilReboot: readonly string[]): KeptBond {
  const lost = new Set(untilReboot);
  const kept = Object.entries(monitored(bond.options)).filter(([option]) => !lost.has(option as OptionName));
  const sorted = (list: readonly string[]) => [...list].sort();
  const routes = (list: KeptBond['routes']) => [...list].sort((a, b) => (a.text < b.text ? -1 : 1));
  const read = asRead(bond);
  const [first, ...rest] = bond.ports.map((port) => ({
    name: port.name,
    identity: { by: 'name' as const },
    infiniband: false,
  }));
  return {
    ...read,
    options: Object.fromEntries(kept),
    ports: [first as KeptBond['ports'][0], ...rest],
    addresses: { ...read.addresses, cidrs: sorted(bond.addresses.cidrs) },
    routes: routes(bond.routes),
    vlans: bond.vlans
      .filter(({ name, id }) => !lost.has(`VLAN ${name} (${id})`))
      .map((one) => ({ ...one, addresses: sorted(one.addresses), routes: routes(one.routes) })),
    bridge: bond.bridge && {
      ...bond.bridge,
      addresses: sorted(bond.bridge.addresses),
      routes: routes(bond.bridge.routes),
    },
  };
}

const adopted = (format: Format, bond: KeptBond, files: readonly TextFile[]): KeptBond | undefined =>
  format.adopt(files).bonds.find((one) => one.bond.name === bond.name)?.bond;

describe.each([ifupdown, ifupdown2])('$backend', (format) => {
  test('a bond is read as it was written, apart from what is said to be lost', () => {
    fc.assert(
      fc.property(worlds, ({ bond, files }) => {
        const { untilReboot } = format.render(bond, files);
        const read = adopted(format, bond, rendered(format, bond, files));
        expect(read && said(read, [])).toEqual(said(bond, untilReboot));
      }),
    );
  });

  test('written once more, nothing changes', () => {
    fc.assert(
      fc.property(worlds, ({ bond, files }) => {
        expect(format.render(bond, rendered(format, bond, files)).files).toEqual([]);
      }),
    );
  });

  test('one bond becomes another: its mode, options, ports and named addresses', () => {
    fc.assert(
      fc.property(others, keptBond, ({ bond, before: files, isThere }, wanted) => {
        // A bond is no port of itself, and no bridge below itself.
        fc.pre(!JSON.stringify(wanted).includes(`"${bond.name}"`));
        const next = { ...wanted, name: bond.name, addresses: { ...wanted.addresses, named: true } };
        const before = isThere ? files : rendered(format, bond, files);
        const { untilReboot } = format.render(next, before);
        const there = rendered(format, next, before);
        const read = adopted(format, next, there);
        expect(format.render(next, there).files).toEqual([]);
        const { mode, options, addresses } = said(next, untilReboot);
        expect(read && said(read, [])).toMatchObject({ mode, addresses });
        expect(read && said(read, []).options).toEqual(options);
        expect(read?.ports.map(({ name }) => name).sort()).toEqual(next.ports.map(({ name }) => name).sort());
      }),
    );
  });

  test('without the bond, none of it is left, and the rest is', () => {
    fc.assert(
      fc.property(worlds, ({ bond, files }) => {
        const there = rendered(format, bond, files);
        const without = written(there, format.withdraw(bond.name, there));
        expect(format.described(without)).not.toContain(bond.name);
        expect(format.adopt(without)).toEqual({ bonds: [], problems: [] });
        expect(format.withdraw(bond.name, without).files).toEqual([]);
      }),
    );
  });

  test('no text makes it throw', () => {
    const word = fc.constantFrom(
      'iface',
      'auto',
      'bond0',
      'inet',
      'bond-slaves',
      'source',
      '\\',
      '#',
      '\n',
      '[',
      '*',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, text, keptBond, (one, other, bond) => {
        const files = [
          { path: '/etc/network/interfaces', text: `source /etc/network/interfaces.d/*\n${one}` },
          { path: '/etc/network/interfaces.d/other', text: other },
        ];
        format.adopt(files);
        format.described(files);
        format.render(bond, files);
        format.withdraw(bond.name, files);
      }),
    );
  });
});
