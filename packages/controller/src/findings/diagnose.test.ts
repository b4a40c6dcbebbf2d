import { readdirSync, readFileSync } from 'node:fs';
import type { BondState } from '@bondctl/proto/model/bond';
import { formatSubject, type RankedFinding } from '@bondctl/proto/model/finding';
import type { HostId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { examined, findingsIn, lacpWith, type World } from '../../../../test/fakes/fake-patients.ts';
import { name } from '../../../../test/fakes/fake-report.ts';
import { diagnose, type Examination } from './diagnose.ts';
import { noMac } from './lacp-words.ts';

const said = (findings: readonly RankedFinding[]) =>
  findings.map(({ rule, subject, consequenceOf }) =>
    [`${formatSubject(subject)}: ${rule}`, ...(consequenceOf === null ? [] : [consequenceOf.rule])].join(
      ' < ',
    ),
  );

function answer(examination: Examination, about?: string) {
  const found = diagnose(examination, about);
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

const alone = { id: 1, ports: 1, actorKey: 9, partnerKey: 1, partnerMac: noMac };
const halfDone: World = {
  hosts: {
    alpha: lacpWith('beta', { aggregator: alone, minLinks: 2 }),
    beta: { bond: { miimonMs: 0 } },
    gamma: { bond: { miimonMs: 0 } },
  },
  link: {},
};

describe('a diagnosis', () => {
  test('shows what follows from the other end under its cause', () => {
    expect(said(findingsIn(halfDone))).toEqual([
      'drbd: link-modes-differ',
      'alpha/sync0: lacp-no-partner < link-modes-differ',
      'alpha/sync0: lacp-aggregators-differ < lacp-no-partner',
      'alpha/sync0: lacp-min-links-unmet < lacp-aggregators-differ',
      'beta/sync0: no-link-monitoring',
      'gamma/sync0: no-link-monitoring',
    ]);
  });

  test('of a host has its links, and nothing of others', () => {
    const { findings, lookedAt, about } = answer(examined(halfDone), 'beta');
    expect(said(findings)).toEqual(['drbd: link-modes-differ', 'beta/sync0: no-link-monitoring']);
    expect([about, lookedAt]).toEqual(['beta', { hosts: 1, bonds: 1, links: 1 }]);
  });

  test('of a link has both ends and no third', () => {
    const { findings, lookedAt } = answer(examined(halfDone), 'drbd');
    expect(said(findings)).toHaveLength(5);
    expect(lookedAt).toEqual({ hosts: 2, bonds: 2, links: 1 });
  });

  test('of a host that no spec names is made like any other', () => {
    const { findings } = answer(examined({ hosts: { gamma: { bond: { miimonMs: 0 } } } }), 'gamma');
    expect(said(findings)).toEqual(['gamma/sync0: no-link-monitoring']);
  });

  test('sees the other host also where one is asked about', () => {
    const hosts = { alpha: {}, beta: { devices: { sync0: { mac: '02:00:00:00:61:01' } } } };
    const { findings } = answer(examined({ hosts }), 'beta');
    expect(said(findings)).toEqual(['beta/sync0: mac-on-two-hosts']);
  });

  test('does not look at who is not connected or has not reported, and says since when', () => {
    const whole = examined(halfDone);
    const states = ['lost', 'suspect', 'connected'] as const;
    const hosts = whole.hosts.map((one, nth) => ({
      ...one,
      presence: states[nth] ?? ('unknown' as const),
      lastSeenUnixMs: nth === 1 ? undefined : 90_000,
      report: states[nth] === 'connected' ? undefined : one.report,
    }));
    const { findings, lookedAt, notLookedAt } = answer({ ...whole, hosts });
    expect([findings, lookedAt]).toEqual([[], { hosts: 0, bonds: 0, links: 0 }]);
    expect(notLookedAt).toEqual([
      { host: 'alpha', presence: 'lost', sinceUnixMs: 90_000 },
      { host: 'beta', presence: 'suspect', sinceUnixMs: null },
      { host: 'gamma', presence: 'connected', sinceUnixMs: 90_000 },
    ]);
    expect(answer({ ...whole, hosts }, 'drbd').notLookedAt).toHaveLength(2);
  });

  test('of a name that nothing has lists what there is', () => {
    expect(diagnose(examined(halfDone), 'drdb')).toEqual({
      ok: false,
      error: 'There is no host or link called "drdb"; there are drbd, alpha, beta, gamma.',
    });
    expect(diagnose({ atUnixMs: 1, hosts: [], spec: undefined }, 'a')).toMatchObject({
      error: 'There is no host or link called "a"; no host has joined yet.',
    });
  });
});

describe('a text of a real driver', () => {
  const root = new URL('../../../../test/fixtures/proc-bonding/', import.meta.url);
  const recorded = readdirSync(root).filter((folder) => folder.startsWith('v'));

  /** What is said of a host of which only this text is known. */
  function rulesOf(folder: string): readonly string[] {
    const text = readFileSync(new URL(`${folder}/state.json`, root), 'utf8');
    const { value } = JSON.parse(text) as { value: BondState };
    const [patient] = examined({ hosts: { alpha: { bond: { ...value, name: name('sync0') } } } }).hosts;
    if (patient === undefined) throw new Error('there is no host');
    const hosts = [{ ...patient, host: 'alpha' as HostId }];
    const { findings } = answer({ atUnixMs: 1, hosts, spec: undefined });
    return [...new Set(findings.map(({ rule }) => rule))];
  }

  test('leads to these rules', () => {
    expect(
      Object.fromEntries(recorded.map((folder) => [folder, rulesOf(folder).join(' ')])),
    ).toMatchInlineSnapshot(`
      {
        "v2.6.1-balance-rr-documentation": "",
        "v3.4.0-802.3ad-two-aggregators": "lacp-aggregators-differ",
        "v3.4.0-active-backup-arp": "",
        "v3.5.0-802.3ad-no-active-aggregator": "",
        "v3.7.1-802.3ad-masked": "bond-one-port",
        "v5.10-active-backup-masked": "port-down",
        "v6.1-802.3ad-churned": "lacp-no-partner lacp-aggregators-differ lacp-churned",
        "v6.1-802.3ad-no-partner": "lacp-no-partner lacp-aggregators-differ",
        "v6.1-802.3ad-no-ports": "bond-no-ports",
        "v6.1-802.3ad-not-root": "",
        "v6.1-802.3ad-one-port-down": "port-down",
        "v6.1-802.3ad-partner": "",
        "v6.1-802.3ad-passive": "lacp-no-partner lacp-aggregators-differ",
        "v6.1-active-backup-arp-monitoring": "port-down",
        "v6.1-active-backup-fail-over-mac": "",
        "v6.1-active-backup-going-back": "port-changing",
        "v6.1-active-backup-going-down": "port-changing",
        "v6.1-active-backup-none-active": "port-down",
        "v6.1-active-backup-primary": "",
        "v6.1-balance-alb-one-port-down": "port-down",
        "v6.1-balance-rr-after-failures": "",
        "v6.1-balance-rr-all-up": "",
        "v6.1-balance-rr-bond-down": "no-link-monitoring",
        "v6.1-balance-rr-no-monitoring": "no-link-monitoring",
        "v6.1-balance-rr-no-ports": "bond-no-ports",
        "v6.1-balance-rr-one-port-down": "port-down",
        "v6.1-balance-rr-unknown-speed": "bond-one-port",
        "v6.1-balance-tlb-all-up": "",
        "v6.1-balance-xor-layer34": "",
        "v6.1-broadcast-all-up": "",
        "v6.8-802.3ad-churned": "lacp-no-partner lacp-churned bond-one-port",
      }
    `);
  });
});
