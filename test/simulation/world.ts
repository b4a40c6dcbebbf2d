import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId, RolloutId, TxId } from '@bondctl/proto/model/names';
import type { StoredRollout } from '../../packages/controller/src/rollout/keeper.ts';
import type { Surroundings } from './agent.ts';
import { type Chance, createChance } from './chance.ts';
import { boot } from './clusters.ts';
import { type Controller, type House, startController } from './controller.ts';
import type { Fate } from './fate.ts';
import type { Happening } from './faults.ts';
import { createHost, type Host } from './hosts.ts';
import type { Violation } from './law.ts';
import { type Watch, watchLaws } from './laws.ts';
import { createMachine, type Machine } from './machine.ts';
import { emptyMemory, type Memory } from './memory.ts';
import { createNetwork, type Network } from './network.ts';
import type { PartnerOf } from './ports.ts';
import type { Targets } from './strikes.ts';
import { createTime, type Time } from './time.ts';
import { controllerName, setTriggers, type Triggers } from './triggers.ts';

/** What a world tells while it runs. */
export interface Teller {
  readonly happened: (what: Happening) => void;
  readonly say: (line: string) => void;
}

/** A world that has begun. */
export interface World {
  readonly time: Time;
  readonly chance: Chance;
  readonly network: Network;
  readonly memory: Memory;
  readonly watch: Watch;
  readonly hosts: ReadonlyMap<HostId, Host>;
  readonly targets: Targets;
  readonly around: Surroundings;
  readonly violations: Violation[];
  readonly say: (who: string, sentence: string) => void;
  /** Faults that have not struck by now strike no more. */
  readonly disarm: () => void;
  /** Starts a controller on what an earlier one left; told when it dies. */
  readonly startController: (died: () => void) => Controller;
}

/** Whoever is at the other end of the cable and speaks LACP. */
const partnersIn =
  (machines: ReadonlyMap<HostId, Machine>) =>
  (host: HostId): PartnerOf =>
  (bond) => {
    const others = [...machines.values()].filter((machine) => machine.id !== host);
    const ends = others.flatMap(({ network }) =>
      network.state().bonds.some((one) => one.name === bond && one.mode === '802.3ad')
        ? network.state().interfaces.filter((one) => one.name === bond && one.up)
        : [],
    );
    return ends[0]?.mac ?? null;
  };

const reportOf = ({ network, bootId }: Machine): HostReport => ({
  kernel: '6.1.0',
  agentVersion: '0.1.0',
  iperf3Version: '3.12',
  bootId,
  state: network.state(),
  bonds: network.bonds(),
  unknownLines: [],
  transaction: null,
  drift: [],
});

/** The newest line of a transaction's journal; null for any other file. */
function lineOf(path: string, text: string): { readonly tx: TxId; readonly label: string } | null {
  const tx = /\/transactions\/(.*)\.jsonl$/.exec(path)?.[1];
  if (tx === undefined) return null;
  const label = /"label":"([^"]*)"/.exec(text.slice(text.lastIndexOf('\n', text.length - 2) + 1))?.[1];
  return label === undefined ? null : { tx: tx as TxId, label };
}

/** The hosts of a cluster as they boot; what their journals say is told. */
function machinesOf({ seed, cluster }: Fate, time: Time, watch: () => Watch): ReadonlyMap<HostId, Machine> {
  const onSeen = (machine: Machine, path: string, text: string) => {
    const line = lineOf(path, text);
    if (line !== null) watch().journaled(machine, line.tx, line.label);
  };
  return new Map(
    Object.entries(cluster.hosts).map(([name, bonds]) => {
      const parts = { booted: () => boot(bonds), time, chance: createChance(seed, name), onSeen };
      return [name as HostId, createMachine(name as HostId, parts)];
    }),
  );
}

type Ground = Pick<World, 'time' | 'network' | 'memory' | 'watch' | 'targets' | 'say'> & {
  readonly seed: number;
  readonly machines: ReadonlyMap<HostId, Machine>;
  readonly triggers: Triggers;
  readonly told: House['told'];
};

/** What the programs of the hosts run in. */
const aroundOf = ({ time, network, machines, triggers, watch, say }: Ground): Surroundings => ({
  time,
  network,
  partnerOf: partnersIn(machines),
  beforeAct: ({ id }, program) => (program === 'agent' ? triggers.act(id) : triggers.watchdogAct(id)),
  arriving: ({ id }, order) => triggers.arrival(id, order.kind),
  carriedOut(machine, id, order) {
    watch.carriedOut(machine, id, order);
    triggers.beginning(machine.id, order.kind);
  },
  stuck: watch.stuck,
  say,
});

/** What the controller runs in. */
const houseOf = ({
  seed,
  time,
  network,
  memory,
  machines,
  targets,
  triggers,
  watch,
  told,
  say,
}: Ground): House => ({
  time,
  chance: createChance(seed, 'controller'),
  network,
  memory,
  hosts: [...machines.keys()],
  wallOffMs: () => targets.wallOffMs,
  reportOf: (host) => reportOf(machines.get(host) as Machine),
  ending: () => targets.endings.shift() ?? 'passes',
  beforeAct: () => triggers.act(controllerName),
  asked: watch.asked,
  told,
  proven: watch.proven,
  say,
});

/** The one controller there may be. */
function createOffice(say: World['say']) {
  let current: Controller | null = null;
  return {
    process: () => current?.process ?? null,
    steer(memory: Memory, action: 'pause' | 'resume' | 'abort'): boolean {
      const row = [...memory.rows.values()].find((one) => !one.ended);
      if (current === null || row === undefined) return false;
      const { rollouts } = current;
      // It may have ended, or the store may refuse: whoever asks is told, and asks no more.
      rollouts
        .control('cli:root', row.id, action)
        .catch((thrown: unknown) => say('operator', BondctlError.from(thrown).message));
      return true;
    },
    start(house: House, died: () => void): Controller {
      const started = startController(house);
      say('controller', 'starts');
      current = started;
      started.process.onDeath(() => {
        if (current === started) current = null;
        died();
      });
      return started;
    },
  };
}

const personThinksMs = 20_000;

/** A person who hears that a rollout paused lets it go on or aborts it, however often that needs saying. */
const decider = ({ time, memory, targets }: Pick<World, 'time' | 'memory' | 'targets'>, chance: Chance) => {
  const decide = (id: RolloutId): void => {
    const stored = memory.rows.get(id)?.state as StoredRollout | undefined;
    if (stored?.rollout.phase !== 'paused') return;
    targets.steer(chance.pick(['resume', 'abort'] as const));
    later(id);
  };
  const later = (id: RolloutId): void => void time.after(personThinksMs, () => decide(id));
  return (fact: Fact): void => {
    if (fact.type === 'rolloutPaused') later(fact.rollout);
  };
};

/** The world of a fate at its beginning. */
export function createWorld(fate: Fate, { happened, say: sayLine }: Teller): World {
  const { seed, faults } = fate;
  const time = createTime();
  const say = (who: string, sentence: string) =>
    sayLine(`${(time.nowMs() / 1000).toFixed(3).padStart(9)} ${who}: ${sentence}`);
  const machines = machinesOf(fate, time, () => watch);
  const network = createNetwork(time, createChance(seed, 'network'), (host, what, message) => {
    happened(mishapNames[what]);
    say('network', `the message "${message.kind}" of ${host} is ${what}`);
  });
  const memory = emptyMemory();
  const violations: Violation[] = [];
  const violated = (violation: Violation) => void violations.push(violation);
  const watch = watchLaws({ time, memory, network, machines, violated });
  const hosts = new Map<HostId, Host>();
  const office = createOffice(say);
  const writeLost = () => happened('writeLost');
  const steer: Targets['steer'] = (action) => office.steer(memory, action);
  const struck = { awayMs: 0, wallOffMs: 0, endings: [], writeLost, steer };
  const targets: Targets = { time, network, memory, watch, hosts, controller: office.process, ...struck };
  const triggers = setTriggers(targets, faults, { happened, say: sayLine });
  const chance = createChance(seed, 'people');
  const told = decider({ time, memory, targets }, createChance(seed, 'decider'));
  const ground: Ground = { seed, time, network, memory, machines, watch, targets, triggers, told, say };
  const around = aroundOf(ground);
  const house = houseOf(ground);
  for (const machine of machines.values()) hosts.set(machine.id, createHost(machine, around));
  const start = (died: () => void) => office.start(house, died);
  return {
    time,
    chance,
    network,
    memory,
    watch,
    hosts,
    targets,
    around,
    violations,
    say,
    disarm: triggers.disarm,
    startController: start,
  };
}

const mishapNames = {
  lost: 'messageLost',
  duplicated: 'messageDuplicated',
  delayed: 'messageDelayed',
  reordered: 'messageReordered',
} as const;
