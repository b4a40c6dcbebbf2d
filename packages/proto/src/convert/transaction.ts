import { backends } from '../model/backend.ts';
import type { Refusal } from '../model/error.ts';
import type { Disruption, KeepStep, PlannedStep, PlanStep } from '../model/step.ts';
import type { Failure, FailureKind, HostPlan, TxOutcome, Verification } from '../model/transaction.ts';
import type { bondctl } from '../wire/gen/bondctl_v1.js';
import { bondMode, bondState } from './bond.ts';
import { text, whole, word } from './field.ts';
import { difference, family, hostState } from './host.ts';
import { nameOf } from './named.ts';
import { ifName } from './names.ts';
import { optionName, optionValues } from './options.ts';
import { list, record, single, union } from './record.ts';
import { offloadName, sysctlName } from './tuning.ts';

type AnyStep = PlanStep | KeepStep;
type StepOf<K extends AnyStep['do']> = Omit<Extract<AnyStep, { do: K }>, 'do'>;

const wholeBond = record<StepOf<'createBond'>, bondctl.v1.WholeBond.$Properties>({
  bond: ifName,
  mode: bondMode,
  options: optionValues,
});
const portOfBond = record<StepOf<'addPort'>, bondctl.v1.PortOfBond.$Properties>({
  bond: ifName,
  port: ifName,
});
const device = record<StepOf<'linkUp'>, bondctl.v1.Device.$Properties>({ device: ifName });
const deviceAddress = record<StepOf<'addAddress'>, bondctl.v1.DeviceAddress.$Properties>({
  device: ifName,
  cidr: text,
});
const deviceRoute = record<StepOf<'addRoute'>, bondctl.v1.DeviceRoute.$Properties>({
  device: ifName,
  family,
  route: text,
});

const yesNo = nameOf(['yes', 'no'] as const, 'yes or no');

/** One step of a plan. */
export const planStep = union<'do', AnyStep, bondctl.v1.PlanStep.$Properties>('do', {
  createBond: wholeBond,
  deleteBond: wholeBond,
  setOption: record({ bond: ifName, option: optionName, from: text, to: text }),
  setMode: record({ bond: ifName, from: bondMode, to: bondMode }),
  addPort: portOfBond,
  removePort: portOfBond,
  setMtu: record({ device: ifName, from: whole(), to: whole() }),
  setMac: record({ device: ifName, from: text, to: text }),
  linkUp: device,
  linkDown: device,
  addAddress: deviceAddress,
  removeAddress: deviceAddress,
  addRoute: deviceRoute,
  removeRoute: deviceRoute,
  setSysctl: record({ name: sysctlName, from: text, to: text }),
  setOffload: record({ device: ifName, offload: offloadName, from: text, to: text }),
  setManaged: record({ device: ifName, from: yesNo, to: yesNo }),
  keep: record({ bond: ifName, backend: nameOf(backends, 'a backend'), files: list(text) }),
});

const plannedStep = record<PlannedStep, bondctl.v1.PlannedStep.$Properties>({
  step: planStep,
  disruption: word<Disruption, bondctl.v1.Disruption>({
    none: 1,
    'port flap': 2,
    'bond down': 3,
    'bond rebuilt': 4,
  }),
  sentence: text,
  loses: list(text),
});

/** Why a host will not do something. */
export const refusal = record<Refusal, bondctl.v1.Refusal.$Properties>({ subject: text, message: text });

/** What a host would do. */
export const hostPlan = record<HostPlan, bondctl.v1.HostPlan.$Properties>({
  steps: list(plannedStep),
  refusals: list(refusal),
  notes: list(text),
  basis: text,
});

const verification = record<Verification, bondctl.v1.Verification.$Properties>({
  differences: list(difference),
  bonds: list(bondState),
  state: hostState,
});

const failure = record<Failure, bondctl.v1.Failure.$Properties>({
  kind: word<FailureKind, bondctl.v1.FailureKind>({
    snapshot: 1,
    watchdog: 2,
    step: 3,
    verify: 4,
    deadline: 5,
    asked: 6,
    interrupted: 7,
    restore: 8,
  }),
  message: text,
});

/** How a transaction stands. */
export const txOutcome = union<'phase', TxOutcome, bondctl.v1.TxOutcome.$Properties>('phase', {
  prepared: record({ deadlineInMs: whole() }),
  awaitingConfirm: single('verification', verification),
  committed: record({}),
  rolledBack: single('why', failure),
  stuck: record({ why: failure, differences: list(difference) }),
});
