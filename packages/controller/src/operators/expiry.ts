import type { SessionRow } from '../store/ports.ts';

const hourMs = 3_600_000;
const idleMs = 12 * hourMs;
const longestMs = 7 * 24 * hourMs;

type Times = Pick<SessionRow, 'createdUnixMs' | 'usedUnixMs'>;

/** When a session ends if nobody uses it any more: 12 h after its last use, 7 days after it began at the latest. */
export const expiresUnixMs = ({ createdUnixMs, usedUnixMs }: Times): number =>
  Math.min(usedUnixMs + idleMs, createdUnixMs + longestMs);

/** Whether a session is good now. One that began long after now is not: a clock that is set back lengthens nothing. */
export const isGood = (session: Times, nowUnixMs: number): boolean =>
  nowUnixMs < expiresUnixMs(session) && nowUnixMs > session.createdUnixMs - hourMs;
