// Arbitrary values of the model: every variant, every null, every word of every list.
import { backends } from '@bondctl/proto/model/backend';
import type {
  BondDesire,
  BondLacp,
  BondSpec,
  BondState,
  NamedDesire,
  NamedSpec,
  PortState,
} from '@bondctl/proto/model/bond';
import type { Described } from '@bondctl/proto/model/described';
import type { Difference, HostReport, HostState, HostTuning } from '@bondctl/proto/model/host';
import { bondModes } from '@bondctl/proto/model/mode';
import type { CommandId, HostId, IfName, TestId, TxId } from '@bondctl/proto/model/names';
import { type OptionValues, optionNames } from '@bondctl/proto/model/options';
import type { PortChoice } from '@bondctl/proto/model/port-choice';
import type { NonEmpty } from '@bondctl/proto/model/result';
import { offloadNames, sysctlNames, tuningNames } from '@bondctl/proto/model/tuning';
import fc from 'fast-check';

const id = (kind: string) => fc.stringMatching(/^[A-Za-z0-9_-]{8,20}$/).map((rest) => `${kind}_${rest}`);

export const ifName = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,14}$/).map((name) => name as IfName);
export const hostId = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/).map((name) => name as HostId);
export const txId = id('tx').map((text) => text as TxId);
export const testId = id('test').map((text) => text as TestId);
export const commandId = id('cmd').map((text) => text as CommandId);
export const text = fc.string({ unit: 'grapheme', maxLength: 30 });
export const whole = fc.oneof(fc.nat(), fc.maxSafeNat(), fc.constant(Number.MAX_SAFE_INTEGER));
export const real = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (Object.is(value, -0) ? 0 : value));
export const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
export const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 });
export const some = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.array(arbitrary, { minLength: 1, maxLength: 3 }).map((list) => list as unknown as NonEmpty<T>);

const mode = fc.constantFrom(...bondModes);
const duplex = orNull(fc.constantFrom('full' as const, 'half' as const));
const mii = fc.constantFrom(
  'up' as const,
  'going down' as const,
  'down' as const,
  'going back' as const,
  'unknown' as const,
);

const valuesOf = <N extends string>(names: readonly N[], least = 0) =>
  fc
    .subarray([...names], { minLength: least })
    .chain((some) =>
      fc
        .tuple(...some.map(() => text))
        .map(
          (values) =>
            Object.fromEntries(some.map((n, i) => [n, values[i]])) as Readonly<Partial<Record<N, string>>>,
        ),
    );

export const options: fc.Arbitrary<OptionValues> = valuesOf(optionNames);

/** A key that may be missing, as whatever was said before it was known. */
const orMissing = <K extends string, T>(key: K, arbitrary: fc.Arbitrary<T>) =>
  fc
    .option(arbitrary, { nil: null })
    .map((value) => (value === null ? {} : { [key]: value })) as fc.Arbitrary<{
    readonly [P in K]?: T;
  }>;

const tuning = orMissing('tuning', valuesOf(tuningNames, 1));
const hostTuning: fc.Arbitrary<HostTuning> = fc.record({
  sysctls: valuesOf(sysctlNames),
  offloads: few(fc.record({ device: ifName, values: valuesOf(offloadNames) })),
});

const portChoice: fc.Arbitrary<PortChoice> = fc.oneof(
  ifName,
  fc.record({ mac: text }),
  fc.record({ path: text }),
  fc.record({ driver: text, count: fc.integer({ min: 1, max: 0xffff_ffff }) }),
);

const specWith = <P>(port: fc.Arbitrary<P>) =>
  fc
    .tuple(
      fc.record({
        name: ifName,
        mode,
        ports: some(port),
        options,
        mtu: orNull(fc.nat()),
        addresses: orNull(few(text)),
      }),
      tuning,
    )
    .map(([bare, more]) => ({ ...bare, ...more }));

const desireWith = <S extends BondSpec>(spec: fc.Arbitrary<S>): fc.Arbitrary<BondDesire<S>> =>
  fc.oneof(
    fc.record({ state: fc.constant('present' as const), spec, allowControlPath: fc.boolean() }),
    fc
      .tuple(
        fc.record({ state: fc.constant('absent' as const), name: ifName, allowControlPath: fc.boolean() }),
        tuning,
      )
      .map(([bare, more]) => ({ ...bare, ...more })),
  );

export const desire: fc.Arbitrary<BondDesire> = desireWith(specWith(portChoice));
export const namedDesire: fc.Arbitrary<NamedDesire> = desireWith(
  fc
    .tuple(specWith(ifName), orMissing('chosen', some(portChoice)))
    .map(([spec, more]): NamedSpec => ({ ...spec, ...more })),
);

const lacpSide = fc.record({
  systemPriority: orNull(whole),
  systemMac: orNull(text),
  portKey: orNull(whole),
  portPriority: orNull(whole),
  portNumber: orNull(whole),
  portState: orNull(whole),
});

const port: fc.Arbitrary<PortState> = fc.record({
  name: ifName,
  miiStatus: mii,
  speedMbps: orNull(whole),
  duplex,
  linkFailureCount: whole,
  permanentMac: orNull(text),
  queueId: orNull(whole),
  priority: orNull(fc.integer()),
  lacp: orNull(
    fc.record({
      aggregatorId: orNull(whole),
      actorChurn: orNull(text),
      partnerChurn: orNull(text),
      actorChurnedCount: orNull(whole),
      partnerChurnedCount: orNull(whole),
      actor: orNull(lacpSide),
      partner: orNull(lacpSide),
    }),
  ),
});

const bondLacp: fc.Arbitrary<BondLacp> = fc.record({
  active: orNull(fc.constantFrom('on' as const, 'off' as const)),
  rate: orNull(fc.constantFrom('slow' as const, 'fast' as const)),
  minLinks: orNull(whole),
  adSelect: orNull(text),
  systemPriority: orNull(whole),
  systemMac: orNull(text),
  aggregator: orNull(
    fc.record({ id: whole, ports: whole, actorKey: whole, partnerKey: whole, partnerMac: text }),
  ),
});

export const bondState: fc.Arbitrary<BondState> = fc.record({
  name: ifName,
  driver: orNull(text),
  mode: orNull(mode),
  modeText: text,
  failOverMac: orNull(text),
  xmitHashPolicy: orNull(text),
  primary: orNull(fc.record({ port: orNull(ifName), reselect: orNull(text) })),
  activePort: orNull(ifName),
  miiStatus: mii,
  miimonMs: orNull(whole),
  updelayMs: orNull(whole),
  downdelayMs: orNull(whole),
  peerNotifDelayMs: orNull(whole),
  arp: orNull(
    fc.record({ intervalMs: whole, missedMax: orNull(whole), targets: few(text), nsTargets: few(text) }),
  ),
  lacp: orNull(bondLacp),
  ports: few(port),
});

const bareState = fc.record({
  interfaces: few(
    fc.record({
      name: ifName,
      kind: text,
      mac: text,
      permanentMac: orNull(text),
      mtu: whole,
      up: fc.boolean(),
      carrier: fc.boolean(),
      speedMbps: orNull(whole),
      duplex,
      master: orNull(ifName),
      parent: orNull(ifName),
      addresses: few(
        fc.record({
          cidr: text,
          origin: fc.constantFrom('static' as const, 'kernel' as const, 'dynamic' as const),
        }),
      ),
      owner: fc.constantFrom(
        'none' as const,
        'NetworkManager' as const,
        'systemd-networkd' as const,
        'ifupdown' as const,
        'ifupdown2' as const,
      ),
    }),
  ),
  bonds: few(fc.record({ name: ifName, mode: text, options, ports: few(ifName) })),
  routes: few(
    fc.record({
      device: ifName,
      family: fc.constantFrom('inet' as const, 'inet6' as const),
      text,
      madeByKernel: fc.boolean(),
    }),
  ),
  controlPath: few(ifName),
});
export const hostState: fc.Arbitrary<HostState> = fc
  .tuple(bareState, orMissing('tuning', hostTuning))
  .map(([bare, more]) => ({ ...bare, ...more }));

export const difference: fc.Arbitrary<Difference> = fc.record({ path: text, wanted: text, found: text });

export const described: fc.Arbitrary<Described> = fc.record({
  bonds: few(
    fc.record({
      bond: ifName,
      file: orNull(fc.record({ backend: fc.constantFrom(...backends), path: text })),
      differences: few(difference),
    }),
  ),
  problems: few(fc.record({ path: text, line: whole, message: text })),
});

export const report: fc.Arbitrary<HostReport> = fc.record({
  kernel: text,
  agentVersion: text,
  iperf3Version: orNull(text),
  bootId: text,
  state: hostState,
  bonds: few(bondState),
  unknownLines: few(text),
  transaction: orNull(fc.record({ id: text, phase: text })),
  drift: few(fc.record({ bond: ifName, differences: few(difference), sinceUnixMs: whole })),
  lastEvent: whole,
});
