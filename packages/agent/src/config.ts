import * as z from 'zod';

/** What an agent may be asked for at all. */
export const verbs = ['observe', 'change', 'test'] as const;

const pattern = z
  .string()
  .regex(/^[A-Za-z0-9_.*-]{1,32}$/, 'write an interface name, or one with * for any letters');
const port = z.int().min(1024).max(65_535);
const absolute = z.string().regex(/^\/[^\0]*$/, 'write an absolute path');

const allow = z.strictObject({
  interfaces: z
    .array(pattern)
    .default(['*'])
    .describe('Interfaces that may be changed or made: names, or patterns with `*`.'),
  verbs: z
    .array(z.enum(verbs))
    .default([...verbs])
    .describe(
      'What a controller may ask for: `observe` (hear of bonds and their events), `change` (bonds), `test` (links).',
    ),
});

const ports = z
  .strictObject({
    from: port
      .default(20_000)
      .describe(
        'First TCP port for one-off iperf3 servers. The default lies below the ports that Linux hands out by itself.',
      ),
    to: port.default(20_999).describe('Last TCP port for one-off iperf3 servers.'),
  })
  .refine((range) => range.from <= range.to, {
    message: 'the first port lies behind the last one',
    path: ['to'],
  });

const budgets = z.strictObject({
  testSeconds: z
    .int()
    .min(1)
    .max(3600)
    .default(600)
    .describe('Longest throughput run that may be asked for, in seconds.'),
});

const schema = z.strictObject({
  allow: allow.prefault({}).describe('What a controller may do on this host.'),
  ports: ports.prefault({}).describe('Where iperf3 servers of link tests listen.'),
  budgets: budgets.prefault({}).describe('How much of this host a controller may use.'),
  observeEveryMs: z
    .int()
    .min(100)
    .max(3_600_000)
    .default(5000)
    .describe('How often bonds are looked at when the kernel sends no event, in milliseconds.'),
  stateDir: absolute
    .default('/var/lib/bondctl-agent')
    .describe('Folder of the identity, the journal and whatever else must outlive the agent.'),
});

/** The host owner's word. No controller can change it. */
export type Config = z.infer<typeof schema>;

/** What is in force where there is no agent.yaml. */
export const defaultConfig: Config = schema.parse({});

/** One key of agent.yaml as docs/configuration.md shows it. */
export interface ConfigKey {
  readonly key: string;
  readonly byDefault: string;
  readonly meaning: string;
}

/** A value as it was written against the schema; the issues are zod's. */
export const checkConfig = (written: unknown) => schema.safeParse(written ?? {});

/** The member of a value that is an object; undefined for everything else. */
const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

function keysOf(
  fields: Readonly<Record<string, z.core.$ZodType>>,
  values: unknown,
  before: string,
): readonly ConfigKey[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = memberOf(values, name);
    const inner = field instanceof z.ZodPrefault ? field.unwrap() : field;
    if (inner instanceof z.ZodObject) return keysOf(inner.shape, value, `${before}${name}.`);
    const meaning = z.globalRegistry.get(field)?.description ?? '';
    return [{ key: before + name, byDefault: JSON.stringify(value), meaning }];
  });
}

/** Every key of agent.yaml with its default and what it means, in the order of the file. */
export const configKeys: readonly ConfigKey[] = keysOf(schema.shape, defaultConfig, '');
