import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { Disturbance, IperfRun, RunFault, RunVerdict } from '@bondctl/proto/model/linktest';
import { expect, test } from 'vitest';
import { figuresOf, testPlanOf } from '../../../../test/fakes/fake-test.ts';
import type { Asked } from './orders.ts';
import { begin, type Sequence, step } from './sequence.ts';

const good: RunVerdict = { ok: true, figures: figuresOf() };
const bad = (fault: RunFault): RunVerdict => ({ ok: false, fault, message: fault });
const run = (role: IperfRun['role']): IperfRun => ({
  role,
  version: '3.12',
  command: [],
  document: '',
  exit: { kind: 'code', code: 0 },
  ending: 'finished',
});
const end = { samples: [], vitals: null, surroundings: null };

/** A test whose first run ends like this, and whose server ended for others, or did not. */
function play(verdict: RunVerdict, disturbance: Disturbance | null) {
  let [state, queue]: readonly [Sequence, readonly Asked[]] = begin(testPlanOf());
  const asked: string[] = [];
  for (let [next] = queue; next !== undefined; [next] = queue) {
    if (next.order.kind !== 'probe') asked.push(next.order.kind);
    const outcome = answer(next, verdict, disturbance);
    const [after, more] = step(state, { type: 'answered', ...next, outcome, nowMs: 0 });
    [state, queue] = [after, [...queue.slice(1), ...more]];
  }
  return { asked, state };
}

function answer({ order }: Asked, verdict: RunVerdict, disturbance: Disturbance | null): CommandOutcome {
  switch (order.kind) {
    case 'probe':
      return { kind: 'probed', probe: { ...order, sent: 4, received: 4, complaint: null } };
    case 'serve':
      return { kind: 'serving', port: 5300, version: '3.12' };
    case 'measure':
      return { kind: 'measured', verdict, run: run('client'), latency: null, ...end };
    case 'collect':
      return { kind: 'collected', disturbance, run: run('server'), ...end };
    case 'cancel':
      return { kind: 'cancelled', test: order.test };
    default:
      return order satisfies never;
  }
}

const lost = { fault: 'port-down', message: 'eth1 lost its carrier' } as const;

test.each<[string, RunVerdict]>([
  ['whole', good],
  ['cut off', bad('interrupted')],
  ['a silent network', bad('network')],
  ['no data', bad('no-data')],
])(
  'what the client took for %s is void, and is not tried again, where the far end ended it for others',
  (_name, verdict) => {
    const { asked, state } = play(verdict, lost);
    expect(asked).toEqual(['serve', 'measure', 'collect']);
    expect(state).toMatchObject({
      phase: 'done',
      found: { run: { ok: false, ...lost }, server: { role: 'server' } },
    });
  },
);

test.each(['port-down', 'others-traffic'] as const)(
  'what the client ended itself (%s) is not tried again',
  (fault) => {
    for (const disturbance of [null, lost]) {
      const { asked, state } = play(bad(fault), disturbance);
      expect(asked).toEqual(['serve', 'measure', 'collect']);
      expect(state).toMatchObject({ phase: 'done', found: { run: bad(fault) } });
    }
  },
);
