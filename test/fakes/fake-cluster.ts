import type { Order } from '@bondctl/proto/model/command';
import { BondctlError } from '@bondctl/proto/model/error';
import type { BondName, HostId } from '@bondctl/proto/model/names';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import type { Agents } from '../../packages/controller/src/hub/ports.ts';
import { createFakeAgent, type FakeAgent, type Troubles } from './fake-agent.ts';
import { type Bonds, macOf } from './fake-bonds.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What becomes of one message from the controller. Killing takes the agent away for `backAfterMs`, or for good. */
export type Fate =
  | { readonly kind: 'deliver' | 'loseOrder' | 'loseAnswer' }
  | { readonly kind: 'killBefore' | 'killAfter'; readonly backAfterMs: number | null };

/** A cluster in memory behind the same port as the real one. */
export interface FakeCluster {
  readonly agents: Agents;
  readonly hosts: ReadonlyMap<HostId, FakeAgent>;
  /** Every order as it was sent, in order. */
  readonly sent: readonly { readonly host: HostId; readonly order: Order }[];
}

/** What a fake cluster is made of. */
export interface FakeClusterOptions {
  readonly bonds?: Readonly<Record<string, Bonds>>;
  readonly troubles?: Readonly<Record<string, Troubles>>;
  readonly fate?: (host: HostId, order: Order['kind'], nth: number) => Fate;
  readonly onDelivered?: (host: HostId, order: Order) => void;
}

const wayMs = 20;

/** Every host of the spec with an agent; links of the spec are cables between the bonds. */
export function createFakeCluster(
  clock: VirtualClock,
  spec: ClusterSpec,
  options: FakeClusterOptions = {},
): FakeCluster {
  const partnerOf = (host: HostId) => (bond: BondName) => {
    const link = spec.links.find(({ ends }) => ends.some((end) => end.host === host && end.bond === bond));
    const other = link?.ends.find((end) => end.host !== host);
    return other === undefined ? '00:00:00:00:00:00' : macOf(other.host, other.bond);
  };
  const hosts = new Map(
    spec.hosts.map(({ id }) => [
      id,
      createFakeAgent(clock, id, options.bonds?.[id] ?? new Map(), partnerOf(id), options.troubles?.[id]),
    ]),
  );
  const sent: { host: HostId; order: Order }[] = [];
  const counts = new Map<string, number>();

  const ask: Agents['ask'] = async (host, id, order, timeoutMs) => {
    sent.push({ host, order });
    const agent = hosts.get(host);
    const nth = counts.get(`${host} ${order.kind}`) ?? 0;
    counts.set(`${host} ${order.kind}`, nth + 1);
    const fate = options.fate?.(host, order.kind, nth) ?? { kind: 'deliver' };
    if (agent === undefined || !agent.alive()) throw unreachable(host);
    const endMs = clock.nowUnixMs() + timeoutMs;
    const delivered = async () => {
      await clock.sleep(wayMs);
      if (fate.kind === 'killBefore') agent.kill(backAt(fate.backAfterMs));
      if (fate.kind === 'loseOrder' || !agent.alive()) return undefined;
      options.onDelivered?.(host, order);
      const outcome = await agent.carryOut(id, order);
      if (fate.kind === 'killAfter') agent.kill(backAt(fate.backAfterMs));
      await clock.sleep(wayMs);
      return fate.kind === 'deliver' ? outcome : undefined;
    };
    const outcome = await Promise.race([delivered(), clock.sleep(timeoutMs).then(() => undefined)]);
    if (outcome !== undefined) return outcome;
    await clock.sleep(Math.max(endMs - clock.nowUnixMs(), 0));
    throw unreachable(host);
  };
  const backAt = (afterMs: number | null) => (afterMs === null ? null : clock.nowUnixMs() + afterMs);
  return { hosts, sent, agents: { ...agentsOver(hosts), ask } };
}

const unreachable = (host: HostId) =>
  new BondctlError('unreachable', `${host} is not connected; look at its agent and repeat.`);

function agentsOver(hosts: ReadonlyMap<HostId, FakeAgent>): Omit<Agents, 'ask'> {
  return {
    presence: (host) => (hosts.get(host)?.alive() === true ? 'connected' : 'lost'),
    lastSeenUnixMs: () => undefined,
    report: (host) => {
      const read = hosts.get(host)?.readBack();
      if (read === undefined) return undefined;
      const { state, bonds } = read;
      return {
        kernel: '6.1',
        agentVersion: '0.1.0',
        iperf3Version: '3.12',
        bootId: 'b',
        state,
        bonds,
        unknownLines: [],
        transaction: null,
        drift: [],
      };
    },
    onLive: () => () => undefined,
  };
}
