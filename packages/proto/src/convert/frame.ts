import type { CommandOutcome } from '../model/command.ts';
import type { CommandId } from '../model/names.ts';
import { type Result, success } from '../model/result.ts';
import type { Frame, Message, MessageOf, Received } from '../model/session.ts';
import { frames, outcomes, reports, type WireFrame } from '../wire/codec.ts';
import type { bondctl } from '../wire/gen/bondctl_v1.js';
import { limits } from '../wire/limits.ts';
import { commandOutcome, order } from './command.ts';
import { describeFlaw, type Field, type Flaw, flaw, text, whole } from './field.ts';
import { hostReport } from './host.ts';
import { messages } from './message.ts';
import { commandId } from './names.ts';
import { packed } from './packed.ts';
import { record, single, union } from './record.ts';

type WireCommand = bondctl.v1.Command.$Properties;

const identity = record<{ id: CommandId; digest: string; orderName: string }, WireCommand>({
  id: commandId,
  digest: text,
  orderName: text,
});

const commandRest = record<Pick<MessageOf<'command'>, 'startWithinMs' | 'order'>, WireCommand>({
  startWithinMs: whole(),
  order,
});

const command: Field<Omit<MessageOf<'command'>, 'kind'>, WireCommand> = {
  write(model, place) {
    const head = identity.write({ ...model, orderName: model.order.kind }, place);
    const rest = commandRest.write(model, place);
    if (!head.ok) return head;
    return rest.ok ? success({ ...head.value, ...rest.value }) : rest;
  },
  read(wire, place) {
    const head = identity.read(wire, place);
    if (!head.ok) return head;
    const rest = commandRest.read(wire, place);
    return rest.ok ? success({ id: head.value.id, digest: head.value.digest, ...rest.value }) : rest;
  },
};

const outcomeForm = packed('plain', outcomes, commandOutcome);

const outcome: Field<Omit<MessageOf<'outcome'>, 'kind'>, bondctl.v1.Outcome.$Properties> = {
  write(model, place) {
    const form = outcomeForm.write(model.outcome, place);
    return form.ok ? success({ id: model.id, ...form.value }) : form;
  },
  read(wire, place) {
    const id = commandId.read(wire?.id, `${place}.id`);
    if (!id.ok) return id;
    const form = outcomeForm.read(wire, place);
    return form.ok ? success({ id: id.value, outcome: form.value }) : form;
  },
};

const body = union<'kind', Message, WireFrame>('kind', {
  ...messages,
  command,
  outcome,
  state: single('report', packed('report', reports, hostReport)),
});

/** The frame as bytes; a flaw when it does not convert or is larger than a frame may be. */
export function frameToBytes(frame: Frame): Result<Uint8Array, Flaw> {
  const message = body.write(frame.body, '');
  if (!message.ok) return message;
  const bytes = frames.encode({ seq: frame.seq, ack: frame.ack, ...message.value });
  if (bytes.length <= limits.frameBytes) return success(bytes);
  return flaw(frame.body.kind, `needs ${bytes.length} bytes, and a frame has ${limits.frameBytes}`);
}

const numbers = record<{ seq: number; ack: number }, WireFrame>({ seq: whole(), ack: whole() });

/** What a frame says, or the first thing that is wrong with it. Never throws, whatever the bytes are. */
export function frameFromBytes(bytes: Uint8Array): Result<Frame<Received>, Flaw> {
  if (bytes.length > limits.frameBytes) {
    return flaw('frame', `has ${bytes.length} bytes, at most ${limits.frameBytes} are allowed`);
  }
  const wire = frames.decode(bytes);
  if (!wire.ok) return flaw('frame', `is not a frame: ${wire.error}`);
  const head = numbers.read(wire.value, '');
  if (!head.ok) return head;
  const message = body.read(wire.value, '');
  if (message.ok) return success({ ...head.value, body: message.value });
  const readable = unreadable(wire.value, message.error);
  if (readable !== undefined) return success({ ...head.value, body: readable });
  return flaw(message.error.place === '' ? 'body' : message.error.place, message.error.message);
}

/** A command or an outcome whose id can be read although its content cannot: it must be answered under its id. */
function unreadable(wire: WireFrame, why: Flaw): Received | undefined {
  if (wire.command != null && wire.outcome == null) {
    const head = identity.read(wire.command, 'command');
    if (!head.ok) return undefined;
    return { kind: 'unreadableCommand', ...refusal(wire.command, head.value, why) };
  }
  const id = commandId.read(wire.outcome?.id, 'outcome.id');
  return id.ok ? { kind: 'unreadableOutcome', id: id.value, message: describeFlaw(why) } : undefined;
}

function refusal(
  wire: WireCommand,
  head: { id: CommandId; digest: string; orderName: string },
  why: Flaw,
): Omit<Extract<Received, { kind: 'unreadableCommand' }>, 'kind'> {
  const known = Object.keys(wire.order ?? {}).length > 0;
  const { orderName, ...rest } = head;
  return known
    ? { ...rest, order: orderName, code: 'invalid', message: describeFlaw(why) }
    : {
        ...rest,
        order: orderName,
        code: 'unsupported',
        message: `this agent does not know the order "${orderName}"; upgrade the agent`,
      };
}

/** An outcome as the ledger keeps it. */
export function outcomeToBytes(model: CommandOutcome): Result<Uint8Array, Flaw> {
  const written = commandOutcome.write(model, 'outcome');
  return written.ok ? success(outcomes.encode(written.value)) : written;
}

/** An outcome from the ledger. */
export function outcomeFromBytes(bytes: Uint8Array): Result<CommandOutcome, Flaw> {
  const wire = outcomes.decode(bytes);
  return wire.ok ? commandOutcome.read(wire.value, 'outcome') : flaw('outcome', wire.error);
}
