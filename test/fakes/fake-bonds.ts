import {
  type BondDesire,
  type BondSpec,
  type BondState,
  desiredName,
  desiredTuning,
  type NamedSpec,
} from '@bondctl/proto/model/bond';
import type { HostState, InterfaceState } from '@bondctl/proto/model/host';
import type { BondName, HostId, IfName } from '@bondctl/proto/model/names';
import { isNamed, type PortChoice } from '@bondctl/proto/model/port-choice';
import type { NonEmpty } from '@bondctl/proto/model/result';
import type { PlannedStep, PlanStep } from '@bondctl/proto/model/step';
import type { Verification } from '@bondctl/proto/model/transaction';
import {
  isOffloadName,
  isSysctlName,
  type TuningName,
  tuningNames,
  tunings,
} from '@bondctl/proto/model/tuning';

/** The bonds of a host in memory. */
export type Bonds = ReadonlyMap<BondName, NamedSpec>;

/** What a desire makes of the bonds. */
export function applied(bonds: Bonds, desired: readonly BondDesire[]): Bonds {
  const next = new Map(bonds);
  for (const desire of desired) {
    if (desire.state === 'absent') next.delete(desire.name);
    else next.set(desire.spec.name, merged(bonds.get(desire.spec.name), desire.spec));
  }
  return next;
}

/** What a spec does not name is left as it is. */
function merged(before: NamedSpec | undefined, spec: BondSpec): NamedSpec {
  return {
    ...spec,
    ports: found(spec.ports),
    options: { ...before?.options, ...spec.options },
    mtu: spec.mtu ?? before?.mtu ?? 1500,
    addresses: spec.addresses ?? before?.addresses ?? [],
    tuning: { ...before?.tuning, ...spec.tuning },
  };
}

/** Every host of ours has the NICs that a spec looks for, under names that nobody writes. */
function found(choices: NonEmpty<PortChoice>): NonEmpty<IfName> {
  const names = choices.flatMap((choice, at) => {
    if (isNamed(choice)) return [choice];
    const count = 'driver' in choice ? choice.count : 1;
    return Array.from({ length: count }, (_, nic) => `nic${at}${nic === 0 ? '' : `n${nic}`}` as IfName);
  });
  return names as unknown as NonEmpty<IfName>;
}

/** The steps from the bonds as they are to what is desired; none when they are that already. */
export function stepsTo(bonds: Bonds, desired: readonly BondDesire[]): readonly PlannedStep[] {
  return desired.flatMap((desire) => {
    const before = bonds.get(desiredName(desire));
    const tuned = tuningSteps(desire, before);
    if (desire.state === 'absent') return before === undefined ? [] : [...deletion(before), ...tuned];
    const after = merged(before, desire.spec);
    return [...(before === undefined ? creation(after) : change(before, after)), ...tuned];
  });
}

const planned = (
  step: PlanStep,
  disruption: PlannedStep['disruption'],
  sentence: string,
  loses: readonly string[] = [],
) => ({
  step,
  disruption,
  sentence,
  loses,
});

/** What a host has that nobody tuned. */
const untuned: Readonly<Record<TuningName, string>> = {
  tcp_reordering: '3',
  tcp_max_reordering: '300',
  tso: 'on',
  gso: 'on',
  gro: 'on',
};

function tuningSteps(desire: BondDesire, before: NamedSpec | undefined): readonly PlannedStep[] {
  const ports = desire.state === 'present' ? found(desire.spec.ports) : (before?.ports ?? []);
  return tuningNames.flatMap((name) => {
    const [from, to] = [before?.tuning?.[name] ?? untuned[name], desiredTuning(desire)[name]];
    if (to === undefined || from === to) return [];
    if (isSysctlName(name))
      return [planned({ do: 'setSysctl', name, from, to }, 'none', `set ${name} from ${from} to ${to}`)];
    if (!isOffloadName(name)) return [];
    const devices = tunings[name].scope === 'ports' ? ports : [desiredName(desire)];
    return devices.map((device) =>
      planned(
        { do: 'setOffload', device, offload: name, from, to },
        'none',
        `switch ${name} of ${device} ${to}`,
      ),
    );
  });
}

function deletion(bond: NamedSpec): readonly PlannedStep[] {
  const { name, mode, options, ports } = bond;
  return [
    ...ports.map((port) =>
      planned({ do: 'removePort', bond: name, port }, 'port flap', `take ${port} out of ${name}`),
    ),
    planned(
      { do: 'deleteBond', bond: name, mode, options },
      'bond rebuilt',
      `delete ${name}`,
      bond.addresses ?? [],
    ),
  ];
}

function creation({ name, mode, options, ports, mtu, addresses }: NamedSpec): readonly PlannedStep[] {
  const words = Object.entries(options).map(([option, value]) => ` ${option} ${value}`);
  return [
    planned(
      { do: 'createBond', bond: name, mode, options },
      'none',
      `create ${name} in mode ${mode}${words.join('')}`,
    ),
    ...ports.map((port) =>
      planned({ do: 'addPort', bond: name, port }, 'port flap', `put ${port} into ${name}`),
    ),
    ...(mtu === null || mtu === 1500 ? [] : [mtuStep(name, 1500, mtu)]),
    ...(addresses ?? []).map((cidr) =>
      planned({ do: 'addAddress', device: name, cidr }, 'none', `give ${cidr} to ${name}`),
    ),
  ];
}

const mtuStep = (device: IfName, from: number, to: number) =>
  planned({ do: 'setMtu', device, from, to }, 'port flap', `set the MTU of ${device} from ${from} to ${to}`);

function change(before: NamedSpec, after: NamedSpec): readonly PlannedStep[] {
  const { name } = after;
  const steps: PlannedStep[] = [];
  if (before.mode !== after.mode)
    steps.push(
      planned(
        { do: 'setMode', bond: name, from: before.mode, to: after.mode },
        'bond rebuilt',
        `change ${name} from ${before.mode} to ${after.mode}`,
        [`routes of ${name}`],
      ),
    );
  for (const [option, to] of Object.entries(after.options)) {
    const from = before.options[option as keyof typeof before.options] ?? '0';
    if (from !== to)
      steps.push(
        planned(
          { do: 'setOption', bond: name, option: option as 'miimon', from, to },
          'none',
          `set ${option} of ${name} from ${from} to ${to}`,
        ),
      );
  }
  if (before.mtu !== after.mtu) steps.push(mtuStep(name, before.mtu ?? 1500, after.mtu ?? 1500));
  const held = before.addresses ?? [];
  const wanted = after.addresses ?? [];
  for (const cidr of held.filter((one) => !wanted.includes(one)))
    steps.push(planned({ do: 'removeAddress', device: name, cidr }, 'none', `take ${cidr} from ${name}`));
  for (const cidr of wanted.filter((one) => !held.includes(one)))
    steps.push(planned({ do: 'addAddress', device: name, cidr }, 'none', `give ${cidr} to ${name}`));
  return steps;
}

/** A hardware address that belongs to one bond of one host. */
export function macOf(host: HostId, bond: BondName): string {
  const sum = [...`${host}/${bond}`].reduce(
    (hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 0xffffff,
    7,
  );
  const hex = sum.toString(16).padStart(6, '0');
  return `02:00:00:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}`;
}

/** The host as it would read itself back; `partnerOf` says who answers LACP on a bond. */
export function readBack(
  host: HostId,
  bonds: Bonds,
  partnerOf: (bond: BondName) => string,
): Verification & { readonly state: HostState } {
  const list = [...bonds.values()];
  const state: HostState = {
    interfaces: list.map((bond) => device(host, bond)),
    bonds: list.map(({ name, mode, options, ports }) => ({ name, mode, options, ports })),
    routes: [],
    controlPath: [],
    tuning: { sysctls: {}, offloads: [] },
  };
  return { differences: [], state, bonds: list.map((bond) => bondState(host, bond, partnerOf(bond.name))) };
}

const device = (host: HostId, bond: NamedSpec): InterfaceState => ({
  name: bond.name,
  kind: 'bond',
  mac: macOf(host, bond.name),
  permanentMac: null,
  mtu: bond.mtu ?? 1500,
  up: true,
  carrier: true,
  speedMbps: null,
  duplex: 'full',
  master: null,
  parent: null,
  addresses: (bond.addresses ?? []).map((cidr) => ({ cidr, origin: 'static' })),
  owner: 'none',
});

function bondState(host: HostId, bond: NamedSpec, partnerMac: string): BondState {
  const lacp = bond.mode === '802.3ad';
  return {
    name: bond.name,
    driver: 'v6.1',
    mode: bond.mode,
    modeText: bond.mode,
    failOverMac: null,
    xmitHashPolicy: null,
    primary: null,
    activePort: null,
    miiStatus: 'up',
    miimonMs: 100,
    updelayMs: 0,
    downdelayMs: 0,
    peerNotifDelayMs: 0,
    arp: null,
    lacp: lacp
      ? {
          active: 'on',
          rate: 'fast',
          minLinks: 0,
          adSelect: 'stable',
          systemPriority: 65535,
          systemMac: macOf(host, bond.name),
          aggregator: { id: 1, ports: bond.ports.length, actorKey: 9, partnerKey: 9, partnerMac },
        }
      : null,
    ports: bond.ports.map((name) => ({
      name,
      miiStatus: 'up',
      speedMbps: 1000,
      duplex: 'full',
      linkFailureCount: 0,
      permanentMac: null,
      queueId: 0,
      priority: null,
      lacp: lacp
        ? {
            aggregatorId: 1,
            actorChurn: null,
            partnerChurn: null,
            actorChurnedCount: 0,
            partnerChurnedCount: 0,
            actor: null,
            partner: null,
          }
        : null,
    })),
  };
}
