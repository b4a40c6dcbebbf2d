import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Fact } from '@bondctl/proto/model/event';
import { type HostId, parseHostId } from '@bondctl/proto/model/names';
import { createBucket } from '@bondctl/proto/wire/bucket';
import { exporterBytes, exporterLabels } from '@bondctl/proto/wire/limits';
import type { IdentityStore } from '../store/ports.ts';
import type { Ca } from './ca.ts';
import { readBody, readRequest } from './request.ts';
import { tokenDigest } from './token.ts';

/** What the enrolment listener is made of. */
export interface EnrolmentParts {
  readonly ca: Ca;
  readonly store: IdentityStore;
  readonly record: (actor: string, fact: Fact) => Promise<unknown>;
  readonly nowUnixMs: () => number;
  readonly listen: { readonly host: string; readonly port: number };
  /** Where agents dial from then on, `wss://NAME:PORT/v1/agent`. Asked at each enrolment, once the hub listens. */
  readonly hubUrl: () => string;
  readonly onError: (thrown: unknown) => void;
}

/** The listener where hosts without a certificate get one. */
export interface Enrolment {
  port(): number;
  close(): Promise<void>;
}

interface Refused {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

interface Accepted {
  readonly status: 200;
  readonly certificatePem: string;
  readonly caPem: string;
  readonly hubUrl: string;
}

const refused = (status: number, code: string, message: string): Refused => ({ status, code, message });

const badProof = refused(
  401,
  'bad-proof',
  'the proof does not fit this connection, token and key; join again, straight to the controller and through no proxy',
);
const badToken = refused(
  401,
  'bad-token',
  'the token is unknown, has expired, is used up, or is bound to another host name; make a new one with `bondctl token create`',
);
const nameTaken = (host: HostId) =>
  refused(
    409,
    'name-taken',
    `a host named ${host} has joined already; choose another name, or run \`bondctl hosts remove ${host}\`, and make a new token`,
  );
const tooMany = refused(429, 'too-many', 'too many hosts are joining at once; try again in a few seconds');

const perSecond = 5;
const burst = 20;
const requestMs = 15_000;

/** Starts the enrolment listener: HTTPS, no client certificate, one route. */
export async function createEnrolment(parts: EnrolmentParts): Promise<Enrolment> {
  const bucket = createBucket(perSecond, burst, parts.nowUnixMs);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = last.then(act, act);
    last = turn;
    return turn;
  };
  const server = createServer({
    key: parts.ca.server.keyPem,
    cert: parts.ca.server.chainPem,
    minVersion: 'TLSv1.3',
    requestTimeout: requestMs,
    headersTimeout: requestMs,
  });
  server.on('request', (request, response) => {
    answer(parts, bucket, inTurn, request)
      .catch((thrown: unknown) => {
        parts.onError(thrown);
        return refused(500, 'internal', 'the controller failed; its log says why');
      })
      .then((result) => send(response, result))
      .catch(parts.onError);
  });
  await listening(server, parts.listen);
  return {
    port: () => (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function send(response: ServerResponse, { status, ...body }: Refused | Accepted): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(text);
}

async function answer(
  parts: EnrolmentParts,
  bucket: () => boolean,
  inTurn: <T>(act: () => Promise<T>) => Promise<T>,
  request: IncomingMessage,
): Promise<Refused | Accepted> {
  if (request.method !== 'POST' || request.url !== '/v1/enrol') {
    return refused(404, 'bad-request', 'only POST /v1/enrol is answered here');
  }
  if (!bucket()) return tooMany;
  const body = await readBody(request);
  if (body === undefined) return refused(413, 'bad-request', 'a request has at most 16 KiB');
  const asked = readRequest(body);
  if (asked === undefined) return refused(400, 'bad-request', 'the request is not what PROTOCOL.md says');
  const host = parseHostId(asked.host);
  if (!host.ok) return refused(400, 'bad-request', host.error);
  const socket = request.socket as TLSSocket;
  const material = socket.exportKeyingMaterial(exporterBytes, exporterLabels.enrol, Buffer.alloc(0));
  // One after the other, so that two hosts cannot take one name.
  return await inTurn(() => enrol(parts, host.value, asked, material));
}

async function enrol(
  { ca, store, record, nowUnixMs, hubUrl }: EnrolmentParts,
  host: HostId,
  asked: { readonly token: string; readonly publicKey: Uint8Array; readonly proof: Uint8Array },
  keyingMaterial: Uint8Array,
): Promise<Refused | Accepted> {
  // Signing comes first because it checks the proof: a guess must not cost somebody else's token a use.
  const issued = await ca.sign(host, asked, keyingMaterial, asked.token);
  if (issued === undefined) return badProof;
  // The token before the name: who has none learns no names.
  const token = await store.useToken(tokenDigest(asked.token), host, nowUnixMs());
  if (token === undefined) return badToken;
  const taken = (await store.hosts()).some((row) => row.host === host && row.removedUnixMs === null);
  if (taken) return nameTaken(host);
  const { serial, notAfterUnixMs, certificatePem } = issued;
  await store.addHost({ host, enrolledUnixMs: nowUnixMs(), removedUnixMs: null });
  await store.addCertificate({ serial, host, notAfterUnixMs, revoked: false });
  await record(`agent:${host}`, { type: 'hostEnrolled', host, serial });
  return { status: 200, certificatePem, caPem: ca.caPem, hubUrl: hubUrl() };
}
