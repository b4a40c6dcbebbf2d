import type { CommandOutcome, Order } from '@bondctl/proto/model/command';
import { BondctlError } from '@bondctl/proto/model/error';
import type { CommandId, HostId } from '@bondctl/proto/model/names';
import type { MessageOf } from '@bondctl/proto/model/session';
import type { HubClock } from './clock.ts';

interface Pending {
  readonly order: Order;
  readonly digest: string;
  readonly deadlineMs: number;
  readonly answer: Promise<CommandOutcome>;
  readonly resolve: (outcome: CommandOutcome) => void;
  readonly reject: (error: BondctlError) => void;
  readonly cancelDeadline: () => void;
}

/** The commands of all hosts that somebody waits for. */
export interface Asks {
  /** Waits for the outcome; an id that is waited for already is joined. `isNew`: the command must be sent. */
  add(
    host: HostId,
    id: CommandId,
    order: Order,
    digest: string,
    timeoutMs: number,
  ): { readonly answer: Promise<CommandOutcome>; readonly isNew: boolean };
  /** Every command the host has not answered, as it is to be sent now. */
  open(host: HostId): readonly MessageOf<'command'>[];
  answered(host: HostId, id: CommandId, outcome: CommandOutcome): void;
  failed(host: HostId, id: CommandId, message: string): void;
  /** The controller stops: nobody waits any longer. */
  close(): void;
}

const perHost = 64;

/** Pending commands with their deadlines. */
export function createAsks(clock: HubClock): Asks {
  const hosts = new Map<HostId, Map<CommandId, Pending>>();

  function take(host: HostId, id: CommandId): Pending | undefined {
    const commands = hosts.get(host);
    const pending = commands?.get(id);
    commands?.delete(id);
    if (commands?.size === 0) hosts.delete(host);
    pending?.cancelDeadline();
    return pending;
  }

  function add(host: HostId, id: CommandId, order: Order, digest: string, timeoutMs: number) {
    const commands = hosts.get(host) ?? new Map<CommandId, Pending>();
    const known = commands.get(id);
    if (known !== undefined) return { answer: known.answer, isNew: false };
    if (commands.size >= perHost) {
      throw new BondctlError('busy', `${commands.size} commands wait for ${host} already; try again later`);
    }
    const { promise, ...settle } = deferred<CommandOutcome>();
    const late = () => take(host, id)?.reject(noAnswer(host, order, timeoutMs));
    const cancelDeadline = clock.after(timeoutMs, late);
    const deadlineMs = clock.monotonicMs() + timeoutMs;
    commands.set(id, { order, digest, deadlineMs, answer: promise, cancelDeadline, ...settle });
    hosts.set(host, commands);
    return { answer: promise, isNew: true };
  }

  return {
    add,
    open: (host) =>
      [...(hosts.get(host) ?? [])].map(([id, { order, digest, deadlineMs }]) => ({
        kind: 'command',
        id,
        digest,
        order,
        startWithinMs: Math.max(0, Math.floor(deadlineMs - clock.monotonicMs())),
      })),
    answered: (host, id, outcome) => take(host, id)?.resolve(outcome),
    failed: (host, id, message) => take(host, id)?.reject(new BondctlError('internal', message)),
    close() {
      for (const [host, commands] of [...hosts]) {
        for (const [id, { order }] of [...commands]) {
          const message = `the controller stops; whether ${host} carried out ${order.kind} is not known`;
          take(host, id)?.reject(new BondctlError('unreachable', message));
        }
      }
    },
  };
}

function noAnswer(host: HostId, order: Order, timeoutMs: number): BondctlError {
  const within = `${Math.round(timeoutMs / 100) / 10} s`;
  const message = `${host} did not answer ${order.kind} within ${within}; whether it was carried out is not known`;
  return new BondctlError('unreachable', message);
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: BondctlError) => void = () => undefined;
  const promise = new Promise<T>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}
