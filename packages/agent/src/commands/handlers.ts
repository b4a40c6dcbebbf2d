import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { Described } from '@bondctl/proto/model/described';
import type { Config } from '../config.ts';
import type { OverBudget } from '../linktest/budget.ts';
import type { MeasureOrder, ServeOrder } from '../linktest/outcomes.ts';
import type { LinkTests } from '../linktest/runner.ts';
import type { Transactions } from '../transaction/runner.ts';
import type { Handlers } from '../uplink/dispatch.ts';

/** The owner's budget as runs use it. */
export interface Budget {
  /** Books a run before it begins; resolves with what stands against it. */
  book(order: ServeOrder | MeasureOrder): Promise<OverBudget | undefined>;
  /** Takes back what was booked for a run that was refused. */
  giveBack(order: ServeOrder | MeasureOrder): Promise<void>;
}

/** What orders are carried out with. */
export interface HandlerParts {
  readonly config: Config;
  readonly transactions: Transactions;
  readonly linkTests: LinkTests;
  readonly budget: Budget;
  /** What configuration files say of the bonds. */
  readonly describe: () => Promise<Described>;
  /** Called when a transaction was worked on: what is known of the host is old. */
  readonly onChange: () => void;
}

type Verb = Config['allow']['verbs'][number];

const refused = (subject: string, message: string): Promise<CommandOutcome> =>
  Promise.resolve({ kind: 'refused', code: 'policy', refusals: [{ subject, message }] });

/** Asks only where the host's owner lets it be asked. */
function when(config: Config, verb: Verb, ask: () => Promise<CommandOutcome>): Promise<CommandOutcome> {
  if (config.allow.verbs.includes(verb)) return ask();
  return refused(
    'allow.verbs',
    `The owner of this host does not allow \`${verb}\`; agent.yaml there says so.`,
  );
}

/** A run within the owner's budget, which it uses up unless it is refused. */
function within(
  { config, budget }: HandlerParts,
  order: ServeOrder | MeasureOrder,
  ask: () => Promise<CommandOutcome>,
): Promise<CommandOutcome> {
  return when(config, 'test', async () => {
    const against = await budget.book(order);
    if (against !== undefined) return refused(against.subject, against.message);
    const outcome = await ask();
    if (outcome.kind === 'refused') await budget.giveBack(order);
    return outcome;
  });
}

/**
 * Where orders meet what carries them out. The owner's word is asked before anything begins; what ends something that
 * has begun (confirm, roll back, forget, collect, cancel) is never refused by it.
 */
export function createHandlers(parts: HandlerParts): Handlers {
  const { config, transactions, linkTests, describe, onChange } = parts;
  const changing = async (outcome: Promise<CommandOutcome>): Promise<CommandOutcome> => {
    try {
      return await outcome;
    } finally {
      onChange();
    }
  };
  return {
    plan: ({ desired }) =>
      when(config, 'change', async () => ({ kind: 'planned', plan: await transactions.plan(desired) })),
    prepare: (order) => when(config, 'change', () => changing(transactions.prepare(order))),
    apply: (order) => when(config, 'change', () => changing(transactions.apply(order))),
    confirm: (order) => changing(transactions.confirm(order)),
    rollBack: (order) => changing(transactions.rollBack(order)),
    forget: (order) => changing(transactions.forget(order)),
    probe: (order) => when(config, 'test', () => linkTests.probe(order)),
    serve: (order) => within(parts, order, () => linkTests.serve(order)),
    measure: (order) => within(parts, order, () => linkTests.measure(order)),
    collect: (order) => linkTests.collect(order),
    cancel: (order) => linkTests.cancel(order),
    describe: () => when(config, 'observe', async () => ({ kind: 'described', ...(await describe()) })),
  };
}
