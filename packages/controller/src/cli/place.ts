import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { defaultSockets } from '@bondctl/proto/api/place';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Remote } from './transport.ts';

/** Options that say where the controller is. */
export interface PlaceOptions {
  readonly socket?: string;
  readonly url?: string;
  readonly ca?: string;
  readonly tokenFile?: string;
}

/** Where the controller is: on this machine, or over the network. */
export type Place =
  | { readonly kind: 'socket'; readonly path: string }
  | ({ readonly kind: 'remote' } & Remote);

type Environment = Readonly<Record<string, string | undefined>>;

const othersMay = 0o077;
const mostBytes = 1024 * 1024;

/** What was typed wins over the environment. Throws `bad-input` where both places are typed, or one cannot be used. */
export function placeOf(options: PlaceOptions, env: Environment): Place {
  if (options.url !== undefined && options.socket !== undefined)
    throw bad('--url and --socket name two controllers; give one of them.');
  const url = options.url ?? (options.socket === undefined ? given(env['BONDCTL_URL']) : undefined);
  if (url === undefined) return { kind: 'socket', path: socketPath(options, env) };
  const ca = options.ca ?? given(env['BONDCTL_CA']);
  return {
    kind: 'remote',
    url: urlOf(url),
    ca: ca === undefined ? null : caOf(ca),
    token: tokenOf(options, env),
  };
}

const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' && url.pathname === '/' && url.search === '' && url.username === '')
    return url;
  throw bad(`--url ${text} is not https://NAME:PORT, as the controller prints it when it starts.`);
}

function caOf(path: string): string {
  const text = read('--ca', path);
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw bad(`--ca ${path} holds no certificate in PEM; copy ca/ca.pem from the controller's state folder.`);
}

function tokenOf(options: PlaceOptions, env: Environment): string {
  const file = options.tokenFile ?? given(env['BONDCTL_TOKEN_FILE']);
  const token = options.tokenFile === undefined ? given(env['BONDCTL_TOKEN']) : undefined;
  if (token !== undefined) return plain('BONDCTL_TOKEN', token.trim());
  if (file !== undefined) return plain(`--token-file ${file}`, secret(file).trim());
  throw bad(
    'A controller over the network wants a token: put it in a file and name that with --token-file, or in BONDCTL_TOKEN.',
  );
}

function plain(where: string, token: string): string {
  if (/^[\w.~+/=-]{1,256}$/.test(token)) return token;
  throw bad(`${where} holds no token: it is one word, as "bondctl operator add" printed it.`);
}

/** A secret that others can read is none. */
function secret(path: string): string {
  const text = read('--token-file', path);
  if ((statSync(path).mode & othersMay) === 0) return text;
  throw bad(`--token-file ${path} can be read by others; "chmod 600 ${path}" keeps it to you.`);
}

function read(flag: string, path: string): string {
  try {
    if (statSync(path).size > mostBytes) throw bad(`${flag} ${path} is larger than 1 MiB.`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof BondctlError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new BondctlError('bad-input', `${flag} ${path} cannot be read (${code}).`, { cause: error });
  }
}

const bad = (message: string): BondctlError => new BondctlError('bad-input', message);

function socketPath(options: PlaceOptions, env: Environment): string {
  const named = options.socket ?? env['BONDCTL_SOCKET'];
  if (named !== undefined && named !== '') return named;
  const uid = process.getuid?.() ?? 0;
  const [own = '', ...others] = defaultSockets({ uid, home: homedir(), env });
  return [own, ...others].find(isThere) ?? own;
}

/** A socket in a folder that we may not enter is there: its controller is to say so, not one that never was. */
function isThere(path: string): boolean {
  try {
    return statSync(path).isSocket();
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EACCES';
  }
}
