import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Parts } from './api/ports.ts';
import { needsPerson } from './api/sight.ts';
import { keepHealing } from './heal/healer.ts';
import type { Hub } from './hub/hub-parts.ts';
import { createDriftRecorder } from './record/drift-recorder.ts';
import type { Rollouts } from './rollout/runner.ts';

/** What is needed to see drift, and to heal it where the spec says so. */
export interface DriftParts {
  readonly parts: Parts;
  readonly hub: Pick<Hub, 'onReport' | 'presence' | 'report'>;
  readonly rollouts: Rollouts;
  readonly log: Logger;
}

/** Records the drift that hosts report, and heals what the accepted spec lets heal, until the controller stops. */
export async function watchDrift({ parts, hub, rollouts, log }: DriftParts): Promise<void> {
  const { recorder, store, stopping, nowUnixMs } = parts;
  const onError = (thrown: unknown) => log.error({ err: thrown }, 'drift could not be recorded');
  const drift = await createDriftRecorder({ recorder, onError });
  hub.onReport((host, report) => drift.take(host, report));
  for (const { host } of await store.identity.hosts()) {
    // It may have come while the facts were read.
    const report = hub.report(host);
    if (report !== undefined) drift.take(host, report);
  }
  void keepHealing(
    {
      standing: drift.standing,
      agents: hub,
      store: store.rollouts,
      events: recorder,
      record: recorder.record,
      changes: rollouts,
      needsPerson: () => needsPerson(parts),
      clock: { nowUnixMs, sleep: (ms) => sleep(ms, undefined, { ref: false }) },
      log,
    },
    stopping,
  );
}
