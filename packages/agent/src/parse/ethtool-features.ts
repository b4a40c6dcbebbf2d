import type { Parsed } from '@bondctl/proto/model/result';
import type { Offloads } from '@bondctl/proto/model/vitals';
import { firstLine, linesOf, problem } from './lines.ts';

/** The three offloads of `ethtool -k IF` that change what a run measures; null where it names none of them. */
export function readOffloads(text: string): Parsed<Offloads | null> {
  const features = new Map(linesOf(text).map((line) => wordsOf(line.text)));
  const flag = (name: string): boolean | null => {
    const state = features.get(name);
    return state === 'on' ? true : state === 'off' ? false : null;
  };
  const value = {
    tso: flag('tcp-segmentation-offload'),
    gso: flag('generic-segmentation-offload'),
    gro: flag('generic-receive-offload'),
  };
  if (Object.values(value).some((one) => one !== null)) return { value, problems: [] };
  return { value: null, problems: [problem(firstLine(text), 'there is no offload in this text')] };
}

/** `name: on [fixed]` as the name and its first word. */
function wordsOf(line: string): readonly [string, string] {
  const [name = '', state = ''] = line.split(/:\s*/, 2);
  return [name, state.split(' ', 1)[0] ?? ''];
}
