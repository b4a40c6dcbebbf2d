import pino from 'pino';

/** The agent's log: one JSON line for each thing, on stderr, where systemd keeps it. */
export type Log = pino.Logger;

/**
 * Makes the log. Synchronous, because what an agent says last before it is killed matters most. The level comes from
 * BONDCTL_LOG_LEVEL (debug, info, warn, error).
 */
export const createLog = (level: string | undefined): Log =>
  pino(
    { level: level !== undefined && level in pino.levels.values ? level : 'info', base: null },
    pino.destination({ dest: 2, sync: true }),
  );
