import * as z from 'zod';
import { backends } from '../model/backend.ts';
import { bondModes } from '../model/mode.ts';
import type { BondName, HostId, IfName, LinkName } from '../model/names.ts';
import { type OptionName, type OptionValues, optionNames } from '../model/options.ts';
import { disruptions, type PlannedStep } from '../model/step.ts';
import { type OffloadName, offloadNames, type SysctlName, sysctlNames } from '../model/tuning.ts';
import type { ChangeSetView, PlanView } from '../model/view.ts';
import { list, named, type Shape } from './shape.ts';

const bond = named<BondName>();
const device = named<IfName>();
const mode = z.enum(bondModes);
const option = z.enum(optionNames as readonly [OptionName, ...OptionName[]]);
const options = z.partialRecord(option, z.string()) as unknown as Shape<OptionValues>;
const sysctl = z.enum(sysctlNames as readonly [SysctlName, ...SysctlName[]]);
const offload = z.enum(offloadNames as readonly [OffloadName, ...OffloadName[]]);
const family = z.enum(['inet', 'inet6']);
const text = z.string();
const yesNo = z.enum(['yes', 'no']);

/** The fields of each step. A new step does not compile until it has its row. */
const fields = {
  createBond: { bond, mode, options },
  deleteBond: { bond, mode, options },
  setOption: { bond, option, from: text, to: text },
  setMode: { bond, from: mode, to: mode },
  addPort: { bond, port: device },
  removePort: { bond, port: device },
  setMtu: { device, from: z.number(), to: z.number() },
  setMac: { device, from: text, to: text },
  linkUp: { device },
  linkDown: { device },
  addAddress: { device, cidr: text },
  removeAddress: { device, cidr: text },
  addRoute: { device, family, route: text },
  removeRoute: { device, family, route: text },
  setSysctl: { name: sysctl, from: text, to: text },
  setOffload: { device, offload, from: text, to: text },
  setManaged: { device, from: yesNo, to: yesNo },
  keep: { bond, backend: z.enum(backends), files: list(text) },
} satisfies Readonly<Record<PlannedStep['step']['do'], z.ZodRawShape>>;

const rows = Object.entries(fields).map(([act, row]) => z.object({ do: z.literal(act), ...row }));

const plannedStep: Shape<PlannedStep> = z.object({
  step: z.union(rows) as unknown as Shape<PlannedStep['step']>,
  disruption: z.enum(disruptions),
  sentence: text,
  loses: list(text),
});

const changeSetView: Shape<ChangeSetView> = z.object({
  name: text,
  participants: list(z.object({ host: named<HostId>(), steps: list(plannedStep) })),
  proofs: list(named<LinkName>()),
  witnesses: list(named<HostId>()),
  unproven: list(text),
  deadlineMs: z.number(),
});

/** What applying a spec would do. */
export const planView: Shape<PlanView> = z.object({
  digest: text,
  nothingToDo: z.boolean(),
  changeSets: list(changeSetView),
  waves: list(z.object({ canary: z.boolean(), sets: list(text) })),
  refusals: list(
    z.object({
      host: named<HostId>(),
      kind: z.enum(['refused', 'unreachable']),
      subject: text,
      message: text,
    }),
  ),
  notes: list(z.object({ host: named<HostId>(), note: text })),
  remarks: list(text),
  text,
});
