/** The packaged programs in the machine: a controller, the agent under its unit, and `bondctl`. */
import { writeFileSync } from 'node:fs';
import { must } from '@bondctl/lab/inside/command';
import { program } from '@bondctl/lab/inside/programs';
import { eventually } from '@bondctl/lab/inside/wait';
import type { BondView, PlanView, StatusView } from '@bondctl/proto/model/view';
import type { KeptBond } from '../../../packages/agent/src/persist/kept.ts';
import { cluster } from '../../lab/cluster/cluster.ts';
import type { Applied, ByBond, Order, Planned } from './facts.ts';
import { specOf } from './spec.ts';

const host = 'machine';

/** The product as a test drives it. */
export interface Product {
  /** The spec that describes what is there. */
  readonly adopt: () => Promise<string>;
  readonly plan: (spec: string) => Promise<Planned>;
  /** Applies what these bonds shall be; `bonds` are in the order of `orders`. */
  readonly apply: (orders: readonly Order[], bonds: readonly KeptBond[]) => Promise<Applied>;
}

type Bondctl = ReturnType<typeof cluster>['bondctl'];

function written(text: string): string {
  const path = '/tmp/spec.yaml';
  writeFileSync(path, text);
  return path;
}

async function answer<T>(bondctl: Bondctl, ...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await bondctl([...args, '--output', 'json']);
  if (code !== 0) throw new Error(`bondctl ${args.join(' ')} ended with ${code}: ${stderr}${stdout}`);
  return JSON.parse(stdout) as T;
}

async function plan(bondctl: Bondctl, spec: string): Promise<Planned> {
  const { nothingToDo, text } = await answer<PlanView>(bondctl, 'plan', '-f', written(spec));
  return { nothingToDo, text };
}

async function bondsOf(bondctl: Bondctl): Promise<readonly BondView[]> {
  const { hosts } = await answer<StatusView>(bondctl, 'status');
  return hosts.flatMap(({ bonds }) => bonds);
}

/** Waits until each bond is said to be kept; what is said in the end is judged outside. */
async function keptOf(bondctl: Bondctl, orders: readonly Order[]): Promise<ByBond<string | null>> {
  let bonds: readonly BondView[] = [];
  const keptIn = (name: string) => bonds.find((one) => one.name === name)?.kept ?? null;
  const all = async () => {
    bonds = await bondsOf(bondctl);
    return orders.every(({ first, backend }) => keptIn(first.name)?.includes(backend));
  };
  await eventually(all, { timeoutMs: 10_000 }).catch(() => undefined);
  return Object.fromEntries(orders.map(({ first: { name } }) => [name, keptIn(name)]));
}

async function apply(
  bondctl: Bondctl,
  orders: readonly Order[],
  bonds: readonly KeptBond[],
): Promise<Applied> {
  const spec = specOf(host, bonds);
  const { code, stdout, stderr } = await bondctl(['apply', '--yes', '-f', written(spec)]);
  const kept = await keptOf(bondctl, orders);
  return { code, said: stdout + stderr, kept, again: await plan(bondctl, spec) };
}

/** Starts everything; resolves when the controller sees the agent. */
export async function startProduct(): Promise<Product> {
  const { bondctl, client, startController, connected } = cluster('/var/lib/bondctl');
  await must(['ip', 'addr', 'add', '10.99.0.1/32', 'dev', 'lo']);
  await startController();
  const { command } = await client.createToken({ host, ttlMs: 600_000, uses: 1 });
  await must([process.execPath, program('bondctl-agent'), ...command.split(' ').slice(1)]);
  await must(['systemctl', 'start', 'bondctl-agent.service']);
  await connected(host);
  return {
    adopt: async () => (await bondctl(['adopt', host])).stdout,
    plan: (spec) => plan(bondctl, spec),
    apply: (orders, bonds) => apply(bondctl, orders, bonds),
  };
}
