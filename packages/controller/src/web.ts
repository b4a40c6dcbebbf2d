import { realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Logger } from 'pino';
import { endOf, readCertificate, stampOf } from './api/over-tls/certificate-files.ts';
import { overTls } from './api/over-tls/entrance.ts';
import { createTlsServers, type TlsServers } from './api/over-tls/server.ts';
import type { Parts } from './api/ports.ts';
import { createApi } from './api/server.ts';
import type { Ca } from './ca/ca.ts';
import type { Config, Web } from './config.ts';
import { urlOf } from './join-command.ts';

/** What the API over the network is made of. */
export interface WebParts {
  readonly config: Config;
  readonly ca: Pick<Ca, 'server'>;
  readonly log: Logger;
  /** Closed with the controller, the last one first. */
  readonly closers: (() => unknown)[];
}

/** The API over the network: where it is, or why it is nowhere. */
export type WebOpened = { readonly url: string; readonly caFile: string | null } | { readonly why: string };

const minuteMs = 60_000;
const soonMs = 14 * 24 * 3_600_000;
const anywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::']);
const loopback = /^(127\.|::1$|localhost$)/;

/** The folder of the dashboard: beside the program's own file. */
const dashboardFolder = (): string =>
  join(dirname(realpathSync(process.argv[1] ?? process.execPath)), 'dashboard');

/** Names that operators may type besides those of hosts, for the certificate. */
export const webNames = ({ web }: Config): readonly string[] =>
  web === null || anywhere.has(web.host) ? [] : [web.host];

/**
 * Opens the API for operators. Throws `bad-input` when its own certificate cannot be used, `failed` when the address that
 * was asked for cannot be had; the usual one is done without, so that two controllers fit on one machine.
 */
export async function openWeb(web: WebParts, parts: Parts): Promise<WebOpened> {
  const { config, ca, log, closers } = web;
  const wanted = config.web;
  if (wanted === null) return { why: 'off' };
  const first = wanted.files === null ? ca.server : readCertificate(wanted.files);
  const servers = createTlsServers(first);
  const entrance = overTls({
    operators: parts.operators,
    dashboard: dashboardFolder(),
    serverFactory: servers.factory,
  });
  const api = createApi(parts, log, undefined, entrance);
  const taken = await api
    .listen({
      host: wanted.host,
      port: wanted.port,
      listenTextResolver: (address) => `Operators come in at ${address.replace(/^http:/, 'https:')}`,
    })
    .then(
      () => null,
      (error: unknown) => error,
    );
  closers.push(() => api.close());
  if (taken !== null) return notHad(wanted, taken, log);
  if (wanted.files !== null) closers.push(followFiles(wanted.files, servers, log));
  const tending = setInterval(() => void tend(parts, log), minuteMs).unref();
  closers.push(() => clearInterval(tending));
  return {
    url: urlOf('https', nameOf(config, wanted), portOf(api, wanted)),
    caFile: wanted.files === null ? join(config.stateFolder, 'ca', 'ca.pem') : null,
  };
}

/** The port that was had: 0 asks for any. */
function portOf(api: ReturnType<typeof createApi>, wanted: Web): number {
  const bound = api.server.address();
  return typeof bound === 'object' && bound !== null ? bound.port : wanted.port;
}

function nameOf(config: Config, { host }: Web): string {
  if (loopback.test(host)) return 'localhost';
  return anywhere.has(host) ? (config.names[0] ?? hostname()) : host;
}

function notHad({ host, port, asked }: Web, error: unknown, log: Logger): WebOpened {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const why = `nobody can listen on ${host}:${port} (${code}); choose another --web-listen, or off`;
  if (asked) throw new BondctlError('failed', `${why[0]?.toUpperCase()}${why.slice(1)}.`, { cause: error });
  log.warn({ why }, 'operators cannot come in over the network');
  return { why };
}

function tend({ operators }: Parts, log: Logger): Promise<void> {
  return operators.tend().catch((error: unknown) => log.error({ err: error }, 'sessions were not tended'));
}

/** Looks once a minute, and at SIGHUP at once. What cannot be used is said in the log, and the one in use stays. */
function followFiles(files: NonNullable<Web['files']>, servers: TlsServers, log: Logger): () => void {
  let seen = stampOf(files);
  const read = (): void => {
    try {
      seen = stampOf(files);
      const certificate = readCertificate(files);
      servers.use(certificate);
      const untilUnixMs = endOf(certificate);
      log.info({ ...files, untilUnixMs }, 'the certificate was read again');
      if (untilUnixMs - Date.now() < soonMs) log.warn({ ...files, untilUnixMs }, 'the certificate ends soon');
    } catch (error) {
      log.error({ err: error, ...files }, 'the certificate cannot be used; the one before stays in use');
    }
  };
  const looking = setInterval(() => stampOf(files) !== seen && read(), minuteMs).unref();
  process.on('SIGHUP', read);
  return () => {
    clearInterval(looking);
    process.off('SIGHUP', read);
  };
}
