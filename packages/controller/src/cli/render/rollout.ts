import type { RolloutView } from '@bondctl/proto/model/view';
import type { Paint, Tone } from './paint.ts';
import { table } from './table.ts';
import { age, counted, time } from './units.ts';

const tones: Readonly<Record<RolloutView['state'], Tone>> = {
  running: 'strong',
  soaking: 'strong',
  pausing: 'strong',
  paused: 'warn',
  aborting: 'warn',
  finished: 'good',
  failed: 'bad',
  aborted: 'warn',
  needsPerson: 'bad',
};

const words: Readonly<Record<RolloutView['state'], string>> = {
  running: 'running',
  soaking: 'running, watching the last wave',
  pausing: 'about to pause',
  paused: 'paused',
  aborting: 'being aborted',
  finished: 'finished',
  failed: 'failed',
  aborted: 'aborted',
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

/** The waves that have begun; a rollout of one wave of one change set needs no such line. */
function waves({ waves: begun }: RolloutView): string {
  const all = begun.at(-1)?.waves ?? 1;
  if (all === 1 && (begun[0]?.sets.length ?? 1) === 1) return '';
  const rows = begun.map(({ wave, sets }) => [`${wave} of ${all}`, sets.join(', ')]);
  return `\n${table(['WAVE', 'CHANGE SETS'], rows)}`;
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
    waves(rollout),
    hosts.length === 0 ? '' : `\n${table(['HOST', 'PHASE', ''], hosts)}`,
    proofs.length === 0 ? '' : `\n${table(['PROOF', '', ''], proofs)}`,
    `\n${counted(hosts.filter(([, phase]) => phase === 'committed').length, 'host')} committed\n`,
  ].join('');
}
