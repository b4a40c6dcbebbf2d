import { X509Certificate } from 'node:crypto';
import { Agent, request } from 'node:https';
import { connect, type TLSSocket } from 'node:tls';
import { BondctlError, type ErrorCode } from '@bondctl/proto/model/error';
import { type HostId, parseHostId } from '@bondctl/proto/model/names';
import { exporterBytes, exporterLabels } from '@bondctl/proto/wire/limits';
import type { Clock, Files } from '../kernel/ports.ts';
import {
  certifies,
  hostOf,
  type Identity,
  loadIdentity,
  makeKey,
  proveKey,
  publicKeyOf,
  saveIdentity,
} from './identity.ts';
import { trustedCa } from './peer-chain.ts';

/** What `bondctl-agent join` is told. `url` is the enrolment listener, `https://controller:7441`. */
export interface JoinOptions {
  readonly url: string;
  readonly token: string;
  readonly caPin: string;
  /** The name this host shall have. */
  readonly host: string;
}

/** What joining needs of the machine. */
export interface JoinPorts {
  readonly files: Files;
  readonly stateDir: string;
  readonly clock: Clock;
}

/** What joining led to. */
export interface Joined {
  readonly host: HostId;
  readonly hubUrl: string;
}

const timeoutMs = 15_000;
const answerBytes = 64 * 1024;

interface Answer {
  readonly certificatePem: string;
  readonly caPem: string;
  readonly hubUrl: string;
}

/**
 * Makes this host known to a controller: checks who answers, proves a new key, stores what comes back. Throws
 * BondctlError with a sentence that says what to do.
 */
export async function joinCommand(options: JoinOptions, ports: JoinPorts): Promise<Joined> {
  const { host, url } = checkOptions(options);
  if ((await loadIdentity(ports.files, ports.stateDir)) !== undefined) {
    const where = `${ports.stateDir}/identity.json`;
    throw new BondctlError('refused', `this host has joined already; remove ${where} to join again`);
  }
  const socket = await open(url);
  try {
    const caPem = checkPeer(socket, options.caPin, url.hostname, ports.clock.unixMs());
    const identity = await enrol(socket, url, { ...options, host }, caPem);
    await saveIdentity(ports.files, ports.stateDir, identity);
    return { host: hostOf(identity.current.certificatePem), hubUrl: identity.hubUrl };
  } finally {
    socket.destroy();
  }
}

function checkOptions(options: JoinOptions): { readonly host: HostId; readonly url: URL } {
  const host = parseHostId(options.host);
  if (!host.ok) throw new BondctlError('bad-input', host.error);
  if (!/^[0-9a-f]{64}$/i.test(options.caPin)) {
    throw new BondctlError('bad-input', '--ca-pin is 64 hex digits, as `bondctl token create` prints them');
  }
  if (options.token === '') throw new BondctlError('bad-input', '--token is empty');
  if (!URL.canParse(options.url) || new URL(options.url).protocol !== 'https:') {
    throw new BondctlError(
      'bad-input',
      `"${options.url}" is not the address of an enrolment listener: https://HOST:PORT`,
    );
  }
  return { host: host.value, url: new URL(options.url) };
}

const portOf = (url: URL): number => (url.port === '' ? 443 : Number(url.port));
const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** A TLS connection to whoever answers there; who that is is checked next, before anything is sent. */
function open(url: URL): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const host = bareHost(url);
    const socket = connect({ host, port: portOf(url), minVersion: 'TLSv1.3', rejectUnauthorized: false });
    const fail = (why: string, cause?: unknown) => {
      socket.destroy();
      reject(
        new BondctlError('unreachable', `no enrolment listener answers at ${url.host}: ${why}`, { cause }),
      );
    };
    socket.setTimeout(timeoutMs, () => fail(`nothing within ${timeoutMs / 1000} s`));
    socket.once('error', (error: Error) => fail(error.message, error));
    socket.once('secureConnect', () => resolve(socket));
  });
}

/** The chain as shown, leaf first. */
function shownChain(socket: TLSSocket): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let one = socket.getPeerCertificate(true);
  while (one?.raw !== undefined && chain.length < 4) {
    chain.push(new X509Certificate(one.raw));
    if (one.issuerCertificate === one) break;
    one = one.issuerCertificate;
  }
  return chain;
}

function checkPeer(socket: TLSSocket, pin: string, host: string, unixMs: number): string {
  const ca = trustedCa(shownChain(socket), pin, host.replace(/^\[|\]$/g, ''), unixMs);
  if (!ca.ok) throw new BondctlError('refused', ca.error);
  return ca.value.toString();
}

async function enrol(
  socket: TLSSocket,
  url: URL,
  options: JoinOptions & { readonly host: HostId },
  pinnedCaPem: string,
): Promise<Identity> {
  const keyPem = makeKey();
  const material = socket.exportKeyingMaterial(exporterBytes, exporterLabels.enrol, Buffer.alloc(0));
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const body = {
    token: options.token,
    host: options.host,
    publicKey: base64(publicKeyOf(keyPem)),
    proof: base64(proveKey(keyPem, material, options.token)),
  };
  const { status, text } = await post(socket, url, JSON.stringify(body));
  const answer = readAnswer(status, text);
  // The CA to trust from now on is the pinned one, whatever the answer says.
  return checkAnswer(answer, keyPem, pinnedCaPem, options.host);
}

function checkAnswer(answer: Answer, keyPem: string, caPem: string, host: HostId): Identity {
  const { certificatePem, hubUrl } = answer;
  const ca = new X509Certificate(caPem);
  const certificate = new X509Certificate(certificatePem);
  if (
    !certificate.verify(ca.publicKey) ||
    !certifies(certificatePem, keyPem) ||
    hostOf(certificatePem) !== host
  ) {
    throw new BondctlError(
      'internal',
      'the controller answered with a certificate that is not for this host and key',
    );
  }
  return { hubUrl, caPem, current: { keyPem, certificatePem }, candidate: null };
}

/** One request over the connection that was checked, and no other. */
function post(
  socket: TLSSocket,
  url: URL,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const fail = (why: string, cause?: unknown) =>
      reject(
        new BondctlError('unreachable', `the controller did not answer the enrolment: ${why}`, { cause }),
      );
    const agent = new Agent({ keepAlive: false });
    agent.createConnection = () => socket;
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const asked = request(new URL('/v1/enrol', url), { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        if (text.length > answerBytes) asked.destroy(new Error('its answer is too long'));
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', (error) => fail(error.message, error));
    });
    asked.setTimeout(timeoutMs, () => asked.destroy(new Error(`nothing within ${timeoutMs / 1000} s`)));
    asked.on('error', (error) => fail(error.message, error));
    asked.end(body);
  });
}

const codes: Readonly<Record<string, ErrorCode>> = {
  'bad-request': 'bad-input',
  'bad-proof': 'refused',
  'bad-token': 'refused',
  'name-taken': 'refused',
  'too-many': 'busy',
};

function readAnswer(status: number, text: string): Answer {
  let value: Partial<Answer & { code: string; message: string }> | null;
  try {
    value = JSON.parse(text) as typeof value;
  } catch (thrown) {
    throw new BondctlError(
      'unreachable',
      `what answers there is not an enrolment listener (HTTP ${status})`,
      {
        cause: thrown,
      },
    );
  }
  const { certificatePem, caPem, hubUrl, code, message } = value ?? {};
  if (status === 200 && certificatePem !== undefined && caPem !== undefined && hubUrl !== undefined) {
    return { certificatePem, caPem, hubUrl };
  }
  throw new BondctlError(codes[code ?? ''] ?? 'failed', message ?? `the controller answered HTTP ${status}`);
}
