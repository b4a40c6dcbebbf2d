import type { BondState } from '@bondctl/proto/model/bond';
import type { Judgement } from '@bondctl/proto/model/linktest';
import type { HostId, IfName, LinkName, TestId } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import { expect, test } from 'vitest';
import { judgementOf } from '../../../../test/fakes/fake-test.ts';
import type { ChangeSet } from '../plan/plan.ts';
import { type EndSight, type HostSight, passedAll, passedLink, verifyAll } from './evidence.ts';

const name = 'b0' as IfName;
const hosts = ['alpha', 'beta'] as HostId[];
const macs: Readonly<Record<string, string>> = { alpha: '02:00:00:00:00:0a', beta: '02:00:00:00:00:0b' };
const other = (host: string) => (host === 'alpha' ? 'beta' : 'alpha');

const bond = (host: string): BondState =>
  ({
    name,
    ports: ['eth2', 'eth3'].map((port) => ({ name: port, miiStatus: 'up', lacp: { aggregatorId: 1 } })),
    lacp: { systemMac: macs[host], aggregator: { id: 1, ports: 2, partnerMac: macs[other(host)] } },
  }) as unknown as BondState;
const end = (host: HostId): EndSight => ({
  end: { host, bond: name },
  mtu: 9000,
  macs: [macs[host] ?? ''],
  bond: bond(host),
});
const sight = (host: HostId): HostSight => ({ host, differences: [], ends: [end(host)] });

const link = (medium: Link['medium']): Link => ({
  name: 'ab' as LinkName,
  ends: [
    { host: 'alpha' as HostId, bond: name },
    { host: 'beta' as HostId, bond: name },
  ],
  medium,
  declared: null,
  expect: { throughput: null, pathMtu: true, retransmitsAtMostPercent: null },
});
const set = (medium: Link['medium'] = 'direct', participants = hosts): ChangeSet =>
  ({
    participants: participants.map((host) => ({
      host,
      desired: [
        {
          state: 'present',
          allowControlPath: false,
          spec: { name, mode: '802.3ad', ports: ['eth2', 'eth3'] },
        },
      ],
    })),
    links: [link(medium)],
  }) as unknown as ChangeSet;

/** Both hosts as they should be, with beta's end changed. */
const withBeta = (change: (end: EndSight) => EndSight): readonly HostSight[] =>
  hosts.map((host) => (host === 'beta' ? { ...sight(host), ends: [change(end(host))] } : sight(host)));
const withBond = (change: (bond: BondState) => object) =>
  withBeta((one) => ({ ...one, bond: { ...bond('beta'), ...change(bond('beta')) } as BondState }));
const withAggregator = (aggregator: object) =>
  withBond((one) => ({ lacp: { ...one.lacp, aggregator: { ...one.lacp?.aggregator, ...aggregator } } }));

test('both as they should be: evidence of every participant', () => {
  const verified = verifyAll(set(), hosts.map(sight), []);
  expect(verified).toEqual({ ok: true, value: [{ host: 'alpha' }, { host: 'beta' }] });
});

test('an end that does not change is looked at too', () => {
  expect(
    verifyAll(set('direct', ['alpha' as HostId]), [sight('alpha' as HostId)], [end('beta' as HostId)]).ok,
  ).toBe(true);
  expect(verifyAll(set('direct', ['alpha' as HostId]), [sight('alpha' as HostId)], [])).toMatchObject({
    error: [expect.stringContaining('beta/b0 is not shown by its host')],
  });
});

test.each<[string, readonly HostSight[], RegExp]>([
  ['a host that is missing', [sight('alpha' as HostId)], /beta has not read its change back/],
  [
    'a difference',
    hosts.map((host) => ({
      ...sight(host),
      differences: host === 'beta' ? [{ path: 'b0.mtu', wanted: '9000', found: '1500' }] : [],
    })),
    /beta: b0.mtu shall be 9000 and is 1500/,
  ],
  ['another MTU', withBeta((one) => ({ ...one, mtu: 1500 })), /alpha\/b0 has MTU 9000 and beta\/b0 1500/],
  ['a bond that is not there', withBeta((one) => ({ ...one, bond: null })), /beta\/b0 is not there/],
  ['no port', withBond(() => ({ ports: [] })), /beta\/b0 has no port/],
  [
    'a port down',
    withBond((one) => ({ ports: one.ports.map((port) => ({ ...port, miiStatus: 'down' })) })),
    /the port eth2 is down/,
  ],
  [
    'a port in another aggregator',
    withBond((one) => ({
      ports: one.ports.map((port, index) => ({ ...port, lacp: { aggregatorId: index + 1 } })),
    })),
    /the port eth3 is outside the active LACP aggregator/,
  ],
  [
    'no aggregator',
    withBond((one) => ({ lacp: { ...one.lacp, aggregator: null } })),
    /shows no LACP aggregator/,
  ],
  ['nobody at the other end', withAggregator({ partnerMac: '00:00:00:00:00:00' }), /nobody answers LACP/],
  [
    'somebody else at the other end',
    withAggregator({ partnerMac: '02:00:00:00:00:0c' }),
    /the LACP partner is 02:00:00:00:00:0c, which is not alpha\/b0/,
  ],
])('%s is told', (_what, sights, message) => {
  const verified = verifyAll(set(), sights, []);
  expect(verified.ok).toBe(false);
  if (!verified.ok) expect(verified.error.join('. ')).toMatch(message);
});

test('behind a switch the LACP partner is the switch', () => {
  expect(verifyAll(set('switched'), withAggregator({ partnerMac: '02:00:00:00:00:0c' }), []).ok).toBe(true);
});

const judgement = (passed: boolean, ...sentences: string[]): Judgement =>
  judgementOf(passed, {
    verdicts: sentences.map((sentence) => ({ expectation: 'throughput', held: 'inconclusive', sentence })),
  });

test('a test that did not pass is no evidence, and says why', () => {
  const [ab, test1] = ['ab' as LinkName, 'test_00000001' as TestId];
  expect(passedLink(ab, test1, judgement(true))).toEqual({ ok: true, value: { link: ab, test: test1 } });
  expect(passedLink(ab, test1, judgement(false, 'too slow', 'too many'))).toEqual({
    ok: false,
    error: 'too slow; too many',
  });
  expect(passedLink(ab, test1, judgement(false))).toEqual({
    ok: false,
    error: 'the test of ab did not pass',
  });
});

test('the proof is there when every link passed', () => {
  const passed = { link: 'ab' as LinkName, test: 'test_00000001' as TestId };
  expect(passedAll(set(), [])).toBeUndefined();
  expect(passedAll(set(), [passed])).toEqual({ links: [passed] });
  expect(passedAll({ ...set(), links: [] }, [])).toEqual({ links: [] });
});
