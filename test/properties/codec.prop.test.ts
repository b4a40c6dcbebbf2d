import { orderDigest, order as orderField } from '@bondctl/proto/convert/command';
import { frameFromBytes, frameToBytes, outcomeFromBytes, outcomeToBytes } from '@bondctl/proto/convert/frame';
import type { Frame, Message } from '@bondctl/proto/model/session';
import { limits } from '@bondctl/proto/wire/limits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { message, order, outcome } from './messages.ts';
import { whole } from './words.ts';

const frame: fc.Arbitrary<Frame> = fc.record({ seq: whole, ack: whole, body: message });

function bytesOf(sent: Frame): Uint8Array {
  const written = frameToBytes(sent);
  if (!written.ok) throw new Error(`${written.error.place}: ${written.error.message}`);
  return written.value;
}

test('every message survives the wire, whole', () => {
  const seen = new Set<Message['kind']>();
  fc.assert(
    fc.property(frame, (sent) => {
      seen.add(sent.body.kind);
      expect(frameFromBytes(bytesOf(sent))).toEqual({ ok: true, value: sent });
    }),
    { numRuns: 600 },
  );
  expect(seen.size).toBe(16);
});

test('every order and every outcome survives the wire, whole', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(order, outcome, (asked, answered) => {
      seen.add(asked.kind).add(answered.kind);
      const written = orderField.write(asked, 'order');
      expect(written.ok && orderField.read(written.value, 'order')).toEqual({ ok: true, value: asked });
      const bytes = outcomeToBytes(answered);
      expect(bytes.ok && outcomeFromBytes(bytes.value)).toEqual({ ok: true, value: answered });
    }),
    { numRuns: 600 },
  );
  expect(seen.size).toBe(23);
});

test('the digest of an order depends on all of it and on nothing else', () => {
  fc.assert(
    fc.property(order, order, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(orderDigest(structuredClone(one))).toEqual(orderDigest(one));
      if (!same) expect(orderDigest(other)).not.toEqual(orderDigest(one));
    }),
  );
});

/** Whatever was read must be a message of the model: it can be written again and reads the same. */
function isSound(bytes: Uint8Array): void {
  const read = frameFromBytes(bytes);
  if (!read.ok) {
    expect(read.error.place).not.toBe('');
    expect(read.error.message).not.toBe('');
    return;
  }
  const { body } = read.value;
  if (body.kind === 'unreadableCommand' || body.kind === 'unreadableOutcome') {
    expect(body.message).not.toBe('');
    return;
  }
  expect(frameFromBytes(bytesOf({ ...read.value, body }))).toEqual(read);
}

test('random bytes are a clear failure', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), isSound), { numRuns: 2000 });
});

test('a frame cut anywhere is a clear failure, or a whole message', () => {
  fc.assert(
    fc.property(frame, fc.double({ min: 0, max: 1, noNaN: true }), (sent, share) => {
      const bytes = bytesOf(sent);
      isSound(bytes.subarray(0, Math.floor(bytes.length * share)));
    }),
    { numRuns: 400 },
  );
});

test('a frame with changed bytes is a clear failure, or another whole message', () => {
  const change = fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 255 }) });
  fc.assert(
    fc.property(frame, fc.array(change, { minLength: 1, maxLength: 4 }), (sent, changes) => {
      const bytes = Uint8Array.from(bytesOf(sent));
      for (const { at, to } of changes) bytes[at % bytes.length] = to;
      isSound(bytes);
    }),
    { numRuns: 1500 },
  );
});

test('what is larger than a frame may be is refused before it is decoded', () => {
  const read = frameFromBytes(new Uint8Array(limits.frameBytes + 1));
  expect(read).toMatchObject({ ok: false, error: { message: expect.stringContaining('at most 262144') } });
});
