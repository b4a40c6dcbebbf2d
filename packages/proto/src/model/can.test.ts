import { expect, test } from 'vitest';
import { rolloutActions, whyNot } from './can.ts';
import { rolloutStates } from './view.ts';

test('what can be done with a rollout, and the sentence where it cannot', () => {
  const table = rolloutStates.map((standing) => [
    standing,
    rolloutActions.filter((action) => whyNot(action, standing) === null).join(' '),
  ]);
  expect(table).toEqual([
    ['running', 'pause abort'],
    ['soaking', 'pause abort'],
    ['pausing', 'resume abort'],
    ['paused', 'resume abort'],
    ['aborting', ''],
    ['finished', 'undo'],
    ['failed', 'undo'],
    ['aborted', 'undo'],
    ['needsPerson', 'undo'],
  ]);
  for (const standing of rolloutStates)
    for (const action of rolloutActions)
      expect(whyNot(action, standing) ?? 'This rollout may.').toMatch(/^This rollout .+\.$/);
});
