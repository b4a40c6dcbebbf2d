import { expect, test } from 'vitest';
import { whyNotChange } from './may-change.ts';

const live = { kind: 'live', heardUnixMs: 0 } as const;
const lost = { kind: 'lost', heardUnixMs: 0, why: '' } as const;
const ada = { operator: 'ada', rights: 'change', expiresUnixMs: null } as const;
const grace = { operator: 'grace', rights: 'read', expiresUnixMs: null } as const;

test('only who may change, while the controller answers, can', () => {
  expect(whyNotChange(ada as never, live)).toBeNull();
  expect(whyNotChange(ada as never, lost)).toContain('does not answer');
  expect(whyNotChange(grace as never, live)).toContain('grace may read only');
  expect(whyNotChange(null, live)).toContain('Sign in');
});
