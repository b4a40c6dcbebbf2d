import type { OptionName } from '@bondctl/proto/model/options';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format, TextFile } from '../../packages/agent/src/persist/format.ts';
import { ifcfg } from '../../packages/agent/src/persist/formats/ifcfg.ts';
import { keyfile } from '../../packages/agent/src/persist/formats/keyfile.ts';
import type { KeptBond, KeptPort, KeptRoute } from '../../packages/agent/src/persist/kept.ts';
import { written } from '../golden/persist-cases.ts';
import { asRead, keptBond, optionsOf } from './kept-bonds.ts';

/** What is left of a bond when it is read from files that could not hold some of it. */
function heldBy(bond: KeptBond, untilReboot: readonly string[]): KeptBond {
  const lost = new Set(untilReboot);
  const routes = (list: readonly KeptRoute[]) => list.filter(({ text }) => !lost.has(`route ${text}`));
  const port = (one: KeptPort): KeptPort =>
    [...lost].some((text) => text.startsWith(`${one.name} by `)) ? { ...one, identity: { by: 'name' } } : one;
  const cidrs = bond.addresses.cidrs.filter((cidr) => !lost.has(`address ${cidr}`));
  return asRead({
    ...bond,
    options: heldOptions(bond, lost),
    ports: bond.ports.map(port) as unknown as KeptBond['ports'],
    addresses: { ...bond.addresses, cidrs },
    routes: routes(bond.routes),
    vlans: bond.vlans.map((one) => ({ ...one, routes: routes(one.routes) })),
    bridge: bond.bridge && {
      ...bond.bridge,
      routes: routes(bond.bridge.routes),
      otherPorts: bond.bridge.otherPorts.filter((one) => !lost.has(`${one} in ${bond.bridge?.name}`)),
    },
  });
}

const heldOptions = (bond: KeptBond, lost: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(bond.options).filter(([option]) => !lost.has(option)));

const linesOf = (files: readonly TextFile[]) =>
  files.flatMap(({ text }) => text.split('\n').filter((line) => line.startsWith('# of people')));

/** Files as people have them: with a remark between any two lines. */
const remarked = (files: readonly TextFile[]): readonly TextFile[] =>
  files.map(({ path, text }) => ({
    path,
    text: text
      .split('\n')
      .map((line, index) => `${line}\n# of people ${index}`)
      .join('\n'),
  }));

describe.each([keyfile, ifcfg] satisfies Format[])('files of $backend', (format) => {
  const readBack = (files: readonly TextFile[], name: string) => {
    const { bonds, problems } = format.adopt(files);
    expect(problems).toEqual([]);
    expect(bonds.map((one) => one.bond.name)).toEqual([name]);
    return asRead(bonds[0]?.bond as KeptBond);
  };

  test('give back the bond they were written for', () => {
    fc.assert(
      fc.property(keptBond, (bond) => {
        const { files, untilReboot } = format.render(bond, []);
        expect(readBack(files, bond.name)).toEqual(heldBy(bond, untilReboot));
      }),
      { numRuns: 150 },
    );
  });

  test('are not written again for the same bond', () => {
    fc.assert(
      fc.property(keptBond, (bond) => {
        const first = format.render(bond, []);
        expect(format.render(bond, first.files)).toEqual({ ...first, files: [], removed: [] });
      }),
      { numRuns: 100 },
    );
  });

  test('take the mode and the options of another bond and keep what people wrote', () => {
    const change = keptBond.chain((bond) => {
      const ports = bond.ports.map((port) => port.name);
      return fc.record({ bond: fc.constant(bond), options: optionsOf(bond.mode, ports) });
    });
    fc.assert(
      fc.property(change, ({ bond, options }) => {
        const files = remarked(format.render(bond, []).files);
        const next = { ...bond, options };
        const rendering = format.render(next, files);
        const after = written(files, rendering);
        expect(readBack(after, bond.name).options).toEqual(heldOptions(next, new Set(rendering.untilReboot)));
        expect(linesOf(after).sort()).toEqual(linesOf(files).sort());
      }),
      { numRuns: 100 },
    );
  });

  test('do not know a bond that was withdrawn, and describe NICs still where people did', () => {
    fc.assert(
      fc.property(keptBond, fc.boolean(), (bond, ours) => {
        const first = format.render(bond, []).files;
        const files = ours ? first : first.map(({ path, text }) => ({ path, text: `# Mine.\n${text}` }));
        const after = written(files, format.withdraw(bond.name, files));
        expect(format.adopt(after)).toEqual({ bonds: [], problems: [] });
        expect(format.described(after).has(bond.name)).toBe(false);
        const ports = bond.ports.flatMap(({ name, identity }) => (identity.by === 'name' ? [name] : []));
        expect(ports.every((port) => format.described(after).has(port) !== ours)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('are read without a throw, whatever they say', () => {
    const damage = fc.tuple(
      keptBond,
      fc.nat({ max: 600 }),
      fc.nat({ max: 60 }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(damage, ([bond, from, length, by]) => {
        const files = format.render(bond, []).files.map(({ path, text }) => ({
          path,
          text: text.slice(0, from) + by + text.slice(from + length),
        }));
        for (const { path, line } of format.adopt(files).problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          const text = files.find((one) => one.path === path)?.text ?? '';
          expect(line).toBeLessThanOrEqual(text.split('\n').length);
        }
        const after = written(files, format.render(bond, files));
        expect(format.adopt(after).bonds.some((one) => one.bond.name === bond.name)).toBe(true);
        format.withdraw(bond.name, files);
        format.described(files);
      }),
      { numRuns: 150 },
    );
  });
});

test('every option of the kernel is written by some bond', () => {
  const seen = new Set<OptionName>();
  for (const bond of fc.sample(keptBond, 300))
    for (const option of Object.keys(bond.options)) seen.add(option as OptionName);
  expect(seen.size).toBeGreaterThan(25);
});
