import { type BondDesire, type BondSpec, desiredName } from '@bondctl/proto/model/bond';
import { type BondMode, hashes } from '@bondctl/proto/model/mode';
import { type End, formatEnd } from '@bondctl/proto/model/names';
import {
  bondOptions,
  type OptionName,
  type OptionRow,
  type OptionValues,
} from '@bondctl/proto/model/options';
import { failure, isNonEmpty, type NonEmpty, type Result, success } from '@bondctl/proto/model/result';
import type { ClusterSpec, HostDesire, Link } from '@bondctl/proto/model/spec';
import type { CandidateSetting, SweepKnobs } from '@bondctl/proto/model/sweep';
import type { TuningName } from '@bondctl/proto/model/tuning';

/** One combination to try: what people call it, what it sets, and what the ends of the link then shall be. */
export interface Candidate {
  readonly name: string;
  readonly setting: CandidateSetting;
  readonly desires: NonEmpty<HostDesire>;
}

/** More than this is no sweep but a mistake: each one changes the hosts and takes its time. */
const mostCandidates = 64;

/**
 * Every combination of the knobs, each once, in the order in which the values were given. What means nothing in a mode is
 * left out of it: a hash policy in balance-rr gives no second candidate. The failure is one sentence.
 */
export function candidatesOf(
  link: Link,
  spec: ClusterSpec,
  knobs: SweepKnobs,
): Result<NonEmpty<Candidate>, string> {
  const ends = endsOf(link, spec);
  if (!ends.ok) return ends;
  const modes = modesOf(knobs, ends.value);
  const unheard = valuesOf<OptionName>(knobs.options).find(
    ([name]) => !modes.some((mode) => isHeard(name, mode)),
  );
  if (unheard !== undefined) return failure(unheardSentence(unheard[0], modes));
  const all = settingsOf(knobs, ends.value, modes).map((setting) => candidateOf(setting, ends.value));
  const once = all.filter((one, at) => all.findIndex(({ name }) => name === one.name) === at);
  if (once.length > mostCandidates)
    return failure(
      `These are ${once.length} candidates, and a sweep tries at most ${mostCandidates}; give fewer values.`,
    );
  return isNonEmpty(once) ? success(once) : failure('There is nothing to try.');
}

/** One end as the accepted spec describes it. */
interface DescribedEnd {
  readonly end: End;
  readonly spec: BondSpec;
  readonly allowControlPath: boolean;
}

function endsOf(link: Link, { desires }: ClusterSpec): Result<NonEmpty<DescribedEnd>, string> {
  const found = link.ends.map((end) => ({ end, desire: desireOf(end, desires) }));
  const missing = found.find(({ desire }) => desire?.state !== 'present');
  if (missing !== undefined)
    return failure(
      `The accepted spec does not describe ${formatEnd(missing.end)}; a sweep begins from what a spec describes.`,
    );
  const ends = found.flatMap(({ end, desire }) =>
    desire?.state === 'present'
      ? [{ end, spec: desire.spec, allowControlPath: desire.allowControlPath }]
      : [],
  );
  return isNonEmpty(ends) ? success(ends) : failure('The link has no ends.');
}

const desireOf = ({ host, bond }: End, desires: readonly HostDesire[]): BondDesire | undefined =>
  desires.find((one) => one.host === host)?.bonds.find((desire) => desiredName(desire) === bond);

type NamedValues<N extends string> = readonly [N, readonly string[]];

const valuesOf = <N extends string>(
  named: Readonly<Partial<Record<N, readonly string[]>>>,
): readonly NamedValues<N>[] =>
  (Object.entries(named) as unknown as readonly NamedValues<N>[]).filter(([, values]) => values.length > 0);

const modesOf = ({ modes }: SweepKnobs, [first]: NonEmpty<DescribedEnd>): readonly BondMode[] =>
  modes.length > 0 ? modes : [first.spec.mode];

/** Whether an option changes anything in a mode. */
function isHeard(name: OptionName, mode: BondMode): boolean {
  const row: OptionRow = bondOptions[name];
  if (row.refusedIn.includes(mode)) return false;
  // Without dynamic load balancing, balance-tlb goes by the hash too.
  return name !== 'xmit_hash_policy' || hashes(mode) || mode === 'balance-tlb';
}

const unheardSentence = (name: OptionName, modes: readonly BondMode[]): string =>
  `${name} means nothing in ${modes.join(' and ')}; name a mode in which it does with --mode, or leave it out.`;

function settingsOf(
  knobs: SweepKnobs,
  [first]: NonEmpty<DescribedEnd>,
  modes: readonly BondMode[],
): readonly CandidateSetting[] {
  const mtus = knobs.mtus.length > 0 ? knobs.mtus : [first.spec.mtu];
  const options = productOf(valuesOf<OptionName>(knobs.options));
  const tunings = productOf(valuesOf<TuningName>(knobs.tuning));
  return modes.flatMap((mode) =>
    mtus.flatMap((mtu) =>
      options.flatMap((chosen) =>
        tunings.map((tuning) => ({ mode, mtu, options: heardIn(mode, chosen), tuning })),
      ),
    ),
  );
}

type Choice<N extends string> = Readonly<Partial<Record<N, string>>>;

/** Every choice of one value for each name. */
function productOf<N extends string>(named: readonly NamedValues<N>[]): readonly Choice<N>[] {
  let made: readonly Choice<N>[] = [{} as Choice<N>];
  for (const [name, values] of named)
    made = made.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
  return made;
}

function candidateOf(setting: CandidateSetting, [first, ...others]: NonEmpty<DescribedEnd>): Candidate {
  const desireOfEnd = (end: DescribedEnd): HostDesire => ({
    host: end.end.host,
    bonds: [
      { state: 'present', allowControlPath: end.allowControlPath, spec: withSetting(end.spec, setting) },
    ],
  });
  return {
    name: nameOf(setting),
    setting,
    desires: [desireOfEnd(first), ...others.map(desireOfEnd)],
  };
}

const heardIn = (mode: BondMode, options: OptionValues): OptionValues =>
  Object.fromEntries(Object.entries(options).filter(([name]) => isHeard(name as OptionName, mode)));

/** A bond with what a candidate sets; options that the new mode refuses go with the old one. */
export function withSetting(spec: BondSpec, { mode, mtu, options, tuning }: CandidateSetting): BondSpec {
  const kept = Object.entries(spec.options).filter(
    ([name]) => !(bondOptions[name as OptionName] as OptionRow).refusedIn.includes(mode),
  );
  return {
    ...spec,
    mode,
    mtu: mtu ?? spec.mtu,
    options: { ...Object.fromEntries(kept), ...options },
    ...(Object.keys(tuning).length === 0 ? {} : { tuning: { ...spec.tuning, ...tuning } }),
  };
}

function nameOf({ mode, mtu, options, tuning }: CandidateSetting): string {
  return [
    mode,
    ...(mtu === null ? [] : [`MTU ${mtu}`]),
    ...Object.entries({ ...options, ...tuning }).map(([name, value]) =>
      name === 'xmit_hash_policy' ? value : `${name} ${value}`,
    ),
  ].join(', ');
}
