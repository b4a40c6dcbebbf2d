import { fleetLine } from '@bondctl/proto/api/fleet';
import type { FleetLine } from '@bondctl/proto/model/fleet';
import type { HostRates } from '@bondctl/proto/model/history';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { accepted, all, fakeApi } from '../../../../test/fakes/fake-api.ts';
import { fakeHistory } from '../../../../test/fakes/fake-history.ts';
import { alpha, fakeParts, fakeTest } from '../../../../test/fakes/fake-parts.ts';
import { bond, bondReport, name, port } from '../../../../test/fakes/fake-report.ts';
import { usualAsk } from '../../../../test/fakes/fake-test.ts';
import { liveLines } from './live.ts';
import type { Parts } from './ports.ts';

const failed = bondReport([bond({ ports: [port('eth2'), port('eth3', { miiStatus: 'down' })] })]);

/** Parts whose hosts report what is put into `reports`, and one reader of them. */
async function reading(wish: Partial<Parameters<typeof liveLines>[1]> = {}, change: Partial<Parts> = {}) {
  const reports = new Map<HostId, HostReport>([[alpha, bondReport()]]);
  const fake = await fakeParts(reports);
  const leave = new AbortController();
  const parts = { ...fake.parts, ...change };
  const lines = liveLines(parts, { events: false, rates: [], ...wish }, leave.signal);
  return { ...fake, parts, reports, lines, leave };
}

/** The next line of a kind; a stream that ends before has none. */
async function next<T extends FleetLine['type']>(
  lines: AsyncIterator<FleetLine>,
  type: T,
): Promise<Extract<FleetLine, { type: T }> | undefined> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done === true) return undefined;
    const line = value as FleetLine;
    if (line.type === type) return line as Extract<FleetLine, { type: T }>;
  }
}

describe('the live stream', () => {
  test('begins with the fleet and tells what changed in it', async () => {
    const { lines, reports, leave } = await reading();
    const first = (await lines.next()).value as FleetLine;
    expect(first).toMatchObject({
      type: 'fleet',
      fleet: { health: 'unknown', hosts: [{ host: alpha }, {}] },
    });
    reports.set(alpha, failed);
    const changed = await next(lines, 'changed');
    expect(changed).toMatchObject({ hosts: [{ host: alpha, health: 'degraded' }], links: [] });
    expect(fleetLine.parse(changed)).toEqual(changed);
    leave.abort();
  });

  test('tells the whole fleet again when a spec was accepted', async () => {
    const { lines, parts, leave } = await reading();
    await lines.next();
    await parts.changes.apply('cli:ada', { file: 'c.yaml', text: '' }, null);
    expect((await next(lines, 'fleet'))?.fleet).toMatchObject({ revision: 1, links: [{ name: 'drbd' }] });
    leave.abort();
  });

  test('tells facts only where they were asked for', async () => {
    const { lines, recorder, leave } = await reading({ events: true });
    await lines.next();
    const event = await recorder.record('controller', {
      type: 'hostConnected',
      host: alpha,
      agentVersion: '1',
    });
    expect(await next(lines, 'event')).toEqual({ type: 'event', event });
    leave.abort();
  });

  test('tells the latest rates of the hosts that were named, and forgets its listener', async () => {
    const listeners = new Set<(rates: HostRates) => void>();
    const rates = (host: string, txBps: number): HostRates => ({
      host: host as HostId,
      atUnixMs: 7,
      ports: [{ bond: name('sync0'), port: name('eth2'), txBps, rxBps: 0 }],
    });
    const { lines, leave } = await reading(
      { rates: [alpha] },
      {
        history: {
          ...fakeHistory(),
          rates: {
            latest: () => rates('alpha', 1),
            on: (listener) => {
              listeners.add(listener);
              return () => void listeners.delete(listener);
            },
          },
        },
      },
    );
    await lines.next();
    expect(await next(lines, 'rates')).toMatchObject({ host: alpha, ports: [{ txBps: 1 }] });
    for (const tell of listeners) for (const one of [rates('beta', 9), rates('alpha', 2)]) tell(one);
    expect(await next(lines, 'rates')).toMatchObject({ host: alpha, ports: [{ txBps: 2 }] });
    leave.abort();
    expect(await next(lines, 'rates')).toBeUndefined();
    expect(listeners.size).toBe(0);
  });

  test('of a store that fails ends with its error, and the next reader begins anew', async () => {
    const { parts, leave } = await reading();
    const { hosts } = parts.store.identity;
    Object.assign(parts.store.identity, { hosts: () => Promise.reject(new Error('the disk is gone')) });
    await expect(parts.fleet.view()).rejects.toThrow('the disk is gone');
    const broken = parts.fleet.follow(leave.signal);
    await expect(broken.next()).rejects.toThrow('the disk is gone');
    Object.assign(parts.store.identity, { hosts });
    expect((await parts.fleet.follow(leave.signal).next()).value).toMatchObject({ type: 'fleet' });
    leave.abort();
  });

  test('has room for so many readers, and for the next one when somebody leaves', async () => {
    const { parts, leave } = await reading();
    const readers = Array.from({ length: 63 }, () => new AbortController());
    for (const { signal } of readers) parts.fleet.follow(signal);
    const follow = () => parts.fleet.follow(leave.signal);
    expect(follow).toThrow('64 readers');
    readers[0]?.abort();
    expect(follow).not.toThrow();
    for (const one of [...readers, leave]) one.abort();
  });
});

describe('the fleet', () => {
  test('knows at once what was recorded a moment ago', async () => {
    const { client } = await fakeApi();
    expect(await client.fleet()).toMatchObject({ revision: null, links: [], rollout: null });
    await accepted(client);
    expect(await client.fleet()).toMatchObject({
      revision: 1,
      links: [{ percent: null }],
      rollout: { state: 'running' },
    });
    await all(client.test({ link: 'drbd', ...usualAsk }));
    expect((await client.fleet()).links[0]?.percent).toBe(fakeTest.judgement.percentOfConfiguration);
    await client.removeHost('alpha');
    expect((await client.fleet()).hosts.map((one) => one.host)).toEqual(['beta']);
  });

  test.each([
    ['a wrong word', '/v1/live?events=maybe'],
    ['a name that is no host', '/v1/live?rates=alpha,-'],
    ['too many hosts', `/v1/live?rates=${Array.from({ length: 101 }, (_, at) => `h${at}`).join(',')}`],
  ])('%s is a mistake, not a stream', async (_what, url) => {
    const { api } = await fakeApi();
    const response = await api.inject({ url });
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      400,
      'application/problem+json',
    ]);
  });
});
