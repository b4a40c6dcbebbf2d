import { readFileSync } from 'node:fs';
import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { RunVerdict } from '@bondctl/proto/model/linktest';
import { unwatched } from '@bondctl/proto/model/vitals';
import { describe, expect, test } from 'vitest';
import { testPlanOf } from '../../../../test/fakes/fake-test.ts';
import type { Asked } from './orders.ts';
import { begin, type Sequence, step } from './sequence.ts';

const plan = testPlanOf();
const recorded = (name: string): RunVerdict => {
  const file = new URL(`../../../../test/fixtures/iperf3/${name}/case.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { verdict: RunVerdict }).verdict;
};

function answer({ order }: Asked, verdict: RunVerdict): CommandOutcome {
  if (order.kind === 'probe')
    return { kind: 'probed', probe: { ...order, sent: 4, received: 4, complaint: null } };
  if (order.kind === 'serve') return { kind: 'serving', port: 20_111, version: '3.12' };
  const exit = { kind: 'code', code: 0 } as const;
  const run = {
    role: 'client',
    version: '3.12',
    command: [],
    document: '',
    exit,
    ending: 'finished',
  } as const;
  return { kind: 'measured', verdict, run, samples: [], ...nobodyWatched };
}
const nobodyWatched = { vitals: null, latency: null, surroundings: unwatched.surroundings.receiver };

/** The test after its first run ended like this. */
function afterFirst(verdict: RunVerdict): Sequence['phase'] {
  let [state, queue] = begin(plan);
  while (state.phase === 'probing' || state.phase === 'serving' || state.phase === 'measuring') {
    const [asked, ...rest] = queue;
    if (asked === undefined) break;
    const [next, more] = step(state, {
      type: 'answered',
      ...asked,
      outcome: answer(asked, verdict),
      nowMs: 0,
    });
    [state, queue] = [next, [...rest, ...more]];
  }
  return state.phase;
}

describe('what iperf3 of every version says of a first attempt', () => {
  const versions = ['3.9', '3.12', '3.18', '3.22'];
  const happened = [
    'refused',
    'filtered',
    'busy',
    'server-killed',
    'client-of-terminated-server',
    'stolen-waiting-client',
    'cport-taken',
  ];
  const passing = versions.flatMap((version) => happened.map((what) => `${version}-${what}`));
  test.each(passing)('%s: it is void, and there is a second', (name) => {
    expect(afterFirst(recorded(name))).toBe('clearing');
  });

  const lasting = versions.flatMap((version) => [`${version}-frozen-server`, `${version}-udp-filtered`]);
  test.each(lasting)('%s: a second would cost the same time for the same end', (name) => {
    expect(afterFirst(recorded(name))).toBe('collecting');
  });
});
