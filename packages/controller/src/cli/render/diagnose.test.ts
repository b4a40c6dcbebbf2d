import { expect, test } from 'vitest';
import { examined, lacpWith, type World } from '../../../../../test/fakes/fake-patients.ts';
import { diagnose, type Examination } from '../../findings/diagnose.ts';
import { renderDiagnosis } from './diagnose.ts';
import { plain } from './paint.ts';

function text(examination: Examination, about?: string): string {
  const found = diagnose(examination, about);
  return found.ok ? renderDiagnosis(found.value, plain) : found.error;
}

const away = (world: World): Examination => {
  const whole = examined(world);
  return {
    ...whole,
    hosts: whole.hosts.map((one) => ({ ...one, presence: 'lost', lastSeenUnixMs: 40_000 })),
  };
};

test('when all is well one sentence says so', () => {
  expect(text(examined({ hosts: { alpha: {}, beta: {} }, link: {} }))).toBe(
    'All is well: 2 hosts, 2 bonds and 1 link looked at, nothing found.\n',
  );
});

test('nothing that was not looked at is well', () => {
  expect(text(away({ hosts: { alpha: {} } }))).toBe(
    'alpha: not looked at: it is not connected, last heard 60 s ago\nNothing was looked at.\n',
  );
  expect(text({ atUnixMs: 1, hosts: [], spec: undefined })).toMatch(/^No host has joined yet\./);
});

test('a finding has its evidence and its advice, and what follows from it stands below', () => {
  const alone = { id: 1, ports: 1, actorKey: 9, partnerKey: 1, partnerMac: '00:00:00:00:00:00' };
  const hosts = { alpha: lacpWith('beta', { aggregator: alone, minLinks: 2 }), beta: {} };
  expect(text(examined({ hosts, link: {} }), 'drbd')).toMatchInlineSnapshot(`
    "drbd
      fault link-modes-differ: The ends run different modes, as after a change that reached one of them only.
        - /proc/net/bonding/sync0 on alpha: mode 802.3ad
        - /proc/net/bonding/sync0 on beta: mode balance-rr
        Do: Give both ends one mode; "bondctl plan" shows the way.
        Source: https://docs.kernel.org/networking/bonding.html
        so fault lacp-no-partner: alpha/sync0: Nobody answers LACP on alpha/sync0: the channel is missing at the other end, or static.
          - /proc/net/bonding/sync0 on alpha: partner MAC 00:00:00:00:00:00
        so fault lacp-aggregators-differ: alpha/sync0: Only one aggregator of alpha/sync0 carries traffic, and not all of its ports are in it.
          - /proc/net/bonding/sync0 on alpha: active aggregator 1, number of ports 1
          - /proc/net/bonding/sync0 on alpha: eth2 aggregator 1
          - /proc/net/bonding/sync0 on alpha: eth3 aggregator 1
        so fault lacp-min-links-unmet: alpha/sync0: alpha/sync0 has no carrier: 1 of its ports work together, min_links wants 2.
          - /proc/net/bonding/sync0 on alpha: min links 2, 1 ports in the active aggregator

    4 faults; 2 hosts, 2 bonds and 1 link looked at.
    "
  `);
});
