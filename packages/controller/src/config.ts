import { isAbsolute, join, resolve } from 'node:path';
import { defaultStateFolder, type Surroundings, socketName } from '@bondctl/proto/api/place';
import { BondctlError } from '@bondctl/proto/model/error';
import type { HistoryRules } from './history/layers.ts';
import { keptOf, sizeOf, usualHistory } from './history-config.ts';

/** A host and port to listen on. */
export interface Listen {
  readonly host: string;
  readonly port: number;
}

/** Where operators find the API and the dashboard over the network. */
export interface Web extends Listen {
  /** Somebody named it: nothing is served when it cannot be had. */
  readonly asked: boolean;
  /** A certificate of the owner's own; null: the controller's CA issues one. */
  readonly files: { readonly cert: string; readonly key: string } | null;
}

/** How loud the log is. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const;

/** Everything `serve` needs to know. */
export interface Config {
  readonly stateFolder: string;
  readonly socket: string;
  readonly listen: Listen;
  readonly enrolListen: Listen;
  /** null: off. */
  readonly web: Web | null;
  /** Names and addresses under which hosts reach the controller, besides its own host name. */
  readonly names: readonly string[];
  /** What is to be told to whom; one that nobody named need not be there. */
  readonly alerts: { readonly file: string; readonly isNamed: boolean };
  readonly certificateDays: number;
  readonly history: HistoryRules;
  readonly logLevel: (typeof logLevels)[number];
}

/** One thing that can be set: on the command line or in the environment. */
export interface Setting {
  readonly key: string;
  readonly flag: string;
  readonly variable: string;
  readonly default: string;
  readonly why: string;
}

/** Every setting with its default and its reason. The help text and docs/configuration-controller.md are made of it. */
export const settings = [
  {
    key: 'stateDir',
    flag: '--state-dir <FOLDER>',
    variable: 'BONDCTL_STATE_DIR',
    default: '/var/lib/bondctl as root, else $XDG_STATE_HOME/bondctl or ~/.local/state/bondctl',
    why: 'The one folder with everything: database, CA, socket. Copy it to keep it; its CA key must stay secret.',
  },
  {
    key: 'socket',
    flag: '--socket <PATH>',
    variable: 'BONDCTL_SOCKET',
    default: 'controller.sock in the state folder',
    why: 'Where bondctl finds the controller. Whoever may write to it may do everything: mode 0660, give it a group.',
  },
  {
    key: 'listen',
    flag: '--listen <HOST:PORT>',
    variable: 'BONDCTL_LISTEN',
    default: '0.0.0.0:7440',
    why: 'Where agents connect, with mutual TLS. Agents dial out, so this is the port to open on this machine.',
  },
  {
    key: 'enrolListen',
    flag: '--enrol-listen <HOST:PORT>',
    variable: 'BONDCTL_ENROL_LISTEN',
    default: '0.0.0.0:7441',
    why: 'Where servers join with a token; they have no certificate yet, so it is a listener of its own.',
  },
  {
    key: 'webListen',
    flag: '--web-listen <HOST:PORT>',
    variable: 'BONDCTL_WEB_LISTEN',
    default: '127.0.0.1:7442',
    why: 'Where operators find the API and the dashboard, with TLS and a token (docs/operators.md). "off" switches it off.',
  },
  {
    key: 'webCert',
    flag: '--web-cert <FILE>',
    variable: 'BONDCTL_WEB_CERT',
    default: "one by the controller's own CA",
    why: 'Certificate for --web-listen, PEM with its chain, read again when it changes. Agents never see it.',
  },
  {
    key: 'webKey',
    flag: '--web-key <FILE>',
    variable: 'BONDCTL_WEB_KEY',
    default: 'that of the own CA',
    why: 'The private key that belongs to --web-cert, in PEM; the user that runs the controller must be able to read it.',
  },
  {
    key: 'name',
    flag: '--name <NAME...>',
    variable: 'BONDCTL_NAMES',
    default: "this machine's host name",
    why: 'Names and addresses by which hosts reach this controller; they go into its certificate, the first one into the join command.',
  },
  {
    key: 'certDays',
    flag: '--cert-days <N>',
    variable: 'BONDCTL_CERT_DAYS',
    default: '30',
    why: 'How long the certificate of a host is good. Agents renew it by themselves; one that is off for longer must join again.',
  },
  {
    key: 'history',
    flag: '--history <LAYERS>',
    variable: 'BONDCTL_HISTORY',
    default: usualHistory,
    why: 'How long samples of each layer and events are kept; what is not named is as usual. Facts that the present is made of stay.',
  },
  {
    key: 'historyMemory',
    flag: '--history-memory <SIZE>',
    variable: 'BONDCTL_HISTORY_MEMORY',
    default: '256MiB',
    why: 'How much memory samples of a second may take, about 29 KiB for each port and hour; beyond it the oldest go first.',
  },
  {
    key: 'databaseLimit',
    flag: '--database-limit <SIZE>',
    variable: 'BONDCTL_DATABASE_LIMIT',
    default: '2GiB',
    why: 'How large the database may become: beyond it the oldest samples go first, of minutes, then of hours, and events and tests never.',
  },
  {
    key: 'alerts',
    flag: '--alerts <FILE>',
    variable: 'BONDCTL_ALERTS',
    default: 'alerts.yaml in the state folder, where there is one',
    why: 'Who is told of alerts, and when they are raised (docs/alerts.md). Without it they are raised and shown all the same.',
  },
  {
    key: 'logLevel',
    flag: '--log-level <LEVEL>',
    variable: 'BONDCTL_LOG_LEVEL',
    default: 'info',
    why: `How much is logged to stdout as JSON lines: ${logLevels.join(', ')}.`,
  },
] as const satisfies readonly Setting[];

/** A value of each setting as it was typed or found in the environment. */
export type Given = Readonly<Partial<Record<(typeof settings)[number]['key'], string | readonly string[]>>>;

/** The configuration from what was typed, else the environment, else the defaults. Throws `bad-input` that names the flag. */
export function readConfig(typed: Given, surroundings: Surroundings): Config {
  const text = (key: keyof Given): string | undefined => {
    const setting = settings.find((one) => one.key === key);
    const value = typed[key] ?? surroundings.env[setting?.variable ?? ''];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const stateFolder = resolve(text('stateDir') ?? defaultStateFolder(surroundings));
  return {
    stateFolder,
    socket: socketPath(text('socket') ?? join(stateFolder, socketName)),
    listen: listenOf('--listen', text('listen') ?? '0.0.0.0:7440'),
    enrolListen: listenOf('--enrol-listen', text('enrolListen') ?? '0.0.0.0:7441'),
    web: webOf(text('webListen'), text('webCert'), text('webKey')),
    names: namesOf(typed.name ?? surroundings.env['BONDCTL_NAMES']),
    alerts: alertsOf(text('alerts'), stateFolder),
    certificateDays: daysOf(text('certDays') ?? '30'),
    history: historyOf(text),
    logLevel: levelOf(text('logLevel') ?? 'info'),
  };
}

const historyOf = (text: (key: keyof Given) => string | undefined): HistoryRules => ({
  keptMs: keptOf(text('history') ?? usualHistory),
  memoryBytes: sizeOf('--history-memory', text('historyMemory') ?? '256MiB', '1MiB'),
  databaseBytes: sizeOf('--database-limit', text('databaseLimit') ?? '2GiB', '64MiB'),
});

const alertsOf = (named: string | undefined, stateFolder: string): Config['alerts'] => ({
  file: named === undefined ? join(stateFolder, 'alerts.yaml') : resolve(named),
  isNamed: named !== undefined,
});

/** sockaddr_un has room for 107 bytes and a zero (unix(7)). */
const longestSocketPath = 107;

function socketPath(text: string): string {
  const path = isAbsolute(text) ? text : resolve(text);
  if (Buffer.byteLength(path) <= longestSocketPath) return path;
  throw bad(
    `--socket ${path} is longer than the ${longestSocketPath} bytes that the kernel allows; name a shorter one.`,
  );
}

function listenOf(flag: string, text: string): Listen {
  const [, bracketed, bare, port] = /^(?:\[([0-9a-fA-F:.]+)\]|([^:\s]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? bare;
  if (host === undefined || Number(port) > 65_535)
    throw bad(`${flag} ${text} is not HOST:PORT, such as 0.0.0.0:7440 or [::]:7440.`);
  return { host, port: Number(port) };
}

function webOf(listen: string | undefined, cert: string | undefined, key: string | undefined): Web | null {
  if ((cert === undefined) !== (key === undefined))
    throw bad('--web-cert and --web-key belong together: name both files, or neither.');
  if (listen === 'off') return null;
  const files = cert === undefined || key === undefined ? null : { cert: resolve(cert), key: resolve(key) };
  return { ...listenOf('--web-listen', listen ?? '127.0.0.1:7442'), asked: listen !== undefined, files };
}

const namePattern = /^[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$/;

function namesOf(given: string | readonly string[] | undefined): readonly string[] {
  const names = typeof given === 'string' ? given.split(/[\s,]+/) : (given ?? []);
  const wrong = names.find((name) => name !== '' && !namePattern.test(name));
  if (wrong !== undefined) throw bad(`--name ${wrong} is neither a host name nor an address.`);
  return names.filter((name) => name !== '');
}

function daysOf(text: string): number {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= 825) return days;
  throw bad(`--cert-days ${text} is not a whole number from 1 to 825.`);
}

function levelOf(text: string): Config['logLevel'] {
  const level = logLevels.find((one) => one === text);
  if (level !== undefined) return level;
  throw bad(`--log-level ${text} is not one of ${logLevels.join(', ')}.`);
}

const bad = (message: string): BondctlError => new BondctlError('bad-input', message);
