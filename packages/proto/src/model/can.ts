import type { RolloutStanding } from './view.ts';

/** What a person can do with a rollout that has begun. */
export const rolloutActions = ['pause', 'resume', 'abort', 'undo'] as const;

/** What a person can do with a rollout. */
export type RolloutAction = (typeof rolloutActions)[number];

const legal: Readonly<Record<RolloutAction, readonly RolloutStanding[]>> = {
  pause: ['running', 'soaking'],
  resume: ['paused', 'pausing'],
  abort: ['running', 'soaking', 'pausing', 'paused'],
  undo: ['finished', 'failed', 'aborted', 'needsPerson'],
};

const standings: Readonly<Record<RolloutStanding, string>> = {
  running: 'is running',
  soaking: 'is running',
  pausing: 'is about to pause',
  paused: 'is paused',
  aborting: 'is being aborted',
  finished: 'has finished',
  failed: 'has ended',
  aborted: 'was aborted',
  needsPerson: 'has ended and needs a person',
};

/** The rest of the sentence: what does help. */
const advice: Readonly<Record<RolloutAction, string>> = {
  pause: 'only a running rollout can be paused',
  resume: 'only a paused rollout can be resumed',
  abort: 'what has ended cannot be aborted, only undone',
  undo: 'wait for its end, or abort it first',
};

/** Why an action is not legal now, as a sentence; null when it is. The API enforces it, the CLI and the dashboard explain it. */
export const whyNot = (action: RolloutAction, standing: RolloutStanding): string | null =>
  legal[action].includes(standing) ? null : `This rollout ${standings[standing]}: ${advice[action]}.`;
