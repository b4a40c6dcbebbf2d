import type { IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { figuresOf, testPlanOf } from '../../../../test/fakes/fake-test.ts';
import { checkSpread } from './spread.ts';

const balanced = {
  sourcePort: 11_000,
  kind: 'balanced',
  why: null,
  planned: [{ port: 'eth1' as IfName, streams: 1 }],
} as const;
const from = (sourcePort: number) =>
  figuresOf({ streams: [{ sourcePort, serverPort: 20_111, sentBytes: 1e6 }] });

describe('what was planned of the streams', () => {
  test.each([
    ['stands where they left from the chosen ports', from(11_000)],
    ['stands where the document does not name them', figuresOf()],
    ['stands where nothing was measured', null],
  ])('%s', (_what, figures) => {
    expect(checkSpread(testPlanOf(), balanced, figures, [])).toMatchObject({
      kind: 'balanced',
      planned: balanced.planned,
    });
  });

  test('is void where they left from others, as both ways with iperf3 before 3.12', () => {
    expect(checkSpread(testPlanOf(), balanced, from(40_000), [])).toMatchObject({
      kind: 'unplanned',
      why: expect.stringContaining('3.12'),
      planned: [],
    });
  });
});
