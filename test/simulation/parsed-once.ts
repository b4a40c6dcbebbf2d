// Reading a spec takes longer than anything else in a world, and the same text always reads alike.
import { parseSpec as parse } from '../../packages/controller/src/spec/parse.ts';

const known = new Map<string, ReturnType<typeof parse>>();

/** Production's parser, asked once for each text. */
export function parseSpec(text: string, file: string): ReturnType<typeof parse> {
  const parsed = known.get(text) ?? parse(text, file);
  known.set(text, parsed);
  return parsed;
}
