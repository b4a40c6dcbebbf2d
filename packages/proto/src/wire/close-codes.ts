import { type Closing, closings } from '../model/session.ts';

/** The WebSocket close code of each way a session ends (PROTOCOL.md section 4). */
export const closeCodes: Readonly<Record<Closing, number>> = {
  stopping: 1000,
  draining: 1012,
  overload: 1013,
  superseded: 4001,
  malformed: 4002,
  sequence: 4003,
  unexpected: 4004,
  silent: 4005,
  refused: 4006,
  slow: 4008,
  revoked: 4010,
};

// Found by the WebSocket library itself: too large, too many fragments, not a WebSocket frame, not UTF-8, not binary.
const libraryCodes = new Set([1002, 1003, 1007, 1008, 1009]);

/** The word for a close code; undefined for one that says nothing to us (1006: no closing handshake). */
export function closingOf(code: number): Closing | undefined {
  if (libraryCodes.has(code)) return 'malformed';
  return closings.find((closing) => closeCodes[closing] === code);
}

/** A close reason as WebSocket allows it: at most 123 bytes of UTF-8, cut between characters. */
export function closeReason(sentence: string): string {
  let reason = sentence.slice(0, 123);
  while (Buffer.byteLength(reason) > 123) reason = reason.slice(0, -1);
  return reason;
}
