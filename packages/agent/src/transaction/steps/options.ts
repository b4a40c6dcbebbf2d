import { defaultOption } from '@bondctl/proto/model/driver';
import type { BondConfig } from '@bondctl/proto/model/host';
import { parseMode } from '@bondctl/proto/model/mode';
import type { BondName } from '@bondctl/proto/model/names';
import { bondOptions, type OptionName, optionNames } from '@bondctl/proto/model/options';
import type { Disruption, PlanStep } from '@bondctl/proto/model/step';
import { bondOf } from '../lookup.ts';
import { delays, heldByKernel, spelled, takesOption } from '../options.ts';
import type { BondTarget } from '../target.ts';
import type { Draft } from './draft.ts';
import { predict } from './predict.ts';

const optionOf = (bond: BondConfig | undefined, option: OptionName): string =>
  spelled(option, bond?.options[option] ?? '');

/** After a change of mode the driver may still hold what it was told long ago; what a bond does not show is unknown. */
function isUnknown(bond: BondConfig | undefined, option: OptionName): boolean {
  const { kind } = bondOptions[option].value;
  return optionOf(bond, option) === '' && (kind === 'integer' || kind === 'word' || kind === 'mac');
}

/** The options of a bond that are not yet what the target says, in the order in which they must be written. */
export function changedOptions(bond: BondConfig, target: BondTarget): readonly OptionName[] {
  const miimonMs = Number(target.options.miimon ?? bond.options.miimon ?? 0);
  return optionNames.filter((option) => {
    const wanted = target.options[option];
    if (wanted === undefined || option === 'primary' || !takesOption(target.mode, option)) return false;
    return isUnknown(bond, option) || optionOf(bond, option) !== heldByKernel(option, wanted, miimonMs);
  });
}

const disruptionOf = (option: OptionName): Disruption => {
  if (option === 'primary') return 'port flap';
  return bondOptions[option].needs === 'empty' ? 'bond rebuilt' : 'none';
};

/** Writes one option, if it is not yet as wanted. */
export function setOption(draft: Draft, name: BondName, option: OptionName, to: string): void {
  const bond = bondOf(draft.state(), name);
  const unknown = isUnknown(bond, option);
  const from = unknown
    ? defaultOption(parseMode(bond?.mode ?? '') ?? 'balance-rr', option)
    : optionOf(bond, option);
  if (from === to && !unknown) return;
  const step: PlanStep = { do: 'setOption', bond: name, option, from, to };
  explicitly(draft, name, step);
  draft.take(step, { disruption: disruptionOf(option) });
}

/** Before a step that makes the driver change other options along with it, those are changed by steps of their own. */
export function explicitly(draft: Draft, name: BondName, step: PlanStep): void {
  const before = bondOf(draft.state(), name);
  const after = bondOf(predict(draft.state(), step), name);
  const own = step.do === 'setOption' ? [step.option, ...delays] : [...delays];
  for (const option of optionNames.filter((one) => !own.includes(one) && one !== 'primary')) {
    if (optionOf(before, option) !== optionOf(after, option))
      setOption(draft, name, option, optionOf(after, option));
  }
}

/** Writes every option that differs, one at a time; delays after miimon, which scales them. */
export function setOptions(draft: Draft, target: BondTarget): void {
  for (const option of optionNames) {
    const bond = bondOf(draft.state(), target.name);
    const wanted = target.options[option];
    if (bond === undefined || wanted === undefined) continue;
    if (changedOptions(bond, target).includes(option))
      setOption(draft, target.name, option, spelled(option, wanted));
  }
}

/** Names the primary port, once the bond has its ports. */
export function setPrimary(draft: Draft, target: BondTarget): void {
  const wanted = target.options.primary;
  if (wanted !== undefined && takesOption(target.mode, 'primary'))
    setOption(draft, target.name, 'primary', wanted);
}

/** What must happen to a bond before its options can be changed: nothing, going down, or losing its ports too. */
export function needOf(bond: BondConfig, target: BondTarget): 'nothing' | 'down' | 'rebuild' {
  const needs = changedOptions(bond, target).map((option) => bondOptions[option].needs);
  if (bond.mode !== target.mode || needs.includes('empty') || needs.includes('rebuild')) return 'rebuild';
  return needs.includes('down') ? 'down' : 'nothing';
}
