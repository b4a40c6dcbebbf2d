/** Specs that the lab's tests apply, as people write them. */
import { writeFileSync } from 'node:fs';

/** What differs from one spec to the next. */
export type Wanted = {
  readonly mode?: string;
  readonly mtu?: number;
  readonly options?: string;
  /** Lines under `expect:`; unset: the path MTU alone, which proves in a second. */
  readonly expect?: string;
  readonly ports?: string;
};

/** A direct link of two ports between alpha and beta. */
export function pairSpec(wanted: Wanted = {}): string {
  return `version: 1
hosts: { alpha: {}, beta: {} }
bonds:
  sync0:
    hosts: [alpha, beta]
    ports: ${wanted.ports ?? '[eth1, eth2]'}
    mode: ${wanted.mode ?? 'balance-rr'}
    options: ${wanted.options ?? '{ miimon: 100 }'}
    mtu: ${wanted.mtu ?? 1500}
    addresses: { alpha: [10.9.0.1/24], beta: [10.9.0.2/24] }
links:
  drbd:
    ends: [alpha/sync0, beta/sync0]
    medium: direct
    lineRate: { rate: 200Mbit/s, framing: shaped }
    expect: ${wanted.expect ?? '{ pathMtu: true }'}
`;
}

/** The same bonds, gone. */
export const absentSpec = `version: 1
hosts: { alpha: {}, beta: {} }
bonds:
  sync0: { hosts: [alpha, beta], state: absent }
`;

/** Writes a spec where the CLI can read it and gives its path. */
export function specFile(name: string, text: string): string {
  const path = `/tmp/${name}.yaml`;
  writeFileSync(path, text);
  return path;
}
