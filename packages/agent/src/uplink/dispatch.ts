import type { CommandOutcome, Order } from '@bondctl/proto/model/command';
import { BondctlError } from '@bondctl/proto/model/error';

/** Who carries an order out: one function per kind. A thrown error becomes the outcome `failed`. */
export type Handlers = {
  readonly [K in Order['kind']]: (order: Extract<Order, { readonly kind: K }>) => Promise<CommandOutcome>;
};

function handle(handlers: Handlers, order: Order): Promise<CommandOutcome> {
  switch (order.kind) {
    case 'plan':
      return handlers.plan(order);
    case 'prepare':
      return handlers.prepare(order);
    case 'apply':
      return handlers.apply(order);
    case 'confirm':
      return handlers.confirm(order);
    case 'rollBack':
      return handlers.rollBack(order);
    case 'forget':
      return handlers.forget(order);
    case 'probe':
      return handlers.probe(order);
    case 'serve':
      return handlers.serve(order);
    case 'measure':
      return handlers.measure(order);
    case 'collect':
      return handlers.collect(order);
    case 'cancel':
      return handlers.cancel(order);
    case 'describe':
      return handlers.describe(order);
    default:
      return order satisfies never;
  }
}

/** Carries an order out. Always answers. */
export async function dispatch(handlers: Handlers, order: Order): Promise<CommandOutcome> {
  try {
    return await handle(handlers, order);
  } catch (thrown) {
    return { kind: 'failed', message: BondctlError.from(thrown).message };
  }
}
