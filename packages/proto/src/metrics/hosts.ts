import type { HostReport } from '../model/host.ts';
import type { HostId } from '../model/names.ts';
import { bondsOf, bondTable, driftsOf, driftTable } from './bonds.ts';
import {
  type Definition,
  definitionsOf,
  type Family,
  familiesOf,
  gauge,
  info,
  type Table,
} from './family.ts';
import { portsOf, portTable } from './ports.ts';

/** A host with what it said last. */
export interface Heard {
  readonly host: HostId;
  readonly report: HostReport;
}

/** What runs on a host. */
export const hostInfoTable: Table<Heard> = {
  labels: ['host'],
  name: ({ host }) => [host],
  rows: [
    gauge(
      'bondctl_host_info',
      'Always 1; what runs on the host. An empty iperf3_version: none is installed.',
      ({ report }) =>
        info({
          kernel: report.kernel,
          agent_version: report.agentVersion,
          iperf3_version: report.iperf3Version ?? '',
        }),
      'kernel',
      'agent_version',
      'iperf3_version',
    ),
  ],
};

/** The metrics of bonds and their ports, whoever serves them. */
export const reportDefinitions: readonly Definition[] = [
  ...definitionsOf(bondTable),
  ...definitionsOf(driftTable),
  ...definitionsOf(portTable),
];

/** The bonds and ports of what hosts said last. */
export const reportFamilies = (heard: readonly Heard[]): readonly Family[] => [
  ...familiesOf(bondTable, ofAll(heard, bondsOf)),
  ...familiesOf(driftTable, ofAll(heard, driftsOf)),
  ...familiesOf(portTable, ofAll(heard, portsOf)),
];

const ofAll = <S>(
  heard: readonly Heard[],
  read: (host: HostId, report: HostReport) => readonly S[],
): readonly S[] => heard.flatMap(({ host, report }) => read(host, report));
