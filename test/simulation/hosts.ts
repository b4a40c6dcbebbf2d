import { type Surroundings, startAgent } from './agent.ts';
import type { Machine } from './machine.ts';
import type { Process } from './process.ts';

/** One host with its agent, and the service manager that starts it again. */
export interface Host {
  readonly machine: Machine;
  agent: Process | null;
  /** How long the agent stays away after its next death; null: as long as a service manager takes. */
  awayMs: number | null;
  /** Starts the agent after a while, whatever was planned before. */
  startAgain(afterMs: number): void;
}

const restartTakesMs = [300, 5000] as const;

/** A host whose agent starts at once, and again whenever it has died. */
export function createHost(machine: Machine, around: Surroundings): Host {
  let cancel: () => void = () => undefined;
  const start = () => {
    const agent = startAgent(machine, around);
    host.agent = agent;
    agent.onDeath(() => {
      host.agent = null;
      host.startAgain(host.awayMs ?? machine.chance.between(...restartTakesMs));
      host.awayMs = null;
    });
  };
  const host: Host = {
    machine,
    agent: null,
    awayMs: null,
    startAgain(afterMs) {
      cancel();
      cancel = around.time.after(afterMs, () => {
        if (host.agent === null) start();
      });
    },
  };
  start();
  return host;
}
