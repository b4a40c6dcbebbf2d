/** Where the packaged programs are: the very files that `npm run package` builds. */
import { join } from 'node:path';
import { variable } from './topology.ts';

/** A packaged program. */
export type ProgramName = 'bondctl' | 'bondctl-agent' | 'bondctl-controller';

/** The path of a packaged program's one file, to be run by node. */
export const program = (name: ProgramName): string => join(variable('LAB_REPOSITORY'), 'dist', `${name}.mjs`);
