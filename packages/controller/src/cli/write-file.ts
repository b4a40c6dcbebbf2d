import { access, writeFile } from 'node:fs/promises';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Context } from './act.ts';

/** Asks before a file that is there is written over. Throws `bad-input` where nobody can be asked. */
export async function mayWrite(context: Context, file: string): Promise<boolean> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (file === '-' || !isThere) return true;
  context.mustBeAnswerable();
  return context.confirm(`${file} is there already. Write over it?`);
}

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
