import type { Fact } from '@bondctl/proto/model/event';
import { expect, test } from 'vitest';
import { concerns, eventLine } from './fact-words.ts';

const fact = (words: object) => words as Fact;
const lineOf = (words: object) => eventLine({ id: 1, atUnixMs: 50, actor: 'controller', fact: fact(words) });

test.each<[object, object]>([
  [
    {
      type: 'linkEventSeen',
      host: 'alpha',
      bond: 'sync0',
      port: 'eth3',
      what: 'mii',
      before: 'up',
      after: 'down',
    },
    { subject: 'alpha/sync0 eth3', sentence: 'mii went from up to down', tone: 'down', atUnixMs: 50 },
  ],
  [
    {
      type: 'linkEventSeen',
      host: 'alpha',
      bond: 'sync0',
      port: null,
      what: 'mii',
      before: 'down',
      after: 'up',
      cause: 'carrier',
      happenedUnixMs: 40,
    },
    {
      subject: 'alpha/sync0',
      tone: 'ok',
      atUnixMs: 40,
      sentence: expect.stringContaining('carrier') as unknown,
    },
  ],
  [
    { type: 'hostStuck', host: 'alpha', rollout: 'ro_1', why: 'set mode failed' },
    { subject: 'alpha', sentence: 'host stuck: set mode failed', tone: 'down' },
  ],
  [
    { type: 'linkTested', link: 'drbd', passed: true, sentence: '' },
    { subject: 'drbd', tone: 'ok' },
  ],
  [
    { type: 'revisionAccepted', revision: 3 },
    { subject: null, sentence: 'revision accepted', tone: null },
  ],
  // A fact that this dashboard is too old to know.
  [
    { type: 'somethingNewSeen', host: 'beta' },
    { subject: 'beta', sentence: 'something new seen', tone: null },
  ],
])('%j', (words, line) => {
  expect(lineOf(words)).toMatchObject(line);
});

test('an event is news of a link by its name, or by an end', () => {
  const ends = [{ host: 'alpha', bond: 'sync0' }];
  expect(concerns(fact({ type: 'linkTested', link: 'drbd' }), 'drbd', ends)).toBe(true);
  expect(concerns(fact({ type: 'driftSeen', host: 'alpha', bond: 'sync0' }), 'drbd', ends)).toBe(true);
  expect(concerns(fact({ type: 'hostConnected', host: 'alpha' }), 'drbd', ends)).toBe(true);
  expect(concerns(fact({ type: 'driftSeen', host: 'alpha', bond: 'store0' }), 'drbd', ends)).toBe(false);
  expect(concerns(fact({ type: 'linkTested', link: 'other' }), 'drbd', ends)).toBe(false);
});
