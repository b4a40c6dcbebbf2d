import {
  counter,
  type Definition,
  definitionsOf,
  type Family,
  familiesOf,
  gauge,
  one,
  states,
  type Table,
} from '@bondctl/proto/metrics/family';
import { hostInfoTable, reportDefinitions, reportFamilies } from '@bondctl/proto/metrics/hosts';
import { type ProcessSight, processRows } from '@bondctl/proto/metrics/process';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import { type TxPhase, txPhases } from '@bondctl/proto/model/transaction';

/** How the line to the controller stands. */
export interface UplinkSight {
  readonly connected: boolean;
  /** When the session began, or ended; undefined before the first dial. */
  readonly sinceUnixMs: number | undefined;
  /** Link events that the controller has not acknowledged. */
  readonly eventsWaiting: number;
  /** Link events that went lost since the agent started: the controller is told of the gap. */
  readonly eventsLost: number;
}

/** What one agent says of itself and its host at one moment. */
export interface AgentSight {
  readonly host: HostId;
  /** undefined until the first look. */
  readonly report: HostReport | undefined;
  readonly lookedUnixMs: number | undefined;
  readonly phase: TxPhase;
  readonly uplink: UplinkSight;
  readonly process: ProcessSight;
}

const seconds = (unixMs: number | undefined): number | undefined =>
  unixMs === undefined ? undefined : unixMs / 1000;

/** What only the agent itself can say. `host` stands here too, so that a series is called the same wherever it is read. */
const agentTable: Table<AgentSight> = {
  labels: ['host'],
  name: ({ host }) => [host],
  rows: [
    gauge(
      'bondctl_agent_connected',
      'Whether the agent has a session with its controller, as the agent sees it.',
      ({ uplink }) => one(uplink.connected),
    ),
    gauge(
      'bondctl_agent_connection_since_timestamp_seconds',
      'When the session with the controller began, or ended where there is none.',
      ({ uplink }) => one(seconds(uplink.sinceUnixMs)),
    ),
    gauge(
      'bondctl_agent_events_waiting',
      'Link events that the controller has not acknowledged yet.',
      ({ uplink }) => one(uplink.eventsWaiting),
    ),
    counter(
      'bondctl_agent_events_lost_total',
      'Link events that went lost because too many waited; the controller is told of the gap.',
      ({ uplink }) => one(uplink.eventsLost),
    ),
    gauge(
      'bondctl_agent_look_timestamp_seconds',
      'When the bonds were looked at last; absent before the first look.',
      ({ lookedUnixMs }) => one(seconds(lookedUnixMs)),
    ),
    gauge(
      'bondctl_agent_transaction_phase',
      '1 for the phase of the change in hand, 0 for the others; idle where there is none.',
      ({ phase }) => states('phase', txPhases, phase),
      'phase',
    ),
    ...processRows('agent'),
  ],
};

/** Every metric that an agent can serve, in the order in which they are served. */
export const agentDefinitions: readonly Definition[] = [
  ...definitionsOf(agentTable),
  ...definitionsOf(hostInfoTable),
  ...reportDefinitions,
];

/** The metrics with their values now; those without any are among them. */
export function agentFamilies(sight: AgentSight): readonly Family[] {
  const { host, report } = sight;
  const heard = report === undefined ? [] : [{ host, report }];
  return [...familiesOf(agentTable, [sight]), ...familiesOf(hostInfoTable, heard), ...reportFamilies(heard)];
}
