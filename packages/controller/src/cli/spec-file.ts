import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Context } from './act.ts';

/** A spec as people wrote it; `file` is what messages call it. */
export interface SpecText {
  readonly file: string;
  readonly text: string;
}

/** The named spec, or the accepted one where none is named: then the plan is the way back to it. */
export async function chosenSpec({ client }: Context, file: string | undefined): Promise<SpecText> {
  if (file !== undefined) return readSpec(file);
  const { revision, text: accepted } = await client.acceptedRevision();
  return { file: `revision ${revision}`, text: accepted };
}

/** A spec as people wrote it. Throws BondctlError `bad-input` when the file cannot be read. */
async function readSpec(file: string): Promise<SpecText> {
  if (file === '-') return { file: 'stdin', text: await text(process.stdin) };
  try {
    return { file, text: await readFile(file, 'utf8') };
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new BondctlError('bad-input', `${file} cannot be read (${why}); name a spec with -f.`, {
      cause: error,
    });
  }
}
