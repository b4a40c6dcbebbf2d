import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFakeWeb } from '../../../../../test/fakes/fake-web.ts';
import { openCa } from '../../ca/ca.ts';
import { endOf, readCertificate, stampOf } from './certificate-files.ts';

let folder: string;
let files: { readonly cert: string; readonly key: string };

const ca = async (name: string) =>
  (
    await openCa({
      folder: join(folder, name),
      names: [name],
      nowUnixMs: Date.now,
      certificateMs: 86_400_000,
    })
  ).server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bondctl-cert-'));
  files = { cert: join(folder, 'web.pem'), key: join(folder, 'web.key') };
  const { keyPem, chainPem } = await ca('one');
  writeFileSync(files.cert, chainPem);
  writeFileSync(files.key, keyPem);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a certificate of the owner is read whole, with its end', () => {
  const read = readCertificate(files);
  expect(read.chainPem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
  expect(endOf(read)).toBeGreaterThan(Date.now() + 800 * 86_400_000);
});

describe('a file that cannot be used is one sentence that names it', () => {
  const laid = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  test.each([
    ['is not there', () => ({ ...files, cert: join(folder, 'none.pem') }), /--web-cert .*none\.pem .*ENOENT/],
    ['is a folder', () => ({ ...files, key: folder }), /--web-key .*EISDIR/],
    [
      'holds no certificate',
      () => ({ ...files, cert: laid('x.pem', 'hello') }),
      /--web-cert .*x\.pem holds no cert/,
    ],
    ['holds no key', () => ({ ...files, key: files.cert }), /--web-key .*holds no private key/],
    [
      'is cut off',
      () => ({ ...files, cert: laid('c.pem', readCertificate(files).chainPem.slice(0, 300)) }),
      /do not fit/,
    ],
    [
      'is far too large',
      () => ({ ...files, key: laid('l.pem', 'x'.repeat(2_000_000)) }),
      /larger than 1 MiB/,
    ],
  ])('%s', (_what, named, said) => {
    expect(() => readCertificate(named())).toThrow(said);
  });

  test('belongs to another key', async () => {
    const other = laid('other.key', (await ca('two')).keyPem);
    expect(() => readCertificate({ ...files, key: other })).toThrow(/do not fit together/);
  });

  test('and never says what is in it', async () => {
    const key = laid('broken.key', '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n');
    expect(() => readCertificate({ ...files, key })).toThrow(/^(?!.*c2VjcmV0)/);
  });
});

test('a file that is replaced is seen, and so is one that is gone for a moment', () => {
  const before = stampOf(files);
  expect(stampOf(files)).toBe(before);
  writeFileSync(files.cert, readCertificate(files).chainPem.trim());
  expect(stampOf(files)).not.toBe(before);
  expect(stampOf({ ...files, key: join(folder, 'none') })).toContain('gone');
});

test('another certificate is shown to whoever comes next, and who is there stays', async () => {
  const web = await openFakeWeb();
  const headers = { authorization: `Bearer ${await web.add('rita', 'read')}` };
  const before = await web.open('/v1/events/follow', { headers });
  const next = await openCa({
    folder: join(folder, 'next'),
    names: ['localhost'],
    nowUnixMs: Date.now,
    certificateMs: 86_400_000,
  });
  web.servers.use(next.server);
  await expect(web.ask('/v1/about', { headers })).rejects.toThrow(/certificate/);
  const again = await fetchStatus(web.port, next.caPem, headers);
  expect(again).toBe(200);
  expect(before.destroyed).toBe(false);
  before.destroy();
  await web.end();
});

async function fetchStatus(port: number, caPem: string, headers: Record<string, string>) {
  const sent = get({
    host: '127.0.0.1',
    port,
    path: '/v1/about',
    ca: caPem,
    servername: 'localhost',
    agent: false,
    headers,
  });
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}
