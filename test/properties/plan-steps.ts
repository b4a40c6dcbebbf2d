// Arbitrary steps of plans: one arbitrary per kind, so that a missing one does not compile.
import { backends } from '@bondctl/proto/model/backend';
import { bondModes } from '@bondctl/proto/model/mode';
import { optionNames } from '@bondctl/proto/model/options';
import type { PlannedStep } from '@bondctl/proto/model/step';
import { offloadNames, sysctlNames } from '@bondctl/proto/model/tuning';
import fc from 'fast-check';
import { few, ifName, options, text, whole } from './words.ts';

type Step = PlannedStep['step'];

const device = fc.record({ device: ifName });
const address = fc.record({ device: ifName, cidr: text });
const mode = fc.constantFrom(...bondModes);
const route = fc.record({
  device: ifName,
  family: fc.constantFrom('inet' as const, 'inet6' as const),
  route: text,
});
const bond = fc.record({ bond: ifName, mode, options: options });
const portOf = fc.record({ bond: ifName, port: ifName });

const steps: { [K in Step['do']]: fc.Arbitrary<Omit<Extract<Step, { do: K }>, 'do'>> } = {
  createBond: bond,
  deleteBond: bond,
  setOption: fc.record({ bond: ifName, option: fc.constantFrom(...optionNames), from: text, to: text }),
  setMode: fc.record({ bond: ifName, from: mode, to: mode }),
  addPort: portOf,
  removePort: portOf,
  setMtu: fc.record({ device: ifName, from: whole, to: whole }),
  setMac: fc.record({ device: ifName, from: text, to: text }),
  linkUp: device,
  linkDown: device,
  addAddress: address,
  removeAddress: address,
  addRoute: route,
  removeRoute: route,
  setSysctl: fc.record({ name: fc.constantFrom(...sysctlNames), from: text, to: text }),
  setOffload: fc.record({ device: ifName, offload: fc.constantFrom(...offloadNames), from: text, to: text }),
  setManaged: fc.record({
    device: ifName,
    from: fc.constantFrom('yes', 'no'),
    to: fc.constantFrom('yes', 'no'),
  }),
  keep: fc.record({ bond: ifName, backend: fc.constantFrom(...backends), files: few(text) }),
};
/** Any step, each as often. */
export const anyStep = fc.oneof(
  ...Object.entries<fc.Arbitrary<object>>(steps).map(([name, content]) =>
    content.map((rest) => ({ ...rest, do: name }) as unknown as Step),
  ),
);
