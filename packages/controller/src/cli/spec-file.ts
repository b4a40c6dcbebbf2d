import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { BondctlError } from '@bondctl/proto/model/error';

/** A spec as people wrote it. Throws BondctlError `bad-input` when the file cannot be read. */
export async function readSpec(file: string): Promise<{ readonly file: string; readonly text: string }> {
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
