import type { TxId } from '@bondctl/proto/model/names';
import { testSummary } from '@bondctl/proto/model/test-summary';
import type { RolloutView, StatusView } from '@bondctl/proto/model/view';
import { describe, expect, test } from 'vitest';
import { alpha, beta, drbd, fakeRollout, fakeSpec, fakeTest } from '../../../../../test/fakes/fake-parts.ts';
import { bond, bondReport, lacpBond, name, port } from '../../../../../test/fakes/fake-report.ts';
import type { HostSight } from '../../record/host-view.ts';
import { statusView } from '../../record/view.ts';
import { renderHosts } from './hosts.ts';
import { plain } from './paint.ts';
import { renderStatus } from './status.ts';

const at = Date.UTC(2026, 10, 23, 18, 55, 25);
const tx = 'tx_render1234' as TxId;

const sight = (host: HostSight['host'], report: HostSight['report']): HostSight => ({
  host,
  enrolledUnixMs: at,
  presence: report === undefined ? 'lost' : 'connected',
  lastSeenUnixMs: report === undefined ? undefined : at - 3000,
  report,
});

const status = (a: HostSight['report'], b: HostSight['report'], rollouts: RolloutView[] = []): StatusView =>
  statusView({
    atUnixMs: at,
    hosts: [sight(alpha, a), sight(beta, b)],
    revision: { revision: 3, spec: fakeSpec },
    tests: [testSummary(fakeTest)],
    rollouts,
    held: [],
  });

const split: RolloutView = {
  id: fakeRollout,
  revision: 3,
  startedUnixMs: at,
  endedUnixMs: at + 42_000,
  actor: 'cli:ada',
  state: 'needsPerson',
  why: 'alpha committed, beta did not answer',
  waves: [],
  hosts: [
    { host: alpha, tx, phase: 'committed', why: '' },
    { host: beta, tx, phase: 'verified', why: '' },
  ],
  proofs: [{ link: drbd.name, passed: true, test: fakeTest.id, why: '' }],
};

describe('status', () => {
  test('of a link that is well', () => {
    expect(renderStatus(status(bondReport(), bondReport()), plain)).toMatchInlineSnapshot(`
      "LINK   ENDS                       MODE         MTU    PORTS UP   LACP   LAST TEST             HEALTH
      drbd   alpha/sync0 - beta/sync0   balance-rr   9000   2/2  2/2   -      1.96 Gbit/s, 99.0 %   ok

      revision 3, 1 link, 2 hosts: ok
      "
    `);
  });

  test('of ends that differ, with a bond of its own and a rollout that needs a person', () => {
    const lonely = bond({ name: name('bond9'), ports: [port('eth8', { miiStatus: 'down' }), port('eth9')] });
    const view = status(bondReport([bond(), lonely]), bondReport([lacpBond(1, '52:54:00:aa:bb:cc')], 1500), [
      split,
    ]);
    expect(renderStatus(view, plain)).toMatchInlineSnapshot(`
      "A PERSON IS NEEDED: ro_fake12345: alpha committed, beta did not answer

      LINK   ENDS                       MODE                   MTU           PORTS UP   LACP         LAST TEST             HEALTH
      drbd   alpha/sync0 - beta/sync0   balance-rr / 802.3ad   9000 / 1500   2/2  2/2   - / broken   1.96 Gbit/s, 99.0 %   degraded

      BOND          MODE         MTU    PORTS            ADDRESSES     HEALTH
      alpha/bond9   balance-rr   9000   eth8 down eth9   10.9.0.1/24   degraded

      drbd: mode differs: alpha balance-rr, beta 802.3ad
      drbd: MTU differs: alpha 9000, beta 1500
      alpha/bond9: down: eth8
      beta/sync0: the aggregator carries 1 of 2 ports

      revision 3, 1 link, 2 hosts: degraded
      "
    `);
  });

  test('of a host that is lost', () => {
    expect(renderStatus(status(bondReport(), undefined), plain)).toMatchInlineSnapshot(`
      "LINK   ENDS                       MODE             MTU        PORTS UP   LACP    LAST TEST             HEALTH
      drbd   alpha/sync0 - beta/sync0   balance-rr / ?   9000 / ?   2/2  ?     - / ?   1.96 Gbit/s, 99.0 %   unknown

      beta: is not connected; what is shown is what it said last

      revision 3, 1 link, 2 hosts: unknown
      "
    `);
  });

  test('of an empty cluster', () => {
    const empty = statusView({
      atUnixMs: at,
      hosts: [],
      revision: undefined,
      tests: [],
      rollouts: [],
      held: [],
    });
    expect(renderStatus(empty, plain)).toMatchInlineSnapshot(`
      "No host has joined yet. "bondctl token create" prints the command to type on a server.
      "
    `);
  });
});

test('hosts', () => {
  const { hosts } = status(bondReport(), undefined);
  expect(renderHosts(hosts, at, plain)).toMatchInlineSnapshot(`
    "HOST    PRESENCE    LAST SEEN   AGENT   KERNEL   IPERF3   BONDS   TRANSACTION   HEALTH
    alpha   connected   3 s ago     0.1.0   6.1.0    3.12     sync0   -             ok
    beta    lost        never       -       -        -        -       -             unknown
    "
  `);
});

test('no hosts say what to type', () => {
  expect(renderHosts([], at, plain)).toContain('bondctl token create');
});
