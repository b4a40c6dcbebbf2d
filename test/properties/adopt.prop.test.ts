import { desiredName } from '@bondctl/proto/model/bond';
import type { AddressState, BondConfig, HostReport } from '@bondctl/proto/model/host';
import { bondModes, parseMode } from '@bondctl/proto/model/mode';
import type { HostId, IfName } from '@bondctl/proto/model/names';
import { type OptionName, type OptionValues, optionNames } from '@bondctl/proto/model/options';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { optionsFor } from '../../packages/agent/src/transaction/options.ts';
import { planHost } from '../../packages/agent/src/transaction/plan.ts';
import { adopted, bondsOf, found } from '../../packages/controller/src/adopt/adopted.ts';
import { facing, type Segment } from '../../packages/controller/src/adopt/facing.ts';
import type { HostSeen } from '../../packages/controller/src/adopt/seen.ts';
import { parseSpec } from '../../packages/controller/src/spec/parse.ts';
import { createFakeHost } from '../fakes/fake-host.ts';
import { bondReport } from '../fakes/fake-report.ts';
import * as words from './words.ts';

const cidr = fc.oneof(
  words.text,
  fc.constantFrom('10.9.0.1/24', '10.9.0.2/24', '10.8.0.0/24', 'fd00::1/64', 'fe80::1/64', '10.7.0.1/32'),
);
const address: fc.Arbitrary<AddressState> = fc.record({
  cidr,
  origin: fc.constantFrom('static', 'kernel', 'dynamic'),
});

/** What kernels hold and what no kernel holds, in every option. */
const optionValue = fc.oneof(words.text, fc.constantFrom('0', '1', '100', 'all', 'fast', '10.0.0.9', 'none'));
const options = fc
  .dictionary(fc.constantFrom<OptionName>(...optionNames), optionValue, { maxKeys: 6 })
  .map((values) => values as OptionValues);

const config: fc.Arbitrary<BondConfig> = fc.record({
  name: words.ifName,
  mode: fc.oneof(fc.constantFrom(...bondModes), words.text),
  options,
  ports: words.few(words.ifName),
});

/** A host with bonds that have devices, and everything else by chance. */
const report: fc.Arbitrary<HostReport> = fc
  .tuple(
    words.report,
    fc.uniqueArray(config, { maxLength: 3, selector: ({ name }) => name }),
    fc.array(address, { maxLength: 4 }),
    fc.constantFrom(1500, 9000, 20),
  )
  .map(([base, bonds, addresses, mtu]) => {
    const [like] = bondReport().state.interfaces;
    const interfaces = bonds.flatMap(({ name }) =>
      like === undefined ? [] : [{ ...like, name, mtu, addresses }],
    );
    return { ...base, state: { ...base.state, bonds, interfaces } };
  });

const seen = (host: string, report: HostReport, files: HostSeen['files']): HostSeen => ({
  host: host as HostId,
  labels: {},
  report,
  isConnected: true,
  files,
});

/** The spec of hosts, with every bond in one segment, whether or not it is. */
function adopt(hosts: readonly HostSeen[]) {
  const all = found(hosts);
  const bonds = bondsOf(all);
  const segments: readonly Segment[] = [
    ...facing(bonds),
    ...(bonds.length > 1 ? [{ bonds, medium: 'switched', sentences: ['# [x]: {'] } as const] : []),
  ];
  return adopted(all, segments, ['said\nabove: ['], []);
}

function specOf(text: string): ClusterSpec {
  const parsed = parseSpec(text, 'adopted.yaml');
  if (parsed.ok) return parsed.value;
  throw new Error(
    `${parsed.error.map((one) => `${one.line}: ${one.path} ${one.message}`).join('\n')}\n${text}`,
  );
}

/** Whatever is written of a host is what it holds. */
function expectKernelsWord({ desires }: ClusterSpec, host: HostId, { state }: HostReport): void {
  for (const desire of desires.find((one) => one.host === host)?.bonds ?? []) {
    const held = state.bonds.find(({ name }) => name === desiredName(desire));
    const device = state.interfaces.find(({ name }) => name === desiredName(desire));
    if (desire.state === 'absent' || held === undefined) throw new Error('this bond is not there');
    const { mode, ports, options: said, mtu, addresses } = desire.spec;
    expect([mode, ports]).toEqual([parseMode(held.mode), held.ports]);
    for (const [name, value] of Object.entries(said)) expect(value).toBe(held.options[name as OptionName]);
    if (mtu !== null) expect(mtu).toBe(device?.mtu);
    const own = device?.addresses.filter(({ origin }) => origin === 'static').map((one) => one.cidr);
    if (addresses !== null) expect(addresses).toEqual(own);
  }
}

test('whatever hosts have becomes a spec that reads without a mistake, and says the same when written again', () => {
  fc.assert(
    fc.property(report, report, words.described, (a, b, files) => {
      const hosts = [
        seen('alpha', a, { ok: true, value: files }),
        seen('beta', b, { ok: false, error: 'no' }),
      ];
      const view = adopt(hosts);
      const spec = specOf(view.text);
      expect(adopt(hosts).text).toBe(view.text);
      const names = spec.desires.flatMap(({ host, bonds }) =>
        bonds.flatMap((one) => (one.state === 'present' ? [`${host}/${one.spec.name}`] : [])),
      );
      const written = view.bonds.filter((one) => one.isWritten).map((one) => `${one.host}/${one.bond}`);
      expect(new Set(names)).toEqual(new Set(written));
      for (const { host, report } of hosts) expectKernelsWord(spec, host, report);
    }),
    { numRuns: 150 },
  );
});

const values: Readonly<Partial<Record<OptionName, readonly string[]>>> = {
  miimon: ['0', '50', '100', '1000'],
  xmit_hash_policy: ['layer2', 'layer3+4', 'encap2+3'],
  lacp_rate: ['slow', 'fast'],
  min_links: ['0', '1'],
  resend_igmp: ['1', '5'],
  fail_over_mac: ['none', 'active'],
  primary_reselect: ['always', 'failure'],
  all_slaves_active: ['0', '1'],
  num_grat_arp: ['1', '3'],
};
const kernelOptions = fc
  .subarray(Object.keys(values) as OptionName[])
  .chain((names) =>
    fc
      .tuple(...names.map((name) => fc.constantFrom(...(values[name] ?? []))))
      .map((picked) => Object.fromEntries(names.map((name, at) => [name, picked[at]])) as OptionValues),
  );

test('a host has nothing to do for the spec that was adopted from it, by its own planner', () => {
  const kernel = fc.record({
    mode: fc.constantFrom(...bondModes),
    options: kernelOptions,
    mtu: fc.constantFrom(1500, 9000),
    addresses: fc.subarray(['10.9.0.1/24', 'fd00::1/64']),
    ports: fc.subarray(['eth2', 'eth3', 'eth4'], { minLength: 1 }),
  });
  fc.assert(
    fc.property(kernel, ({ mode, options: wanted, mtu, addresses, ports }) => {
      const host = createFakeHost(['eth2', 'eth3', 'eth4'].map((name) => ({ name })));
      const bond = 'sync0' as IfName;
      const spec = {
        name: bond,
        mode,
        options: optionsFor(mode, wanted),
        mtu,
        addresses,
        ports: ports as unknown as readonly [IfName],
      };
      const desire = { state: 'present', spec, allowControlPath: false } as const;
      const policy = { interfaces: ['*'] };
      const made = planHost(host.state(), [desire], policy);
      expect(made.refusals).toEqual([]);
      for (const { step } of made.steps) host.take(step);
      const reported = { ...bondReport([]), state: host.state(), bonds: host.bonds() };
      const text = adopt([seen('alpha', reported, { ok: false, error: 'no' })]).text;
      const [own] = specOf(text).desires;
      expect(planHost(host.state(), own?.bonds ?? [], policy)).toMatchObject({ steps: [], refusals: [] });
      expect(own?.bonds).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
});
