import type { Uplink } from '@bondctl/proto/model/spec';
import type { SpecDocument } from './document.ts';
import { type Hosts, readBondHosts } from './hosts.ts';
import { readFields, uplinkShape } from './shape.ts';

/** Reads the section `uplinks`: what several hosts share on their way to all others. */
export function readUplinks(
  page: SpecDocument,
  section: Readonly<Record<string, unknown>>,
  hosts: Hosts,
): readonly Uplink[] {
  return Object.entries(section).flatMap(([name, value]) => {
    const path = ['uplinks', name];
    const fields = readFields(page, path, uplinkShape, value);
    const behind = readBondHosts(page, [...path, 'hosts'], fields.hosts, hosts);
    return fields.atOnce === undefined ? [] : [{ name, hosts: behind, atOnce: fields.atOnce }];
  });
}
