import type { HostState } from '@bondctl/proto/model/host';
import type { Files } from '../kernel/ports.ts';
import type { Sight } from './choose.ts';
import type { Format } from './format.ts';
import { readPrograms } from './programs.ts';
import { readTexts } from './texts.ts';

/** Reads the files of every format beside a host that was read, and which formats something there reads. */
export async function readSight(
  { files, formats }: { readonly files: Files; readonly formats: readonly Format[] },
  state: HostState,
): Promise<Sight> {
  const [texts, read] = await Promise.all([readTexts(files, formats), readPrograms(files)]);
  return { state, formats: texts, read };
}
