import type { ComparedParameters, EndParameters } from '@bondctl/proto/model/compared';
import type { RankedFinding } from '@bondctl/proto/model/finding';
import type { LinkName, TestId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { accepted, fakeApi } from '../../../../test/fakes/fake-api.ts';
import { drbd, fakeTest } from '../../../../test/fakes/fake-parts.ts';
import { figuresOf } from '../../../../test/fakes/fake-test.ts';
import type { TestRow } from '../store/ports.ts';

const end: EndParameters = {
  mode: 'balance-rr',
  transmitPolicy: null,
  mtu: 9000,
  offloads: { 'eth1 tso': true },
  kernel: '6.1',
  drivers: { igb: '6.1' },
  iperf3: '3.12',
};
const parameters: ComparedParameters = {
  ends: [end, end],
  streams: 1,
  seconds: 10,
  protocol: 'tcp',
  direction: 'forth',
};
const warning: RankedFinding = {
  rule: 'port-slow',
  severity: 'warning',
  subject: { kind: 'link', link: drbd.name, ends: drbd.ends },
  cause: 'slow',
  evidence: [],
  advice: 'x',
  source: 'y',
  explains: [],
  consequenceOf: null,
};

/** A test with everything that is read out of it. */
function row(id: string, receivedBps: number, mtu: number, link = drbd.name): TestRow {
  const ends = [
    { ...end, mtu },
    { ...end, mtu },
  ] as const;
  return {
    ...fakeTest,
    id: id as TestId,
    result: { ...fakeTest.result, link, run: { ok: true, figures: figuresOf({ receivedBps }) } },
    findings: [warning],
    comparison: {
      kind: 'regressed',
      parameterHash: 'h',
      parameters: { ...parameters, ends },
      receivedBps,
      results: 3,
      medianBps: 1e9,
      floorBps: 9e8,
      sentence: 'less than usual',
    },
  };
}

async function withTests() {
  const fake = await fakeApi();
  await accepted(fake.client);
  for (const one of [row('test_first123', 1e9, 1500), row('test_second12', 2e9, 9000)])
    await fake.store.tests.addTest(one);
  return fake;
}

test('a list says of each test what was asked, how it stands beside earlier ones, and what was found', async () => {
  const { client } = await withTests();
  const { tests } = await client.tests(1, 'drbd');
  expect(tests).toMatchObject([
    {
      id: 'test_second12',
      parameters: { streams: 1, seconds: 10, protocol: 'tcp', direction: 'forth' },
      comparison: 'regressed',
      findings: { fault: 0, warning: 1, note: 0 },
    },
  ]);
});

test('a list of a link: empty where it was never tested, kept where it is in no spec any more, else not found', async () => {
  const { client, store } = await withTests();
  await store.tests.addTest(row('test_gone1234', 1e9, 1500, 'gone' as LinkName));
  expect((await client.tests(5, 'gone')).tests.map(({ id }) => id)).toEqual(['test_gone1234']);
  await expect(client.tests(5, 'drdb')).rejects.toMatchObject({
    code: 'not-found',
    message: 'There is no link called "drdb"; there are drbd.',
  });
  const fresh = await fakeApi();
  await accepted(fresh.client);
  expect(await fresh.client.tests(5, 'drbd')).toEqual({ tests: [] });
});

test.each([0, 1001, 1.5])('a list of %d tests is refused', async (limit) => {
  const { client } = await withTests();
  await expect(client.tests(limit)).rejects.toMatchObject({ code: 'bad-input' });
});

test('one test comes back whole, and two side by side', async () => {
  const { client } = await withTests();
  expect(await client.testResult('test_first123')).toEqual(row('test_first123', 1e9, 1500));
  expect(await client.compareTests('test_first123', 'test_second12')).toMatchObject({
    tests: [{ receivedBps: 1e9 }, { receivedBps: 2e9 }],
    differences: ['mtu 1500 / 9000'],
    kind: 'second-faster',
    ratio: 2,
  });
  const nobody = {
    code: 'not-found',
    message: 'There is no link test test_nobody12; "bondctl test list" shows the newest.',
  };
  await expect(client.compareTests('test_first123', 'test_nobody12')).rejects.toMatchObject(nobody);
  await expect(client.testResult('test_nobody12')).rejects.toMatchObject(nobody);
  await expect(client.testResult('drbd')).rejects.toMatchObject({ code: 'bad-input' });
});

test('a page is HTML that a browser lets do nothing', async () => {
  const { api, client } = await withTests();
  const { headers, body } = await api.inject({ method: 'GET', url: '/v1/tests/test_first123/page' });
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
  });
  expect(body).toMatch(/^<!doctype html>\n[\s\S]*<\/html>\n$/);
  expect(body).toContain('<time datetime="1970-01-01T00:00:01.000Z">');
  expect(await client.testPage('test_first123')).toBe(body);
  await expect(client.testPage('test_nobody12')).rejects.toMatchObject({ code: 'not-found' });
});
