import { isIP } from 'node:net';
// The small half of zod: the whole of it is a sixth of the agent's file.
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { socketOf } from './metrics/way.ts';

z.config(en());

/** What an agent may be asked for at all. */
export const verbs = ['observe', 'change', 'test'] as const;

/** A key with what it means; docs/configuration.md is written from this. */
const key = <T extends z.core.$ZodType>(meaning: string, schema: T): T => {
  z.globalRegistry.add(schema, { description: meaning });
  return schema;
};

const matching = (pattern: RegExp, advice: string) => z.string().check(z.regex(pattern, advice));
const whole = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));
const pattern = matching(/^[A-Za-z0-9_.*-]{1,32}$/, 'write an interface name, or one with * for any letters');
const port = whole(1024, 65_535);

const allow = z.strictObject({
  interfaces: key(
    'Interfaces that may be changed or made: names, or patterns with `*`.',
    z._default(z.array(pattern), ['*']),
  ),
  verbs: key(
    'What a controller may ask for: `observe` (hear of bonds and their events), `change` (bonds), `test` (links).',
    z._default(z.array(z.enum(verbs)), [...verbs]),
  ),
});

const ports = z
  .strictObject({
    from: key(
      'First TCP port for one-off iperf3 servers. The default lies below the ports that Linux hands out by itself.',
      z._default(port, 20_000),
    ),
    to: key('Last TCP port for one-off iperf3 servers.', z._default(port, 20_999)),
  })
  .check(
    z.refine((range) => range.from <= range.to, {
      message: 'the first port lies behind the last one',
      path: ['to'],
    }),
  );

const clockRange = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;

const budgets = z.strictObject({
  testSeconds: key(
    'Longest throughput run that may be asked for, in seconds.',
    z._default(whole(1, 3600), 600),
  ),
  testSecondsPerDay: key(
    'All throughput runs of one day (UTC) together, in seconds; a whole day is no limit.',
    z._default(whole(0, 86_400), 86_400),
  ),
  testBytesPerDay: key(
    'All throughput runs of one day (UTC) together, in bytes that the ports send and receive; null is no limit. A run is booked before it begins by what its ports can carry, and corrected by what they did.',
    z._default(z.nullable(whole(0, Number.MAX_SAFE_INTEGER)), null),
  ),
  testClasses: key(
    'Which throughput runs may be asked for: `probe` (1 s, at most a tenth of what a port carries, at any time), `measure` (in the window, begun only while others are quiet), `stress` (in the window, whatever else is there).',
    z._default(z.array(z.enum(['probe', 'measure', 'stress'])), ['probe', 'measure']),
  ),
  testWindow: key(
    'When throughput runs other than probes may begin, in UTC, e.g. `22:00-06:00`; the default is always.',
    z._default(matching(clockRange, 'write two times of day, as in 22:00-06:00'), '00:00-00:00'),
  ),
});

const ownSocket =
  'write an IP address of this host and a port from 1024 on, as in 127.0.0.1:7443 or [::1]:7443';

function isOwnSocket(text: string): boolean {
  const socket = socketOf(text);
  return socket !== undefined && isIP(socket.address) > 0 && socket.port >= 1024 && socket.port <= 65_535;
}

const metrics = z
  .strictObject({
    listen: key(
      'Where the agent shows metrics to whoever asks, over plain HTTP at `/metrics`, e.g. `127.0.0.1:7443`; null listens nowhere.',
      z._default(z.nullable(z.string().check(z.refine(isOwnSocket, ownSocket))), null),
    ),
    textfile: key(
      'Or the file it writes them to for the textfile collector of node_exporter, e.g. `/var/lib/prometheus/node-exporter/bondctl.prom`; null writes none. The folder must be there.',
      z._default(z.nullable(matching(/^\/[^\0]+\.prom$/, 'write an absolute path that ends in .prom')), null),
    ),
  })
  .check(
    z.refine((ways) => ways.listen === null || ways.textfile === null, {
      message: 'name one of listen and textfile; each shows everything',
      path: ['textfile'],
    }),
  );

function isWithin(listen: string | null, from: number, to: number): boolean {
  const port = socketOf(listen ?? '')?.port ?? 0;
  return port >= from && port <= to;
}

const schema = z
  .strictObject({
    allow: z.prefault(allow, {}),
    ports: z.prefault(ports, {}),
    budgets: z.prefault(budgets, {}),
    metrics: z.prefault(metrics, {}),
    observeEveryMs: key(
      'How often bonds are looked at when the kernel sends no event, in milliseconds.',
      z._default(whole(100, 3_600_000), 5000),
    ),
    sampleEveryMs: key(
      'How often the counters of all ports are sent while a controller is connected, in milliseconds, from 1000 to 30000; 0: never.',
      z._default(
        whole(0, 30_000).check(
          z.refine(
            (value) => value === 0 || value >= 1000,
            'write 0, or 1000 and more: faster says nothing new',
          ),
        ),
        1000,
      ),
    ),
    keepFiles: key(
      'Whether a confirmed bond is written to the files of whatever owns networking here, so that it outlives a reboot.',
      z._default(z.boolean(), true),
    ),
    dailyLog: key(
      'Whether a line for each bond goes to the system log once a day (UTC): state, link failures and their change, drift.',
      z._default(z.boolean(), true),
    ),
    stateDir: key(
      'Folder of the identity, the journal and whatever else must outlive the agent.',
      z._default(matching(/^\/[^\0]*$/, 'write an absolute path'), '/var/lib/bondctl-agent'),
    ),
  })
  .check(
    z.refine(({ metrics: { listen }, ports: { from, to } }) => !isWithin(listen, from, to), {
      message: 'this port lies among those of iperf3 (ports.from to ports.to)',
      path: ['metrics', 'listen'],
    }),
  );

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
    const inner = field instanceof z.ZodMiniPrefault ? field.def.innerType : field;
    if (inner instanceof z.ZodMiniObject) return keysOf(inner.shape, value, `${before}${name}.`);
    const meaning = z.globalRegistry.get(field)?.description ?? '';
    return [{ key: before + name, byDefault: JSON.stringify(value), meaning }];
  });
}

/** Every key of agent.yaml with its default and what it means, in the order of the file. */
export const configKeys: readonly ConfigKey[] = keysOf(schema.shape, defaultConfig, '');
