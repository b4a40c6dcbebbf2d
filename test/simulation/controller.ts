// The controller, made of production's rollouts and asks, over a virtual store and network.
import { orderDigest } from '@bondctl/proto/convert/command';
import type { Order } from '@bondctl/proto/model/command';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import type { CommandId, HostId, RolloutId, TxId } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import { createAsks } from '../../packages/controller/src/hub/asks.ts';
import type { Ids, RolloutPorts } from '../../packages/controller/src/rollout/ports.ts';
import { createRollouts, type Rollouts } from '../../packages/controller/src/rollout/runner.ts';
import type { Chance } from './chance.ts';
import { type Memory, recordOf, storeOf } from './memory.ts';
import type { Network } from './network.ts';
import { clockOf, createProcess, type Process } from './process.ts';
import { type Ending, proverOf } from './prover.ts';
import type { Time } from './time.ts';

/** What a controller runs in, and who is told of what it does. */
export interface House {
  readonly time: Time;
  readonly chance: Chance;
  readonly network: Network;
  readonly memory: Memory;
  readonly hosts: readonly HostId[];
  /** By how much its wall clock is off. */
  readonly wallOffMs: () => number;
  readonly reportOf: (host: HostId) => HostReport;
  readonly ending: () => Ending;
  readonly beforeAct: () => void;
  readonly asked: (host: HostId, order: Order) => void;
  readonly told: (fact: Fact) => void;
  readonly proven: (link: Link, txs: readonly string[]) => void;
  readonly say: (who: string, sentence: string) => void;
}

/** One life of a controller. */
export interface Controller {
  readonly process: Process;
  readonly rollouts: Rollouts;
}

/** How long a host that went away is still expected back. */
const suspectMs = 30_000;

type Agents = RolloutPorts['agents'];

/** The agents as the hub shows them: production's asks over the network of the world. */
function agentsOf(house: House, process: Process): Agents {
  const { time, network } = house;
  const clock = clockOf(process, time, house.wallOffMs);
  const asks = createAsks(clock);
  const lastThereMs = new Map<HostId, number>();
  const isThere = (host: HostId) => {
    if (network.isConnected(host)) lastThereMs.set(host, time.nowMs());
    return network.isConnected(host);
  };
  const bornMs = time.nowMs();
  const presence: Agents['presence'] = (host) => {
    if (isThere(host)) return 'connected';
    const sinceMs = time.nowMs() - (lastThereMs.get(host) ?? bornMs);
    if (sinceMs > suspectMs) return 'lost';
    return lastThereMs.has(host) ? 'suspect' : 'unknown';
  };
  const sendOpen = (host: HostId, only?: CommandId) => {
    for (const command of asks.open(host))
      if (only === undefined || command.id === only) network.send('toHost', host, command);
  };
  network.controller = {
    hear(host, message) {
      if (message.kind !== 'outcome') return;
      asks.answered(host, message.id, message.outcome);
      network.send('toHost', host, { kind: 'acknowledged', id: message.id });
    },
    connected: sendOpen,
  };
  return {
    presence,
    report: (host) => (isThere(host) ? house.reportOf(host) : undefined),
    ask: (host, id, order, timeoutMs) =>
      process.act(async () => {
        house.asked(host, order);
        if (presence(host) === 'lost') throw new BondctlError('unreachable', `${host} is not connected.`);
        const digest = orderDigest(order);
        if (!digest.ok) throw new BondctlError('internal', 'The order cannot be sent.');
        const { answer, isNew } = asks.add(host, id, order, digest.value, timeoutMs);
        if (isNew && network.isConnected(host)) sendOpen(host, id);
        return await answer;
      }),
  };
}

/** Names that count, so that a trace can be read; commands are named after what they ask. */
function idsOf(memory: Memory): Ids {
  const next = (kind: string) => {
    memory.names += 1;
    return `${kind}_${String(memory.names).padStart(8, '0')}`;
  };
  return {
    tx: () => next('tx') as TxId,
    rollout: () => next('ro') as RolloutId,
    command: () => next('cmd') as CommandId,
    commandFor: (tx, host, order, attempt) => `cmd_${tx}_${host}_${order}_${attempt}` as CommandId,
    digest: (text) => String(text.length),
  };
}

/** Starts a controller on what an earlier one left. */
export function startController(house: House): Controller {
  const { time, chance, network, memory } = house;
  const process = createProcess('controller', time, house.beforeAct);
  process.onDeath(() => {
    network.controller = null;
  });
  const log = (fields: Readonly<Record<string, unknown>>, sentence: string) =>
    house.say('controller', `${sentence} ${JSON.stringify(fields)}`);
  const clock = clockOf(process, time, house.wallOffMs);
  const agents = agentsOf(house, process);
  const rollouts = createRollouts({
    agents,
    store: storeOf(memory, process, time),
    prover: proverOf({ process, time, chance, network, ending: house.ending, passed: house.proven }),
    clock: {
      nowUnixMs: clock.unixMs,
      sleep: (ms) => new Promise((resolve) => process.after(ms, resolve)),
    },
    record: recordOf(memory, process, time, house.told),
    ids: idsOf(memory),
    faults: { reached: () => undefined },
    log: { warn: log, error: log },
  });
  for (const host of house.hosts) network.reconnect(host);
  return { process, rollouts };
}
