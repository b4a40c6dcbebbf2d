// Why hosts of a rollout are as they are: answers in place of the API's.
import type { HostId } from '@bondctl/proto/model/names';
import type { Blocker, WhyView } from '@bondctl/proto/model/why';
import { sceneUnixMs } from './scene.ts';

const why = (subject: string, ...blockers: readonly Blocker[]): WhyView => ({
  subject,
  atUnixMs: sceneUnixMs,
  revision: 7,
  hosts: [
    {
      host: subject as HostId,
      presence: 'connected',
      lastSeenUnixMs: sceneUnixMs,
      committed: 6,
      bonds: [],
      steps: [],
      transaction: null,
    },
  ],
  link: null,
  blockers,
  needsPerson: false,
  next: '',
});

const waits = (who: string, sentence: string): Blocker => ({
  who,
  sentence,
  sinceUnixMs: sceneUnixMs - 12_000,
  needsPerson: false,
  next: 'Wait: "bondctl rollout watch ro_fake12345" tells how it ends.',
});

/** What the hosts of a rollout that is under way wait for. */
export const waitingHosts: Readonly<Record<string, object>> = {
  '/v1/why?subject=delta': why(
    'delta',
    waits('epsilon', 'Transaction tx_fake12345 holds the host and is verifying: LACP has no partner yet.'),
  ),
  '/v1/why?subject=epsilon': why(
    'epsilon',
    waits('epsilon', 'Transaction tx_fake12345 holds the host and is verifying: LACP has no partner yet.'),
  ),
  '/v1/why?subject=gamma': why(
    'gamma',
    waits('ro_fake12345', 'Its proof over store waits for a quiet link.'),
  ),
};
