import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { applied, macOf, readBack } from '../../../../test/fakes/fake-bonds.ts';
import { bondReport } from '../../../../test/fakes/fake-report.ts';
import { changeOf } from '../../../../test/properties/pair-walk.ts';
import { hostsOf } from './pair/state.ts';
import { failureCounts, soakComplaints } from './soak.ts';

const change = changeOf('two-hosts-direct.yaml');
const [alpha, beta] = hostsOf(change);

/** What both hosts report, changed for one of them. */
function reports(edit: (report: HostReport, host: HostId) => HostReport | undefined = (report) => report) {
  return (host: HostId): HostReport | undefined => {
    const desired = change.set.participants.find((one) => one.host === host)?.desired ?? [];
    const other = hostsOf(change).find((one) => one !== host) ?? host;
    const read = readBack(host, applied(new Map(), desired), (bond) => macOf(other, bond));
    return edit({ ...bondReport(), ...read }, host);
  };
}

const ports = (
  report: HostReport,
  over: Partial<HostReport['bonds'][number]['ports'][number]>,
): HostReport => ({
  ...report,
  bonds: report.bonds.map((bond) => ({
    ...bond,
    ports: bond.ports.map((port) => (port.name === 'eth3' ? { ...port, ...over } : port)),
  })),
});

const complaints = (after: ReturnType<typeof reports>) =>
  soakComplaints([change], failureCounts([change], reports()), after);

describe('a committed wave that is watched', () => {
  test('and stays as it was verified has no complaint', () => {
    expect(complaints(reports())).toEqual([]);
  });

  test.each([
    [
      'a host that went away',
      reports((report, host) => (host === beta ? undefined : report)),
      [`${beta} does not answer`],
    ],
    [
      'a port that is down',
      reports((report, host) => (host === alpha ? ports(report, { miiStatus: 'down' }) : report)),
      ['alpha/sync0: the port eth3 is down'],
    ],
    [
      'a port that failed and came back',
      reports((report, host) => (host === alpha ? ports(report, { linkFailureCount: 1 }) : report)),
      ['alpha/sync0 eth3 lost its link'],
    ],
  ])('%s', (_what, after, expected) => {
    expect(complaints(after)).toEqual(expected);
  });

  test('a bond whose MTU somebody changed', () => {
    const smaller = reports((report, host) => ({
      ...report,
      state: {
        ...report.state,
        interfaces: report.state.interfaces.map((one) => (host === alpha ? { ...one, mtu: 1500 } : one)),
      },
    }));
    expect(complaints(smaller)).toEqual([
      'alpha/sync0 has MTU 1500 and beta/sync0 9000; both ends must agree',
    ]);
  });
});
