import * as z from 'zod';
import type { FleetHost, FleetLine, FleetLink, FleetRollout, FleetView } from '../model/fleet.ts';
import type { BondName, End, HostId, IfName, LinkName, RolloutId } from '../model/names.ts';
import { type Attention, rolloutStates } from '../model/view.ts';
import { recordedEvent } from './facts.ts';
import { list, named, orNull, type Shape } from './shape.ts';
import { health, presence } from './views.ts';

/** How many hosts one reader may ask the rates of. */
export const ratesOfHostsAtMost = 100;

/** What the live stream tells beside the fleet: facts, and the rates of hosts named with commas between them. */
export const liveQuery = z.strictObject({
  events: z.enum(['yes', 'no']).default('no'),
  rates: z
    .string()
    .max(ratesOfHostsAtMost * 64)
    .optional(),
});

const unixMs = z.number();

const end: Shape<End> = z.object({ host: named<HostId>(), bond: named<BondName>() });

const fleetLink: Shape<FleetLink> = z.object({
  name: named<LinkName>(),
  medium: z.enum(['direct', 'switched']),
  health,
  sentence: z.string(),
  ends: z.tuple([end, end]),
  percent: z.number().nullable(),
  rolling: z.boolean(),
});

const fleetHost: Shape<FleetHost> = z.object({
  host: named<HostId>(),
  presence,
  health,
  sentence: z.string(),
  bonds: z.number(),
  bondsNotOk: z.number(),
});

const attention: Shape<readonly Attention[]> = list(z.object({ subject: z.string(), sentence: z.string() }));

const rollout: Shape<FleetRollout | null> = orNull(
  z.object({ id: named<RolloutId>(), state: z.enum(rolloutStates) }),
);

/** Everything there is, on one screen. */
export const fleetView: Shape<FleetView> = z.object({
  atUnixMs: unixMs,
  revision: z.number().nullable(),
  health,
  links: list(fleetLink),
  hosts: list(fleetHost),
  attention,
  rollout,
});

/** One line of the live stream. */
export const fleetLine: Shape<FleetLine> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('fleet'), fleet: fleetView }),
  z.object({
    type: z.literal('changed'),
    atUnixMs: unixMs,
    health,
    links: list(fleetLink),
    hosts: list(fleetHost),
    gone: z.object({ links: list(named<LinkName>()), hosts: list(named<HostId>()) }),
    attention,
    rollout,
  }),
  z.object({ type: z.literal('event'), event: recordedEvent }),
  z.object({
    type: z.literal('rates'),
    host: named<HostId>(),
    atUnixMs: unixMs,
    ports: list(
      z.object({
        bond: named<BondName>(),
        port: named<IfName>(),
        txBps: z.number(),
        rxBps: z.number(),
      }),
    ),
  }),
  z.object({ type: z.literal('alive'), atUnixMs: unixMs }),
]);
