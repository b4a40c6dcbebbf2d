import { type BondDesire, desiredTuning } from '@bondctl/proto/model/bond';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import { describe, expect, test } from 'vitest';
import { applied, type Bonds, readBack, stepsTo } from '../../../../test/fakes/fake-bonds.ts';
import { bondReport } from '../../../../test/fakes/fake-report.ts';
import { planChanges } from '../plan/changes.ts';
import { parseSpec } from '../spec/parse.ts';
import { writeSpec } from '../spec/write.ts';
import { desiresBefore } from './before.ts';
import { undoSpec } from './undo.ts';

function specOf(text: string): ClusterSpec {
  const parsed = parseSpec(text, 'cluster.yaml');
  if (!parsed.ok) throw new Error(`${parsed.error.map((one) => one.message).join('; ')}\n${text}`);
  return parsed.value;
}

const pair = (mode: string, rest = ''): string => `version: 1
hosts: { alpha: {}, beta: {} }
bonds:
  sync0: { hosts: [alpha, beta], ports: [eth2, eth3], mode: ${mode}, options: { miimon: 100${mode === '802.3ad' ? ', lacp_rate: fast' : ''} }, mtu: 9000, addresses: { alpha: [10.9.0.1/24], beta: [10.9.0.2/24] } }
links:
  drbd: { ends: [alpha/sync0, beta/sync0], medium: direct, expect: { throughput: { atLeast: 90% } } }
rollout: { canary: [drbd] }
${rest}`;

const nobody = () => '00:00:00:00:00:00';

/** The plan of a spec for hosts that have these bonds, and what it would have to lead back to. */
function begun(spec: ClusterSpec, had: Readonly<Record<string, Bonds>>) {
  const bondsOf = (host: HostId): Bonds => had[host] ?? new Map();
  const plan = planChanges(
    spec,
    spec.desires.map(({ host, bonds }) => ({
      host,
      kind: 'plan',
      plan: { steps: stepsTo(bondsOf(host), bonds), refusals: [], notes: [], basis: '' },
    })),
  );
  const reportOf = (host: HostId): HostReport => ({
    ...bondReport(),
    ...readBack(host, bondsOf(host), nobody),
  });
  return desiresBefore(plan, reportOf);
}

const bondsOf = (spec: ClusterSpec): Readonly<Record<string, Bonds>> =>
  Object.fromEntries(spec.desires.map(({ host, bonds }) => [host, applied(new Map(), bonds)]));

const shape = (spec: ClusterSpec) =>
  spec.desires.map(({ host, bonds }) => [
    host,
    ...bonds.map((bond: BondDesire) =>
      bond.state === 'absent' ? `no ${bond.name}` : `${bond.spec.name} ${bond.spec.mode}`,
    ),
  ]);

describe('an undo', () => {
  const first = specOf(pair('802.3ad'));
  const second = specOf(pair('balance-rr'));

  test('of a first rollout takes away what it made', () => {
    const before = begun(first, {});
    const back = undoSpec({ spec: first, before, previous: undefined });
    expect(shape(back)).toEqual([
      ['alpha', 'no sync0'],
      ['beta', 'no sync0'],
    ]);
    expect(back.links).toEqual([]);
  });

  test('of a later one is the revision before, proven as that expected it and without canaries', () => {
    const before = begun(second, bondsOf(first));
    const back = undoSpec({ spec: second, before, previous: first });
    expect(shape(back)).toEqual(shape(first));
    expect(back.links).toEqual(first.links);
    expect(back.rollout.canary).toEqual([]);
  });

  test('of bonds that no revision had before is proven by its path MTU alone', () => {
    const back = undoSpec({ spec: second, before: begun(second, bondsOf(first)), previous: undefined });
    expect(back.links.map((link) => link.expect)).toEqual([
      { throughput: null, pathMtu: true, retransmitsAtMostPercent: null },
    ]);
  });

  test('leaves out a link whose old ends did not agree, and hosts that were not changed as they are', () => {
    const mixed = { ...bondsOf(first), beta: bondsOf(specOf(pair('active-backup')))['beta'] ?? new Map() };
    const back = undoSpec({ spec: second, before: begun(second, mixed), previous: undefined });
    expect(shape(back)).toEqual([
      ['alpha', 'sync0 802.3ad'],
      ['beta', 'sync0 active-backup'],
    ]);
    expect(back.links).toEqual([]);
    const half = begun(second, { ...bondsOf(first), beta: bondsOf(second)['beta'] ?? new Map() });
    expect(shape(undoSpec({ spec: second, before: half, previous: undefined }))).toEqual([
      ['alpha', 'sync0 802.3ad'],
      ['beta', 'sync0 balance-rr'],
    ]);
  });

  const tuned = (tuning: string) =>
    specOf(pair('balance-rr').replace('mtu: 9000,', `mtu: 9000, tuning: { ${tuning} },`));
  const tuningsOf = (spec: ClusterSpec) =>
    spec.desires.map(({ bonds }) => bonds.map((desire) => desiredTuning(desire)));

  test('leads back to the settings beside the driver that the rollout changed, read from its steps', () => {
    const wanted = tuned('tcp_reordering: 127, tso: off, gro: off');
    const had = bondsOf(tuned('tcp_reordering: 9, gro: off'));
    const back = undoSpec({ spec: wanted, before: begun(wanted, had), previous: undefined });
    const value = { tcp_reordering: '9', tso: 'on', gro: 'off' };
    expect(tuningsOf(back)).toEqual([[value], [value]]);
    expect(specOf(writeSpec(back))).toEqual({ ...back, meshes: [] });
  });

  test('of a bond that was made leads the host and the ports back, which outlive it', () => {
    const wanted = tuned('tcp_reordering: 127, tso: off, gro: off');
    const back = undoSpec({ spec: wanted, before: begun(wanted, {}), previous: undefined });
    expect(shape(back)[0]).toEqual(['alpha', 'no sync0']);
    expect(tuningsOf(back)[0]).toEqual([{ tcp_reordering: '3', gro: 'on' }]);
    expect(specOf(writeSpec(back))).toEqual({ ...back, meshes: [] });
  });

  test('is a text that reads as what it was written from', () => {
    const back = undoSpec({ spec: second, before: begun(second, bondsOf(first)), previous: first });
    const read = specOf(writeSpec(back, ['What was before.']));
    expect(read).toEqual({ ...back, meshes: [] });
  });
});
