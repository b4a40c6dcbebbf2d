import { processNow } from '@bondctl/proto/metrics/process-now';
import type { HostId } from '@bondctl/proto/model/names';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { agentFamilies } from '../metrics/families.ts';
import { startListener } from '../metrics/listener.ts';
import { createPage } from '../metrics/page.ts';
import { startTextfile } from '../metrics/textfile.ts';
import { createTrouble } from '../metrics/trouble.ts';
import { wayOf } from '../metrics/way.ts';
import type { Observer } from '../observe/observer.ts';
import type { Transactions } from '../transaction/runner.ts';
import type { Uplink } from '../uplink/uplink-parts.ts';
import type { Machine } from './machine.ts';

/** What figures are read off, and how they may leave. */
export interface MetricsParts {
  readonly machine: Machine;
  readonly config: Config;
  readonly log: Log;
  readonly host: HostId;
  readonly observer: Observer;
  readonly transactions: Transactions;
  readonly uplink: Uplink;
}

/** Shows metrics the way the host's owner named; returns what ends that. */
export function startMetrics(parts: MetricsParts): () => Promise<void> {
  const { machine, config, log, observer } = parts;
  const page = createPage(machine.clock, () => agentFamilies(sightOf(parts)));
  const trouble = createTrouble(
    (thrown) => log.warn({ err: thrown }, 'metrics cannot be shown as agent.yaml says; it is tried again'),
    () => log.info({}, 'metrics are shown again'),
  );
  const way = wayOf(config.metrics);
  switch (way.kind) {
    case 'nowhere':
      return () => Promise.resolve();
    case 'listen':
      return startListener({ ...machine, ...way, page, trouble });
    case 'textfile': {
      const onChange = (listener: () => void) => observer.onReport(listener);
      return startTextfile({ ...machine, ...way, page, trouble, onChange });
    }
    default:
      return way satisfies never;
  }
}

const sightOf = ({ host, observer, transactions, uplink }: MetricsParts) => ({
  host,
  report: observer.latest(),
  lookedUnixMs: observer.lookedUnixMs(),
  phase: transactions.current()?.phase ?? ('idle' as const),
  uplink: {
    connected: uplink.connected(),
    sinceUnixMs: uplink.sinceUnixMs(),
    eventsWaiting: uplink.events().waiting,
    eventsLost: uplink.events().lost,
  },
  process: processNow(),
});
