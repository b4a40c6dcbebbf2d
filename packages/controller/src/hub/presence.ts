import type { Presence } from '@bondctl/proto/model/host';

/** What presence is judged from, in monotonic ms. */
export interface Sighting {
  readonly nowMs: number;
  readonly startedMs: number;
  readonly hasSession: boolean;
  /** The last frame; undefined when never seen by this process. */
  readonly heardMs: number | undefined;
  readonly heartbeatMs: number;
  readonly ttlMs: number;
  readonly spreadMs: number;
}

const lateHeartbeats = 1.5;

/** How a host is reached right now (PROTOCOL.md section 7). */
export function presenceOf(sighting: Sighting): Presence {
  const { nowMs, startedMs, hasSession, heardMs, heartbeatMs, ttlMs, spreadMs } = sighting;
  if (heardMs === undefined) return nowMs - startedMs < ttlMs + spreadMs ? 'unknown' : 'lost';
  const silentMs = nowMs - heardMs;
  if (hasSession) return silentMs <= heartbeatMs * lateHeartbeats ? 'connected' : 'suspect';
  return silentMs < ttlMs ? 'suspect' : 'lost';
}
