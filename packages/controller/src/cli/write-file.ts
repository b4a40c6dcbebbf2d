import { writeFile } from 'node:fs/promises';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Context } from './act.ts';

/** Writes what an option such as --html asked for into its file; `-` is stdout. Throws `bad-input` where it cannot be written. */
export async function writeOut(context: Context, option: string, file: string, text: string): Promise<void> {
  if (file === '-') return context.write(text);
  try {
    await writeFile(file, text);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new BondctlError('bad-input', `${file} cannot be written (${why}); name another with ${option}.`, {
      cause: error,
    });
  }
  context.progress(`Wrote ${file}.`);
}
