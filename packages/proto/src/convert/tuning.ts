import type { DeviceOffloads, HostTuning } from '../model/host.ts';
import { offloadNames, sysctlNames, type Tuning, tuningNames } from '../model/tuning.ts';
import type { bondctl } from '../wire/gen/bondctl_v1.js';
import { type Field, shaped } from './field.ts';
import { namedValues, nameOf, type WireValue } from './named.ts';
import { ifName } from './names.ts';
import { list, record } from './record.ts';

const filled = (tuning: Tuning): Tuning | undefined =>
  Object.keys(tuning).length === 0 ? undefined : tuning;

/** What a desire names beside the driver; nothing named is absence. */
export const tuning: Field<Tuning | undefined, WireValue[]> = shaped(
  namedValues(tuningNames, 'a tuning'),
  (model: Tuning | undefined) => model ?? {},
  filled,
);

/** A setting of the whole host. */
export const sysctlName = nameOf(sysctlNames, 'a sysctl of tunings');

/** A setting of a device. */
export const offloadName = nameOf(offloadNames, 'an offload of tunings');

/** What was read beside the driver. */
export const hostTuning = record<HostTuning, bondctl.v1.HostTuning.$Properties>({
  sysctls: namedValues(sysctlNames, 'a sysctl of tunings'),
  offloads: list(
    record<DeviceOffloads, bondctl.v1.DeviceOffloads.$Properties>({
      device: ifName,
      values: namedValues(offloadNames, 'an offload of tunings'),
    }),
  ),
});
