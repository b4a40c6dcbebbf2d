import type { Format } from './format.ts';
import { ifupdown } from './formats/ifupdown.ts';
import { ifupdown2 } from './formats/ifupdown2.ts';
import { netplan } from './formats/netplan.ts';
import { networkd } from './formats/networkd.ts';

/** Every format that a bond can be kept in. A new one is a file under `formats/` and a row here. */
export const formats: readonly Format[] = [networkd, netplan, ifupdown, ifupdown2];
