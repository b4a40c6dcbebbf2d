import type { DeviceOffloads } from '@bondctl/proto/model/host';
import type { Parsed } from '@bondctl/proto/model/result';
import type { OffloadName } from '@bondctl/proto/model/tuning';
import type { Offloads } from '@bondctl/proto/model/vitals';
import { firstLine, linesOf, problem } from './lines.ts';

const longNames: Readonly<Record<OffloadName, string>> = {
  tso: 'tcp-segmentation-offload',
  gso: 'generic-segmentation-offload',
  gro: 'generic-receive-offload',
};

/** The three offloads of `ethtool -k IF` that change what a run measures; null where it names none of them. */
export function readOffloads(text: string): Parsed<Offloads | null> {
  const features = featuresOf(text);
  const flag = (name: OffloadName): boolean | null => {
    const state = effective(features.get(longNames[name]));
    return state === 'on' ? true : state === 'off' ? false : null;
  };
  const value = { tso: flag('tso'), gso: flag('gso'), gro: flag('gro') };
  if (Object.values(value).some((one) => one !== null)) return { value, problems: [] };
  return { value: null, problems: [problem(firstLine(text), 'there is no offload in this text')] };
}

/**
 * The same with what can be done about them, in the words of ethtool: `on`, `off [fixed]` (the device has no choice), `off
 * [requested on]` (it comes as soon as it can). tso is of several kinds: ` [partly]` where only some are switched on.
 */
export function readOffloadStates(text: string): DeviceOffloads['values'] {
  const features = featuresOf(text);
  const kinds = [...features]
    .filter(([name]) => /^tx-tcp.*-segmentation$/.test(name))
    .map(([, state]) => state);
  const states = {
    tso: together(features.get(longNames.tso), kinds),
    gso: features.get(longNames.gso),
    gro: features.get(longNames.gro),
  };
  return Object.fromEntries(Object.entries(states).filter(([, state]) => /^(on|off)\b/.test(state ?? '')));
}

/** ethtool says of the whole only whether any of its kinds is on. */
function together(whole: string | undefined, kinds: readonly string[]): string | undefined {
  const state = effective(whole);
  const free = kinds.filter((kind) => !kind.endsWith('[fixed]'));
  if (state === undefined || kinds.length === 0) return whole;
  if (free.length === 0) return `${state} [fixed]`;
  const [asked, ...others] = new Set(
    free.map((kind) => /\[requested (on|off)\]/.exec(kind)?.[1] ?? effective(kind)),
  );
  if (others.length > 0) return `${state} [partly]`;
  return asked === state ? state : `${state} [requested ${asked}]`;
}

const effective = (state: string | undefined): string | undefined => state?.split(' ', 1)[0];

/** `name: on [fixed]`, line by line. */
const featuresOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    linesOf(text).map((line) => {
      const [name = '', state = ''] = line.text.split(/:\s*/, 2);
      return [name, state] as const;
    }),
  );
