import { frameFromBytes } from '@bondctl/proto/convert/frame';
import type { Closing, Frame, Received } from '@bondctl/proto/model/session';

/** What the controller may send in a session, and whether it carries a number. */
const numbered: ReadonlySet<Received['kind']> = new Set(['command', 'unreadableCommand', 'certOffer']);
const plain: ReadonlySet<Received['kind']> = new Set(['heartbeat', 'goodbye', 'welcome', 'refuse']);

/** A frame that may be dealt with, or the rule it breaks. */
export type Checked =
  | { readonly ok: true; readonly frame: Frame<Received> }
  | { readonly ok: false; readonly closing: Closing; readonly message: string };

const broken = (closing: Closing, message: string): Checked => ({ ok: false, closing, message });

/** Reads one frame of the controller. `lastSeq` and `lastAck` are those of the frame before it in this session. */
export function checkFrame(bytes: Uint8Array, lastSeq: number, lastAck: number): Checked {
  const read = frameFromBytes(bytes);
  if (!read.ok) return broken('malformed', `${read.error.place} ${read.error.message}`);
  const { seq, ack, body } = read.value;
  if (!numbered.has(body.kind) && !plain.has(body.kind)) {
    return broken('unexpected', `a controller sends no ${body.kind}`);
  }
  if (numbered.has(body.kind) ? seq !== lastSeq + 1 : seq !== 0) {
    return broken('sequence', `${body.kind} came with number ${seq} after ${lastSeq}`);
  }
  if (ack < lastAck) return broken('sequence', `acknowledgement ${ack} came after ${lastAck}`);
  return { ok: true, frame: read.value };
}
