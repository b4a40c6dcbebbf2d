import type { RolloutView } from '@bondctl/proto/model/view';
import type { Paint, Tone } from './paint.ts';
import { table } from './table.ts';
import { age, counted, time } from './units.ts';

const tones: Readonly<Record<RolloutView['state'], Tone>> = {
  running: 'strong',
  finished: 'good',
  failed: 'bad',
  needsPerson: 'bad',
};

const words: Readonly<Record<RolloutView['state'], string>> = {
  running: 'running',
  finished: 'finished',
  failed: 'failed',
  needsPerson: 'A PERSON IS NEEDED',
};

const state = (rollout: RolloutView, paint: Paint): string =>
  paint(tones[rollout.state], words[rollout.state]);

/** What `bondctl rollout list` prints. */
export function renderRollouts(rollouts: readonly RolloutView[], paint: Paint): string {
  if (rollouts.length === 0) return 'No rollout yet.\n';
  return table(
    ['ROLLOUT', 'REVISION', 'STARTED', 'TOOK', 'ACTOR', 'STATE', ''],
    rollouts.map((one) => [
      one.id,
      String(one.revision),
      time(one.startedUnixMs),
      one.endedUnixMs === null ? '-' : age(one.endedUnixMs - one.startedUnixMs),
      one.actor,
      state(one, paint),
      one.why,
    ]),
  );
}

/** What `bondctl rollout show` and the end of `apply` print. */
export function renderRollout(rollout: RolloutView, paint: Paint): string {
  const hosts = rollout.hosts.map((one) => [one.host, one.phase, one.why]);
  const proofs = rollout.proofs.map((one) => [
    one.link,
    one.passed ? paint('good', 'passed') : paint('bad', 'failed'),
    one.why || (one.test ?? ''),
  ]);
  const took =
    rollout.endedUnixMs === null ? '' : ` after ${age(rollout.endedUnixMs - rollout.startedUnixMs)}`;
  return [
    `rollout ${rollout.id} of revision ${rollout.revision}: ${state(rollout, paint)}${took}\n`,
    rollout.why === '' ? '' : `${rollout.why}\n`,
    hosts.length === 0 ? '' : `\n${table(['HOST', 'PHASE', ''], hosts)}`,
    proofs.length === 0 ? '' : `\n${table(['PROOF', '', ''], proofs)}`,
    `\n${counted(hosts.filter(([, phase]) => phase === 'committed').length, 'host')} committed\n`,
  ].join('');
}
