import { backends } from '../model/backend.ts';
import type {
  BondDesire,
  BondLacp,
  BondSpec,
  BondState,
  LacpSide,
  MiiStatus,
  PortLacp,
  PortState,
} from '../model/bond.ts';
import type { BondMode } from '../model/mode.ts';
import type { bondctl } from '../wire/gen/bondctl_v1.js';
import { type Field, nullable, optional, text, truth, whole, word } from './field.ts';
import { nameOf } from './named.ts';
import { ifName } from './names.ts';
import { optionValues } from './options.ts';
import { type WirePorts, wirePorts, withChosenPorts, withWirePorts } from './port-choice.ts';
import { items, list, record, union } from './record.ts';
import { tuning } from './tuning.ts';

/** Modes by the kernel's names. */
export const bondMode = word<BondMode, bondctl.v1.BondMode>({
  'balance-rr': 1,
  'active-backup': 2,
  'balance-xor': 3,
  broadcast: 4,
  '802.3ad': 5,
  'balance-tlb': 6,
  'balance-alb': 7,
});

const miiStatus = word<MiiStatus, bondctl.v1.MiiStatus>({
  up: 1,
  'going down': 2,
  down: 3,
  'going back': 4,
  unknown: 5,
});

/** Full or half. */
export const duplex = word<'full' | 'half', bondctl.v1.Duplex>({ full: 1, half: 2 });

type WireSpec = bondctl.v1.BondSpec.$Properties;

const bareSpec = record<Omit<BondSpec, 'ports'> & WirePorts, WireSpec>({
  name: ifName,
  mode: bondMode,
  ...wirePorts,
  options: optionValues,
  mtu: nullable(whole(0, 0xffff_ffff)),
  addresses: nullable(items(text)),
  tuning,
});

const bondSpec: Field<BondSpec, WireSpec> = {
  write: (model, place) => bareSpec.write(withWirePorts(model), place),
  read(wire, place) {
    const result = bareSpec.read(wire, place);
    return result.ok ? withChosenPorts(result.value, place) : result;
  },
};

const backendWish = nameOf([...backends, 'none'] as const, 'a backend, or none');

/** What one bond shall be, or that it shall not be. */
export const bondDesire = union<'state', BondDesire, bondctl.v1.BondDesire.$Properties>('state', {
  present: record({ spec: bondSpec, allowControlPath: truth, backend: optional(backendWish) }),
  absent: record<Omit<Extract<BondDesire, { state: 'absent' }>, 'state'>, bondctl.v1.AbsentBond.$Properties>({
    name: ifName,
    allowControlPath: truth,
    tuning,
    backend: optional(backendWish),
  }),
});

const lacpSide = record<LacpSide, bondctl.v1.LacpSide.$Properties>({
  systemPriority: nullable(whole()),
  systemMac: nullable(text),
  portKey: nullable(whole()),
  portPriority: nullable(whole()),
  portNumber: nullable(whole()),
  portState: nullable(whole()),
});

const portLacp = record<PortLacp, bondctl.v1.PortLacp.$Properties>({
  aggregatorId: nullable(whole()),
  actorChurn: nullable(text),
  partnerChurn: nullable(text),
  actorChurnedCount: nullable(whole()),
  partnerChurnedCount: nullable(whole()),
  actor: nullable(lacpSide),
  partner: nullable(lacpSide),
});

const portState = record<PortState, bondctl.v1.PortState.$Properties>({
  name: ifName,
  miiStatus,
  speedMbps: nullable(whole()),
  duplex: nullable(duplex),
  linkFailureCount: whole(),
  permanentMac: nullable(text),
  queueId: nullable(whole()),
  priority: nullable(whole(Number.MIN_SAFE_INTEGER)),
  lacp: nullable(portLacp),
});

const bondLacp = record<BondLacp, bondctl.v1.BondLacp.$Properties>({
  active: nullable(word<'on' | 'off', bondctl.v1.Switch>({ on: 1, off: 2 })),
  rate: nullable(word<'slow' | 'fast', bondctl.v1.LacpRate>({ slow: 1, fast: 2 })),
  minLinks: nullable(whole()),
  adSelect: nullable(text),
  systemPriority: nullable(whole()),
  systemMac: nullable(text),
  aggregator: nullable(
    record<NonNullable<BondLacp['aggregator']>, bondctl.v1.Aggregator.$Properties>({
      id: whole(),
      ports: whole(),
      actorKey: whole(),
      partnerKey: whole(),
      partnerMac: text,
    }),
  ),
});

/** One bond as the driver says it is. */
export const bondState = record<BondState, bondctl.v1.BondState.$Properties>({
  name: ifName,
  driver: nullable(text),
  mode: nullable(bondMode),
  modeText: text,
  failOverMac: nullable(text),
  xmitHashPolicy: nullable(text),
  primary: nullable(
    record<NonNullable<BondState['primary']>, bondctl.v1.BondPrimary.$Properties>({
      port: nullable(ifName),
      reselect: nullable(text),
    }),
  ),
  activePort: nullable(ifName),
  miiStatus,
  miimonMs: nullable(whole()),
  updelayMs: nullable(whole()),
  downdelayMs: nullable(whole()),
  peerNotifDelayMs: nullable(whole()),
  arp: nullable(
    record<NonNullable<BondState['arp']>, bondctl.v1.BondArp.$Properties>({
      intervalMs: whole(),
      missedMax: nullable(whole()),
      targets: list(text),
      nsTargets: list(text),
    }),
  ),
  lacp: nullable(bondLacp),
  ports: list(portState),
});
