import type { HostState } from '@bondctl/proto/model/host';
import type { Files } from '../kernel/ports.ts';
import type { Sight } from './choose.ts';
import type { Format } from './format.ts';
import { readPrograms } from './programs.ts';
import { readTexts } from './texts.ts';

/** Which formats something on a host reads, and the files of those, beside the host as it was read. */
export async function readSight(
  { files, formats }: { readonly files: Files; readonly formats: readonly Format[] },
  state: HostState,
): Promise<Sight> {
  const read = await readPrograms(files);
  const texts = await readTexts(
    files,
    formats.filter(({ backend }) => read.has(backend)),
  );
  return { state, formats: texts, read };
}
