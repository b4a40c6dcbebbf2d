import { type BondDesire, desiredName } from '@bondctl/proto/model/bond';
import type { DeviceOffloads, HostState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import type { HostReader, Label } from '../kernel/ports.ts';
import { interfaceOf } from './lookup.ts';
import { choosePorts } from './ports-chosen.ts';
import { offloadPlaces, portsOf } from './tuning.ts';

/** A state with the offloads of these devices, as far as they exist; asks nobody where there is none. */
async function withOffloads(
  reader: HostReader,
  label: Label,
  state: HostState,
  devices: readonly IfName[],
): Promise<HostState> {
  const there = [...new Set(devices)].filter((device) => interfaceOf(state, device) !== undefined);
  if (there.length === 0) return state;
  const offloads = await reader.offloads(label, there);
  return { ...state, tuning: { sysctls: {}, ...state.tuning, offloads } };
}

/** The host as a change for these desires must know it: with the offloads that they may touch. */
export async function readFor(
  reader: HostReader,
  label: Label,
  written: readonly BondDesire[],
): Promise<HostState> {
  const state = await reader.state(label);
  const { desired } = choosePorts(written, state);
  const places = offloadPlaces(state, desired);
  // A bond that is still to be made tells nothing; that there is an ethtool shows on its ports.
  const ports = desired
    .filter((desire) => places.some((one) => one.bond === desiredName(desire)))
    .flatMap((desire) => portsOf(state, desire, desired));
  return await withOffloads(reader, label, state, [...places.map((one) => one.device), ...ports]);
}

/** The host with the offloads of the devices of which they are known already: wanted, or as they were. */
export const readAgain = async (
  reader: HostReader,
  label: Label,
  known: readonly DeviceOffloads[],
): Promise<HostState> =>
  await withOffloads(
    reader,
    label,
    await reader.state(label),
    known.map((one) => one.device),
  );
