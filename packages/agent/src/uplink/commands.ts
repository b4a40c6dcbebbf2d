import type { CommandOutcome } from '@bondctl/proto/model/command';
import { BondctlError } from '@bondctl/proto/model/error';
import type { MessageOf, Received } from '@bondctl/proto/model/session';
import type { Clock } from '../kernel/ports.ts';
import { dispatch, type Handlers } from './dispatch.ts';
import type { Ledger } from './ledger.ts';
import type { Log } from './log.ts';
import type { Answer } from './outbox.ts';

type Unreadable = Extract<Received, { kind: 'unreadableCommand' }>;
type Refused = Extract<CommandOutcome, { kind: 'refused' }>;

/** Commands as they arrive; PROTOCOL.md section 8 is the table this follows. */
export interface Commands {
  /** Resolves when the command is durable here (or needs not be), so that it may be acknowledged. Never throws. */
  receive(command: MessageOf<'command'> | Unreadable): Promise<void>;
  /** Commands that are being carried out. */
  open(): number;
}

/** What commands need of the rest of the uplink. */
export interface CommandsParts {
  readonly ledger: Ledger;
  readonly handlers: Handlers;
  readonly clock: Clock;
  readonly log: Log;
  /** Puts an answer in line. */
  readonly answer: (answer: Answer) => void;
  /** False while too many outcomes wait for the controller. */
  readonly hasRoom: () => boolean;
}

const openAtMost = 64;

const refusal = (code: Refused['code'], subject: string, message: string): Refused => ({
  kind: 'refused',
  code,
  refusals: [{ subject, message }],
});

/** The life of commands on this host: remembered before they are acknowledged, carried out at most once. */
export function createCommands(parts: CommandsParts): Commands {
  const { ledger, clock, answer } = parts;
  let open = 0;

  async function carryOut(command: MessageOf<'command'>): Promise<void> {
    open += 1;
    try {
      await ledger.finish(command.id, await dispatch(parts.handlers, command.order));
      answer({ kind: 'outcome', id: command.id });
    } catch (thrown) {
      // The disk: the outcome is lost to this process, and a restart will report the command as interrupted.
      parts.log.error({ id: command.id, err: thrown }, 'cannot store how a command ended');
    } finally {
      open -= 1;
    }
  }

  async function begin(command: MessageOf<'command'>): Promise<void> {
    const receivedMs = clock.monotonicMs();
    try {
      await ledger.accept(command.id, command.digest);
    } catch (thrown) {
      const why = `the ledger cannot be written: ${BondctlError.from(thrown).message}`;
      answer({ kind: 'refused', id: command.id, outcome: refusal('busy', 'ledger', why) });
      return;
    }
    answer({ kind: 'accepted', id: command.id });
    const lateMs = clock.monotonicMs() - receivedMs;
    if (lateMs <= command.startWithinMs) void carryOut(command);
    else await expire(command, lateMs);
  }

  async function expire(command: MessageOf<'command'>, lateMs: number): Promise<void> {
    const why = `it could not be started within ${command.startWithinMs} ms; writing the ledger took ${Math.ceil(lateMs)} ms`;
    await ledger.finish(command.id, refusal('expired', command.order.kind, why));
    answer({ kind: 'outcome', id: command.id });
  }

  /** A command whose id is known: answered from the ledger, or a conflict. */
  function repeat(command: MessageOf<'command'>, known: NonNullable<ReturnType<Ledger['entry']>>): void {
    const { id } = command;
    if (known.digest !== command.digest) {
      const why = `the id ${id} was used before for another order; use a new id`;
      answer({ kind: 'refused', id, outcome: refusal('conflict', command.order.kind, why) });
    } else answer({ kind: known.state === 'accepted' ? 'accepted' : 'outcome', id });
  }

  async function receive(command: MessageOf<'command'> | Unreadable): Promise<void> {
    if (command.kind === 'unreadableCommand') {
      const { id, code, message, order } = command;
      answer({ kind: 'refused', id, outcome: refusal(code, order, message) });
      return;
    }
    const known = ledger.entry(command.id);
    if (known !== undefined) repeat(command, known);
    else if (open >= openAtMost || !parts.hasRoom()) {
      const why =
        open >= openAtMost
          ? `${open} commands are being carried out; wait for one to end`
          : 'too many outcomes wait for the controller to acknowledge them';
      answer({ kind: 'refused', id: command.id, outcome: refusal('busy', command.order.kind, why) });
    } else await begin(command);
  }

  return { receive, open: () => open };
}
