/** A topology from a JSON file. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { TopologySource } from './command-line.ts';
import { type Topology, topologyProblems } from './topology.ts';

const plug = z.strictObject({ host: z.string(), nic: z.string() });
const file = z.strictObject({
  hosts: z.array(
    z.strictObject({
      name: z.string(),
      nics: z.array(z.strictObject({ name: z.string(), rate: z.string().exactOptional() })),
    }),
  ),
  cables: z.array(z.strictObject({ a: plug, b: plug })).default([]),
  switches: z
    .array(z.strictObject({ name: z.string(), ports: z.array(plug), mtu: z.int().exactOptional() }))
    .default([]),
});

/** A topology that can be built, or everything that speaks against it. */
export type Found =
  | { readonly kind: 'good'; readonly topology: Topology }
  | { readonly kind: 'bad'; readonly problems: readonly string[] };

/** Gets the topology from where the command line says, and checks it. */
export function findTopology(source: TopologySource): Found {
  const found: Found =
    source.kind === 'file' ? readTopology(source.path) : { kind: 'good', topology: source.topology };
  if (found.kind === 'bad') return found;
  const problems = topologyProblems(found.topology);
  return problems.length === 0 ? found : { kind: 'bad', problems };
}

function readTopology(path: string): Found {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return { kind: 'bad', problems: [`${path} cannot be read as JSON: ${(error as Error).message}`] };
  }
  const parsed = file.safeParse(content);
  if (parsed.success) return { kind: 'good', topology: parsed.data };
  const problems = parsed.error.issues.map(({ path: at, message }) => `${path}: ${at.join('.')}: ${message}`);
  return { kind: 'bad', problems };
}
