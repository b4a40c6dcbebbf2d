/** A topology from a JSON file. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Topology } from './topology.ts';

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

/** What a topology file says, or why it says nothing; whether it can be built is for `topologyProblems`. */
export function readTopology(path: string): { topology?: Topology; problems: string[] } {
  let text: unknown;
  try {
    text = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return { problems: [`${path} cannot be read as JSON: ${(error as Error).message}`] };
  }
  const parsed = file.safeParse(text);
  if (parsed.success) return { topology: parsed.data, problems: [] };
  return {
    problems: parsed.error.issues.map(({ path: at, message }) => `${path}: ${at.join('.')}: ${message}`),
  };
}
