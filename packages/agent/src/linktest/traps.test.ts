import { tcpForth } from '@bondctl/proto/model/linktest';
import type { BondName, TestId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { createIperfHost, type IperfHost, recorded, type Said } from '../../../../test/fakes/fake-iperf.ts';
import { limits } from './session.ts';

const one = 'test_aaaaaaaa' as TestId;
const two = 'test_bbbbbbbb' as TestId;
const bond = 'sync0' as BondName;
const seconds = 3;
const parameters = { streams: 1, seconds, ...tcpForth };
const ends = { address: '10.9.0.1', peer: '10.9.0.2', port: 20_001, sourcePort: null } as const;
const measure = { kind: 'measure', test: one, bond, ...ends, parameters, portBps: null } as const;
const serve = (id: TestId) =>
  ({ kind: 'serve', test: id, bond, address: '10.9.0.2', seconds, parameters, portBps: null }) as const;
const collect = { kind: 'collect', test: one } as const;

const killed: Said = { stdout: '', stderr: '', code: 137 };
const versions = ['3.9', '3.12', '3.18', '3.22'];
const clientLimitMs = limits.quietMs + seconds * 1000 + limits.marginMs;
const serverLimitMs = limits.idleMs + seconds * 1000 + limits.marginMs;

/** An order that is answered only when the clock went on. */
async function during<T>({ clock }: IperfHost, answer: Promise<T>, ms: number): Promise<T> {
  await clock.pass(ms);
  return answer;
}

/** A host that listens. */
async function serving(host: IperfHost): Promise<IperfHost> {
  const answer = await during(host, host.tests.serve(serve(one)), 20);
  expect(answer).toMatchObject({ kind: 'serving' });
  return host;
}

describe('a frozen peer', () => {
  test.each(versions)('costs the client of iperf3 %s its deadline and no more', async (version) => {
    const host = createIperfHost({ version, onSignal: () => recorded(`${version}-frozen-server`) });
    const outcome = await during(host, host.tests.measure(measure), clientLimitMs);
    expect(host.signals).toEqual(['SIGTERM']);
    expect(outcome).toMatchObject({
      verdict: { ok: false, fault: 'watchdog' },
      run: { ending: 'watchdog', document: expect.stringContaining('"intervals"') },
    });
  });

  test('is ended on the server too, whose own timeouts do not help, and the host is free', async () => {
    const host = await serving(
      createIperfHost({ version: '3.22', onSignal: () => recorded('3.22-server-terminated') }),
    );
    await host.clock.pass(serverLimitMs);
    expect(host.signals).toEqual(['SIGTERM']);
    expect(await host.tests.collect(collect)).toMatchObject({ run: { role: 'server', ending: 'watchdog' } });
    expect(await during(host, host.tests.serve(serve(two)), 20)).toMatchObject({ kind: 'serving' });
  });

  test('holds a server no longer than its client is waited for', async () => {
    const host = await serving(
      createIperfHost({ version: '3.22', onSignal: () => recorded('3.22-server-terminated') }),
    );
    const outcome = await during(host, host.tests.collect(collect), limits.collectMs);
    expect(outcome).toMatchObject({ run: { ending: 'watchdog' } });
  });

  test('an iperf3 that SIGTERM does not wake is killed, and measured nothing', async () => {
    const onSignal = (signal: string) => (signal === 'SIGKILL' ? killed : undefined);
    const host = createIperfHost({ version: '3.12', onSignal });
    const outcome = await during(host, host.tests.measure(measure), clientLimitMs + limits.killMs);
    expect(host.signals).toEqual(['SIGTERM', 'SIGKILL']);
    expect(outcome).toMatchObject({ verdict: { fault: 'watchdog' }, run: { document: '' } });
  });
});

describe('a controller that is gone', () => {
  test('leaves a server that nobody comes to: it ends by itself, and the next test is taken', async () => {
    const host = await serving(
      createIperfHost({ version: '3.12', onSignal: () => recorded('3.12-server-terminated') }),
    );
    expect(await host.tests.serve(serve(two))).toMatchObject({ kind: 'refused', code: 'busy' });
    await host.clock.pass(serverLimitMs);
    expect(host.signals).toEqual(['SIGTERM']);
    expect(await during(host, host.tests.serve(serve(two)), 20)).toMatchObject({ kind: 'serving' });
  });

  test('leaves a client that nobody asks for: it ends by itself, and the next test is taken', async () => {
    const host = createIperfHost({ version: '3.12', onSignal: () => recorded('3.12-frozen-server') });
    const unheard = host.tests.measure(measure);
    await host.clock.pass(clientLimitMs);
    expect(host.signals).toEqual(['SIGTERM']);
    expect(await during(host, host.tests.serve(serve(two)), 20)).toMatchObject({ kind: 'serving' });
    await unheard;
  });
});

describe('a one-off server that somebody else used up', () => {
  test.each(versions)('iperf3 %s: the client that waited behind the thief is void', async (version) => {
    const host = createIperfHost({ version, atOnce: () => recorded(`${version}-stolen-waiting-client`) });
    expect(await during(host, host.tests.measure(measure), 0)).toMatchObject({
      verdict: { ok: false, fault: 'interrupted' },
    });
  });

  test.each(versions)('iperf3 %s: the client that came after it found nobody', async (version) => {
    const host = createIperfHost({ version, atOnce: () => recorded(`${version}-refused`) });
    expect(await during(host, host.tests.measure(measure), 0)).toMatchObject({
      verdict: { ok: false, fault: 'cannot-connect' },
    });
  });

  test('leaves its host free for the second attempt, and its document behind', async () => {
    const host = await serving(createIperfHost({ version: '3.12' }));
    host.end(recorded('3.12-server-terminated'));
    expect(await during(host, host.tests.collect(collect), 0)).toMatchObject({ run: { ending: 'finished' } });
    expect(await during(host, host.tests.serve(serve(one)), 20)).toMatchObject({ kind: 'serving' });
  });
});

describe('what iperf3 says of itself', () => {
  test('exit code 0 of a run that failed is no measurement', async () => {
    const host = createIperfHost({ version: '3.12', atOnce: () => recorded('3.12-server-killed') });
    expect(await during(host, host.tests.measure(measure), 0)).toMatchObject({
      verdict: { ok: false, fault: 'interrupted' },
      run: { exit: { kind: 'code', code: 0 } },
    });
  });

  test('half a document is none, whatever the exit code', async () => {
    const host = createIperfHost({ version: '3.12', atOnce: () => recorded('3.12-half-document') });
    expect(await during(host, host.tests.measure(measure), 0)).toMatchObject({
      verdict: { ok: false, fault: 'no-document' },
    });
  });

  test('a port that is taken is left for the next one, whatever 3.9 says after it', async () => {
    const atOnce = (argv: readonly string[]) =>
      argv[5] === '20001' ? recorded('3.9-server-port-taken') : undefined;
    const host = createIperfHost({ version: '3.9', atOnce });
    expect(await during(host, host.tests.serve(serve(one)), 20)).toMatchObject({ port: 20_002 });
    expect(host.started).toHaveLength(2);
  });

  test('a server that said why on stderr alone is heard', async () => {
    const host = createIperfHost({ version: '3.9', atOnce: () => recorded('3.9-unknown-option') });
    expect(await during(host, host.tests.serve(serve(one)), 20)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('unrecognized option'),
    });
  });
});
