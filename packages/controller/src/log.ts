import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** The controller's log: JSON lines on stdout, for the journal. */
export const createLog = (level: Config['logLevel']): Logger => pino({ level, base: null });
