import type { FindingSubject } from '@bondctl/proto/model/finding';
import type { InterfaceState } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import { type Cidr, parseCidr } from '../spec/addresses.ts';
import type { HostEvidence } from './evidence.ts';

/** An IP address that other hosts can meet, and where it is. */
export interface Held {
  readonly host: HostId;
  /** The bond that the device is or stands on; else the host. */
  readonly subject: FindingSubject;
  readonly device: InterfaceState;
  readonly cidr: Cidr;
}

/**
 * The addresses of a host on cards, bonds and what stands on them. Not those that every host has or that never leave one:
 * loopback, link-local, bridges and tunnels without a card.
 */
export function heldBy({ host, report }: HostEvidence): readonly Held[] {
  const { interfaces } = report.state;
  return interfaces
    .filter(({ addresses }) => addresses.length > 0)
    .flatMap((device) => {
      const below = belowOf(device, interfaces);
      if (!below.some(({ kind }) => kind === 'physical' || kind === 'bond')) return [];
      const bond = below.find(({ kind }) => kind === 'bond')?.name;
      const subject: FindingSubject =
        bond === undefined ? { kind: 'host', host } : { kind: 'bond', host, bond };
      return device.addresses.flatMap(({ cidr, origin }) => {
        const read = parseCidr(cidr);
        return origin === 'kernel' || !read.ok || isLocal(read.value)
          ? []
          : [{ host, subject, device, cidr: read.value }];
      });
    });
}

/** A device and everything it stands on, topmost first. A set that is walked sees what is added on the way. */
function belowOf(device: InterfaceState, all: readonly InterfaceState[]): readonly InterfaceState[] {
  const found = new Set([device]);
  for (const one of found)
    for (const other of all) if (other.name === one.parent || other.master === one.name) found.add(other);
  return [...found];
}

const localNetworks = ['127.0.0.1/8', '169.254.0.1/16', 'fe80::1/10', '::1/128'].flatMap((text) => {
  const read = parseCidr(text);
  return read.ok ? [read.value] : [];
});

const isLocal = (cidr: Cidr): boolean =>
  localNetworks.some(
    (local) =>
      cidr.prefix >= local.prefix && networkOf({ ...cidr, prefix: local.prefix }) === networkOf(local),
  );

/** The same text for addresses in one network of the same size. */
export function networkOf({ family, address, prefix }: Cidr): string {
  const hostBits = BigInt((family === 4 ? 32 : 128) - prefix);
  return `${family} ${address >> hostBits} ${prefix}`;
}

/** `10.9.0.1/24 on alpha, sync0` */
export const heldFact = ({ host, device, cidr }: Held): string =>
  `ip address show ${device.name} on ${host}: ${cidr.text}`;
