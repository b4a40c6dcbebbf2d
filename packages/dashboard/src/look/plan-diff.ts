import { type OptionValues, optionNames } from '@bondctl/proto/model/options';
import type { KeepStep, PlannedStep, PlanStep } from '@bondctl/proto/model/step';

/** One thing of a bond or interface that will be otherwise; null: it is not there. */
export interface PlanChange {
  /** The bond or interface; `this host` for what belongs to no interface. */
  readonly subject: string;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a host will have that it has not now: steps that take away what later ones put back leave nothing. */
export function changesOf(steps: readonly PlannedStep[]): readonly PlanChange[] {
  const changes = new Map<string, PlanChange>();
  for (const change of steps.flatMap(({ step }) => changesOfStep(step))) {
    const key = [change.subject, change.what, presenceOf(change)].join('\n');
    const earlier = changes.get(key);
    changes.set(key, earlier === undefined ? change : { ...change, before: earlier.before });
  }
  return [...changes.values()].filter(({ before, after }) => before !== after);
}

const present = new Set(['port', 'address', 'route']);

/** Of ports, addresses and routes there may be many, so each is a change of its own. */
const presenceOf = ({ what, before, after }: PlanChange): string =>
  present.has(what) ? (before ?? after ?? '') : '';

const host = 'this host';

const added = (subject: string, what: string, after: string): PlanChange => ({
  subject,
  what,
  before: null,
  after,
});
const removed = (subject: string, what: string, before: string): PlanChange => ({
  subject,
  what,
  before,
  after: null,
});
const became = (
  subject: string,
  what: string,
  { from, to }: { readonly from: unknown; readonly to: unknown },
) => ({
  subject,
  what,
  before: wordOf(from),
  after: wordOf(to),
});

/** The kernel's empty value is nothing to people. */
const wordOf = (value: unknown): string | null => (String(value) === '' ? null : String(value));

const options = (bond: string, values: OptionValues, of: typeof added): readonly PlanChange[] =>
  optionNames.flatMap((name) => {
    const value = values[name];
    return value === undefined || value === '' ? [] : [of(bond, name, value)];
  });

function changesOfStep(step: PlanStep | KeepStep): readonly PlanChange[] {
  switch (step.do) {
    case 'createBond':
      return [added(step.bond, 'mode', step.mode), ...options(step.bond, step.options, added)];
    case 'deleteBond':
      return [removed(step.bond, 'mode', step.mode), ...options(step.bond, step.options, removed)];
    case 'setOption':
      return [became(step.bond, step.option, step)];
    case 'setMode':
      return [became(step.bond, 'mode', step)];
    case 'addPort':
      return [added(step.bond, 'port', step.port)];
    case 'removePort':
      return [removed(step.bond, 'port', step.port)];
    default:
      return changesOfDevice(step);
  }
}

type OfDevice = Exclude<
  PlanStep | KeepStep,
  { readonly do: 'createBond' | 'deleteBond' | 'setOption' | 'setMode' | 'addPort' | 'removePort' }
>;

function changesOfDevice(step: OfDevice): readonly PlanChange[] {
  switch (step.do) {
    case 'setMtu':
      return [became(step.device, 'MTU', step)];
    case 'setMac':
      return [became(step.device, 'MAC', step)];
    case 'addAddress':
      return [added(step.device, 'address', step.cidr)];
    case 'removeAddress':
      return [removed(step.device, 'address', step.cidr)];
    case 'addRoute':
      return [added(step.device, 'route', step.route)];
    case 'removeRoute':
      return [removed(step.device, 'route', step.route)];
    case 'setSysctl':
      return [became(host, step.name, step)];
    case 'setOffload':
      return [became(step.device, step.offload, step)];
    // How it is done, and not what will be.
    case 'linkUp':
    case 'linkDown':
    case 'setManaged':
    case 'keep':
      return [];
    default:
      return step satisfies never;
  }
}
