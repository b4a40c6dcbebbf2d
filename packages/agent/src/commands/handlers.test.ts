import type { CommandOutcome, Order } from '@bondctl/proto/model/command';
import { expect, test } from 'vitest';
import { type Config, defaultConfig } from '../config.ts';
import { overBudget } from '../linktest/budget.ts';
import type { LinkTests } from '../linktest/runner.ts';
import type { Transactions } from '../transaction/runner.ts';
import { dispatch } from '../uplink/dispatch.ts';
import { createHandlers } from './handlers.ts';

/** Carries out one order under the owner's word and says what was asked of whom. */
async function asked(
  config: Partial<Config>,
  order: object,
  answer: CommandOutcome = { kind: 'failed', message: 'only asked' },
): Promise<readonly [CommandOutcome['kind'], readonly string[]]> {
  const calls: string[] = [];
  const called = (name: string) => {
    calls.push(name);
    return Promise.resolve(answer);
  };
  const every = <T>() => new Proxy({}, { get: (_, name) => () => called(String(name)) }) as T;
  const { budgets } = { ...defaultConfig, ...config };
  const handlers = createHandlers({
    config: { ...defaultConfig, ...config },
    transactions: every<Transactions>(),
    linkTests: every<LinkTests>(),
    budget: {
      book: async (order) => {
        const seconds = order.kind === 'serve' ? order.seconds : order.parameters.seconds;
        const wanted = { class: order.parameters?.class ?? 'measure', seconds, bytes: 0 } as const;
        return overBudget(budgets, { day: 0, seconds: 0, bytes: 0 }, wanted, 0);
      },
      giveBack: async () => void calls.push('give back'),
    },
    describe: async () => {
      await called('describe');
      return { bonds: [], problems: [] };
    },
    onChange: () => calls.push('look again'),
  });
  const outcome = await dispatch(handlers, order as Order);
  return [outcome.kind, calls];
}

const only = (...verbs: Config['allow']['verbs']) => ({ allow: { interfaces: ['*'], verbs } });

test.each([
  [{ kind: 'plan' }, 'planned', ['plan']],
  [{ kind: 'prepare' }, 'failed', ['prepare', 'look again']],
  [{ kind: 'apply' }, 'failed', ['apply', 'look again']],
  [{ kind: 'confirm' }, 'failed', ['confirm', 'look again']],
  [{ kind: 'rollBack' }, 'failed', ['rollBack', 'look again']],
  [{ kind: 'forget' }, 'failed', ['forget', 'look again']],
  [{ kind: 'probe' }, 'failed', ['probe']],
  [{ kind: 'serve', seconds: 10 }, 'failed', ['serve']],
  [{ kind: 'measure', parameters: { seconds: 10 } }, 'failed', ['measure']],
  [{ kind: 'collect' }, 'failed', ['collect']],
  [{ kind: 'cancel' }, 'failed', ['cancel']],
  [{ kind: 'describe' }, 'described', ['describe']],
])('%j is carried out where everything is allowed', async (order, kind, calls) => {
  expect(await asked({}, order)).toEqual([kind, calls]);
});

test.each(['plan', 'prepare', 'apply'])('%s is refused where changes are not allowed', async (kind) => {
  expect(await asked(only('observe', 'test'), { kind })).toEqual(['refused', []]);
});

test.each([
  { kind: 'probe' },
  { kind: 'serve', seconds: 1 },
  { kind: 'measure', parameters: { seconds: 1 } },
])('%j is refused where tests are not allowed', async (order) => {
  expect(await asked(only('observe', 'change'), order)).toEqual(['refused', []]);
});

test('describe is refused where nothing may be observed', async () => {
  expect(await asked(only('change', 'test'), { kind: 'describe' })).toEqual(['refused', []]);
});

test.each(['confirm', 'rollBack', 'forget', 'collect', 'cancel'])(
  '%s ends what has begun, whatever the owner says now',
  async (kind) => expect((await asked(only(), { kind }))[1]).toContain(kind),
);

test('a run over the budget is refused', async () => {
  const budgets = { ...defaultConfig.budgets, testSeconds: 30 };
  expect(await asked({ budgets }, { kind: 'serve', seconds: 30 })).toEqual(['failed', ['serve']]);
  expect(await asked({ budgets }, { kind: 'serve', seconds: 31 })).toEqual(['refused', []]);
  expect(await asked({ budgets }, { kind: 'measure', parameters: { seconds: 31 } })).toEqual(['refused', []]);
});

test('what was booked for a run that the host refused is given back', async () => {
  const busy = { kind: 'refused', code: 'busy', refusals: [] } as const;
  expect(await asked({}, { kind: 'serve', seconds: 3 }, busy)).toEqual(['refused', ['serve', 'give back']]);
});

test('stress is refused unless the owner names it', async () => {
  const stress = { kind: 'measure', parameters: { seconds: 1, class: 'stress' } };
  expect(await asked({}, stress)).toEqual(['refused', []]);
  const budgets = { ...defaultConfig.budgets, testClasses: ['stress' as const] };
  expect(await asked({ budgets }, stress)).toEqual(['failed', ['measure']]);
});
