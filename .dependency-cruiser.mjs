// Who may import whom. Each rule says why; test/house/imports.test.ts breaks each one on purpose.
// A place is `package/folder/` or `package/file` below packages/<package>/src.

/**
 * Every folder, what it may import besides itself, and why. A new folder is one line here.
 * @type {Record<string, { may: string[], why: string }>}
 */
export const folders = {
  'proto/model/': {
    may: [],
    why: 'the words of the project depend on nothing, so that everything may depend on them',
  },
  'proto/wire/': {
    may: ['proto/model/'],
    why: 'bytes and frames know the words, not what is done with them',
  },
  'proto/convert/': {
    may: ['proto/model/', 'proto/wire/'],
    why: 'the one door between wire types and words',
  },
  'proto/api/': {
    may: ['proto/model/'],
    why: 'bodies and client of the API are plain words; the wire is for agents',
  },

  'proto/metrics/': {
    may: ['proto/model/'],
    why: 'a report becomes the same figures whoever serves them, controller or agent',
  },

  'agent/kernel/': {
    may: ['proto/model/', 'agent/parse/'],
    why: 'the only room that touches the machine decides nothing',
  },
  'agent/parse/': {
    may: ['proto/model/'],
    why: "the kernel's text becomes words before anything else happens",
  },
  'agent/observe/': {
    may: ['proto/model/', 'agent/parse/', 'agent/kernel/ports'],
    why: 'truth flows from kernel over parse to observe; it never knows who listens',
  },
  'agent/transaction/': {
    may: ['proto/model/', 'agent/parse/', 'agent/kernel/ports'],
    why: 'a change reads and writes the host through ports, and does not know who ordered it',
  },
  'agent/persist/': {
    may: [
      'proto/model/',
      'agent/parse/',
      'agent/kernel/command-result',
      'agent/kernel/ports',
      'agent/transaction/',
    ],
    why: 'what is kept in files follows from what a transaction confirmed, and never leads to one',
  },
  'agent/linktest/': {
    may: ['proto/model/', 'agent/parse/', 'agent/kernel/ports'],
    why: 'a measurement drives programs through ports, and changes nothing',
  },
  'agent/uplink/': {
    may: ['proto/model/', 'proto/wire/', 'proto/convert/', 'agent/kernel/ports'],
    why: 'orders and outcomes pass through as values; uplink and transaction meet in main only',
  },
  'agent/metrics/': {
    may: ['proto/model/', 'proto/metrics/', 'agent/kernel/ports'],
    why: 'a figure is read off what is known already; who scrapes can neither ask for more nor change anything',
  },
  'agent/commands/': {
    may: ['agent/', 'proto/model/', 'proto/wire/', 'proto/convert/', 'proto/metrics/'],
    why: 'a subcommand wires what it needs, like main; the API is for controllers and people',
  },

  'controller/spec/': { may: ['proto/model/'], why: 'what people write comes first in the river of intent' },
  'controller/plan/': {
    may: ['proto/model/', 'controller/spec/'],
    why: 'a plan follows from a spec, never from a rollout',
  },
  'controller/hash/': {
    may: ['proto/model/', 'controller/spec/'],
    why: 'where a stream leaves follows from addresses and a policy, whoever asks',
  },
  'controller/linktest/': {
    may: [
      'proto/model/',
      'controller/hash/',
      'controller/spec/',
      'controller/plan/',
      'controller/hub/ports',
      'controller/store/ports',
    ],
    why: 'a test is asked for by a rollout or a person and knows neither',
  },
  'controller/statistics/': {
    may: ['proto/model/', 'controller/linktest/figures'],
    why: 'many results become one verdict by arithmetic; who measured them, and who asks, is not known here',
  },
  'controller/page/': {
    may: ['proto/model/', 'controller/linktest/figures'],
    why: 'a result becomes a picture and a page by writing; whoever reads it needs neither controller nor network',
  },
  'controller/assess/': {
    may: [
      'proto/model/',
      'controller/linktest/',
      'controller/statistics/',
      'controller/findings/',
      'controller/hub/ports',
      'controller/store/ports',
    ],
    why: 'what a test means beside reports and earlier results is read here; who measures and who rolls does not know',
  },
  'controller/mesh/': {
    may: ['proto/model/', 'controller/linktest/schedule', 'controller/store/ports'],
    why: 'which links are tested when follows from who shares what; how one is tested is a port',
  },
  'controller/rollout/': {
    may: [
      'proto/model/',
      'controller/spec/',
      'controller/plan/',
      'controller/linktest/',
      'controller/hub/ports',
      'controller/store/ports',
    ],
    why: 'the last station of intent: everything left of it may be used, nothing right of it',
  },
  'controller/sweep/': {
    may: [
      'proto/model/',
      'controller/spec/',
      'controller/plan/',
      'controller/rollout/',
      'controller/linktest/',
      'controller/statistics/',
      'controller/hub/ports',
      'controller/store/ports',
    ],
    why: 'a candidate is a change set that is never confirmed: planned and driven as a rollout does it, beside it',
  },
  'controller/record/': {
    may: ['proto/model/', 'controller/store/ports'],
    why: 'facts are appended and folded, not acted on',
  },
  'controller/findings/': {
    may: ['proto/model/', 'controller/spec/'],
    why: 'a finding follows from what hosts said and the spec wants; who asks and who acts is not its business',
  },
  'controller/metrics/': {
    may: ['proto/model/', 'proto/metrics/', 'controller/record/'],
    why: 'a metric is read off what the record shows already; who scrapes it, and when, is the business of the API',
  },
  'controller/history/': {
    may: ['proto/model/', 'controller/hub/ports', 'controller/store/history-ports', 'controller/store/ports'],
    why: 'samples become layers of history by arithmetic; who shows them, and what they mean, is decided elsewhere',
  },
  'controller/heal/': {
    may: ['proto/model/', 'controller/record/', 'controller/hub/ports', 'controller/store/ports'],
    why: 'healing asks for what people ask for, through a port, and has no way of its own to a host',
  },
  'controller/alerts/': {
    may: ['proto/model/', 'controller/record/', 'controller/spec/', 'controller/store/ports'],
    why: 'an alert follows from what the record shows; it changes nothing and asks no host',
  },
  'controller/adopt/': {
    may: ['proto/model/', 'controller/spec/', 'controller/hub/ports', 'controller/store/ports'],
    why: 'a spec is read off what is there before any intent: nothing is planned, changed or measured here',
  },
  'controller/hub/': {
    may: ['proto/model/', 'proto/wire/', 'proto/convert/', 'controller/store/ports'],
    why: 'the hub carries words to hosts; what they mean is decided elsewhere',
  },
  'controller/store/': {
    may: ['proto/model/'],
    why: 'rows are words; a store that knew its users could not be replaced',
  },
  'controller/operators/': {
    may: ['proto/model/', 'proto/wire/bucket', 'controller/store/ports'],
    why: 'who may come in is decided beside the API, which knows how they come in and what they then may do',
  },
  'controller/ca/': {
    may: ['proto/model/', 'proto/wire/', 'controller/store/ports'],
    why: 'certificates are issued in one room',
  },
  'controller/api/': {
    may: [
      'proto/model/',
      'proto/api/',
      'proto/metrics/',
      'controller/record/',
      'controller/findings/',
      'controller/history/ports',
      'controller/mesh/',
      'controller/metrics/',
      'controller/statistics/',
      'controller/page/',
      'controller/operators/ports',
      'controller/hub/ports',
      'controller/store/ports',
    ],
    why: 'the API shows and asks through ports; sockets and SQL dialects stay behind them',
  },
  'controller/cli/': {
    may: ['proto/model/', 'proto/api/', 'controller/page/'],
    why: 'the CLI is a client like any other, only through the API; pages are made of what the API answered',
  },

  'dashboard/look/': {
    may: ['proto/model/'],
    why: 'what a page shows follows from what the API answered, and is tested without a browser',
  },
  'dashboard/api/': {
    may: ['proto/model/', 'proto/api/'],
    why: 'the one place that asks the controller: everything else sees a client',
  },
  'dashboard/state/': {
    may: ['proto/model/', 'proto/api/', 'dashboard/api/', 'dashboard/look/'],
    why: 'state is kept and asked for here; who draws it is not known',
  },
  'dashboard/parts/': {
    may: ['proto/model/', 'dashboard/look/', 'dashboard/state/'],
    why: 'a part may stand on any page, so it knows none',
  },
  'dashboard/pages/': {
    may: ['proto/model/', 'proto/api/', 'dashboard/look/', 'dashboard/state/', 'dashboard/parts/'],
    why: 'a page is made of parts and state; addresses lead to it, and it leads nowhere but by address',
  },
  'dashboard/routes/': {
    may: ['proto/model/', 'dashboard/look/', 'dashboard/state/', 'dashboard/parts/', 'dashboard/pages/'],
    why: 'the table of addresses and the frame around every page; above it is only main',
  },
};

/** Which other packages a package may import, by their exports only. */
const packages = { proto: [], agent: ['proto'], controller: ['proto'], lab: [], dashboard: ['proto'] };

/**
 * Who touches the world. Every other file in a folder of agent and controller is pure, and so are model, convert and metrics: no
 * Node, no packages, no clock, no chance. The files beside `main.ts` wire. ESLint reads this list too.
 */
export const shells = [
  'agent/commands/',
  'agent/kernel/',
  'agent/linktest/account',
  'agent/linktest/booking',
  'agent/linktest/iperf-run',
  'agent/linktest/latency',
  'agent/linktest/leftovers',
  'agent/linktest/path-probe',
  'agent/linktest/readiness',
  'agent/linktest/readings',
  'agent/linktest/runner',
  'agent/linktest/look',
  'agent/linktest/sampler',
  'agent/linktest/sight',
  'agent/linktest/session-shell',
  'agent/linktest/surroundings',
  'agent/linktest/watch',
  'agent/metrics/listener',
  'agent/metrics/page',
  'agent/metrics/textfile',
  'agent/observe/daily-log',
  'agent/observe/observer',
  'agent/observe/port-sampler',
  'agent/persist/ifstate',
  'agent/persist/keeper',
  'agent/persist/place',
  'agent/persist/programs',
  'agent/persist/sight',
  'agent/persist/texts',
  'agent/transaction/boot-clock',
  'agent/transaction/boot-guard',
  'agent/transaction/confirmed',
  'agent/transaction/effects',
  'agent/transaction/engine',
  'agent/transaction/journal',
  'agent/transaction/lock',
  'agent/transaction/process-table',
  'agent/transaction/reading',
  'agent/transaction/restore',
  'agent/transaction/runner',
  'agent/transaction/watch',
  'agent/transaction/watchdog',
  'agent/transaction/watchdog-timer',
  'agent/uplink/commands',
  'agent/uplink/dispatch',
  'agent/uplink/identity',
  'agent/uplink/join',
  'agent/uplink/ledger',
  'agent/uplink/peer-chain',
  'agent/uplink/receiver',
  'agent/uplink/renew',
  'agent/uplink/sender',
  'agent/uplink/socket',
  'agent/uplink/uplink',
  'controller/adopt/adoption',
  'controller/adopt/probed',
  'controller/adopt/reach',
  'controller/alerts/alerts',
  'controller/alerts/delivery/command',
  'controller/alerts/delivery/sender',
  'controller/alerts/delivery/webhook',
  'controller/alerts/keeper',
  'controller/api/',
  'controller/assess/read',
  'controller/assess/tests',
  'controller/ca/',
  'controller/cli/',
  'controller/heal/healer',
  'controller/history/history',
  'controller/history/keeper',
  'controller/history/pruning',
  'controller/hub/agent-session',
  'controller/hub/clock',
  'controller/hub/deliveries',
  'controller/hub/hub',
  'controller/hub/socket',
  'controller/linktest/conduct',
  'controller/mesh/run',
  'controller/linktest/runner',
  'controller/operators/attempts',
  'controller/operators/open-requests',
  'controller/operators/operators',
  'controller/operators/secret',
  'controller/record/drift-recorder',
  'controller/record/feed',
  'controller/record/heal-facts',
  'controller/record/recorder',
  'controller/rollout/accept',
  'controller/rollout/carry',
  'controller/rollout/ids',
  'controller/rollout/planner',
  'controller/rollout/keeper',
  'controller/rollout/run',
  'controller/rollout/runner',
  'controller/store/',
  'controller/sweep/run',
  'controller/sweep/sweeps',
  'controller/sweep/trial',
  'proto/metrics/exposition',
  'proto/metrics/process-now',
];

/**
 * Dependencies that live in one room each, so that replacing one touches one room.
 * @type {Record<string, { modules: string[], in: string[], why: string }>}
 */
const rooms = {
  ws: {
    modules: ['ws'],
    in: ['agent/uplink/socket', 'controller/hub/socket'],
    why: 'sockets are adapters; machines see values',
  },
  x509: {
    modules: ['@peculiar/x509', 'reflect-metadata'],
    in: ['controller/ca/'],
    why: 'it costs 15 MiB; only the CA signs',
  },
  sql: {
    modules: ['kysely', 'better-sqlite3'],
    in: ['controller/store/'],
    why: 'SQL stays behind the store ports',
  },
  'prom-client': {
    modules: ['prom-client'],
    in: ['proto/metrics/exposition'],
    why: 'families are plain values; only the file that writes their text knows how it is written',
  },
  protobuf: { modules: ['protobufjs', 'long'], in: ['proto/wire/'], why: 'wire types stop at convert' },
  uplot: {
    modules: ['uplot'],
    in: ['dashboard/parts/chart'],
    why: 'a chart is one part: pages give it rows of numbers, and could get them drawn by something else',
  },
  fastify: {
    modules: ['fastify', '@fastify/static', 'fastify-type-provider-zod'],
    in: ['controller/api/'],
    why: 'HTTP stays in the API',
  },
};

const testFile = '\\.(test|prop)\\.tsx?$';
const quote = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const ruleName = (place) => place.replace(/\/$/, '').replaceAll('/', '-');

/** A place as a pattern of paths from the root. */
function paths(place) {
  const [name, ...rest] = place.split('/');
  const inside = quote(`packages/${name}/src/${rest.join('/')}`);
  return place.endsWith('/') ? `^${inside}` : `^${inside}\\.tsx?$`;
}

/** Modules as a pattern of what they resolve to, installed or not. */
const modules = (names) => `(^|/node_modules/)(${names.map(quote).join('|')})(/|$)`;

const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });
const source = (path, pathNot = []) => ({ path, pathNot: [testFile, ...pathNot] });

const folderRules = Object.entries(folders).map(([place, { may, why }]) =>
  forbid(ruleName(place), why, source(paths(place)), {
    // Who may import nothing imports nothing at all: no Node, no package.
    path: may.length === 0 ? '' : `^packages/(proto|${place.split('/')[0]})/`,
    pathNot: [place, ...may].map(paths),
  }),
);

const packageRules = Object.entries(packages).map(([name, may]) =>
  forbid(
    `${name}-package`,
    'agent and controller never import each other; they share words',
    source(`^packages/${name}/`),
    {
      path: '^packages/',
      pathNot: [name, ...may].map((one) => `^packages/${one}/`),
    },
  ),
);

const roomRules = Object.entries(rooms).map(([name, room]) =>
  forbid(`${name}-in-its-room`, room.why, source('^packages/', room.in.map(paths)), {
    path: modules(room.modules),
  }),
);

const wiring = '^packages/[^/]+/src/[^/]+\\.tsx?$';
const foldersThatDecide = '^packages/((agent|controller)/src/[^/]+|dashboard/src/look)/';
const world = [
  ...shells.map(paths),
  wiring,
  '^packages/proto/src/(?!model/|convert/|metrics/|wire/(limits|close-codes)\\.ts)',
  '^packages/(?!proto/|agent/|controller/|dashboard/src/look/)',
  '^(?!packages/)',
];
const specPackages = modules(['yaml', 'zod', 'fastest-levenshtein']);

/** Where what people write is read. */
const written = ['controller/spec/', 'controller/alerts/file/'];

/** Where YAML of netplan is read and written: by the library that keeps the comments of people. */
const netplanText = 'agent/persist/formats/networkd/netplan-text';

const generalRules = [
  forbid('cycle', 'a cycle has no first chapter', {}, { circular: true }),
  forbid(
    'unresolvable',
    'an import that resolves to nothing escapes every other rule',
    {},
    {
      couldNotResolve: true,
      // Node 20 does not know it; the store asks before it loads it.
      pathNot: '^(node:)?sqlite$',
    },
  ),
  forbid(
    'folder-without-a-line',
    'a folder that is not in the table above is under no rule',
    {
      path: '^packages/(proto|agent|controller|dashboard)/src/[^/]+/',
      pathNot: Object.keys(folders).map(paths),
    },
    {},
  ),
  forbid(
    'main-is-the-top',
    'main wires; who imports it turns wiring into a library',
    {},
    {
      path: '^packages/[^/]+/src/(cli/)?main\\.tsx?$',
    },
  ),
  forbid('tests-stay-outside', 'what ships must not need what tests it', source('^packages/'), {
    path: ['^test/', testFile],
  }),
  forbid(
    'packages-by-name',
    'a package is entered by its exports; a path into it makes every file public',
    {
      path: '^packages/([^/]+)/',
    },
    { path: '^packages/', pathNot: '^packages/$1/', dependencyTypes: ['local'] },
  ),
  forbid(
    'pure-stays-pure',
    'a decision that reads a clock, a file or a library cannot be tested as a table',
    source(foldersThatDecide, [...shells, ...written, netplanText].map(paths)),
    { path: world, dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'spec-stays-pure',
    'what people write is read with yaml and zod and nothing else',
    source(written.map(paths)),
    {
      path: world,
      pathNot: specPackages,
      dependencyTypesNot: ['type-only'],
    },
  ),
  forbid(
    'netplan-stays-pure',
    'the files of netplan are read with yaml and nothing else',
    source(paths(netplanText)),
    {
      path: world,
      pathNot: modules(['yaml']),
      dependencyTypesNot: ['type-only'],
    },
  ),
  forbid(
    'machine-behind-kernel',
    'every file and process of the agent passes the labels of kernel/',
    source('^packages/agent/src/', [paths('agent/kernel/')]),
    { path: '^(node:)?(fs|fs/promises|child_process)$' },
  ),
  forbid(
    'listening-in-its-room',
    'the agent listens in one file, and only where the owner of the host says so',
    source('^packages/agent/src/', [paths('agent/metrics/listener')]),
    { path: '^(node:)?http2?$' },
  ),
  forbid(
    'cli-stays-light',
    'the CLI starts in a blink: argument parser, table, YAML, Node',
    source(paths('controller/cli/')),
    { path: 'node_modules/', pathNot: modules(['commander', 'cli-table3', 'yaml']) },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...folderRules, ...packageRules, ...roomRules, ...generalRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|^test/house/fixtures/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
