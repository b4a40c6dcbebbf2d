import type { LinkName, TestId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { accepted, all, fakeApi } from '../../../../test/fakes/fake-api.ts';
import { fakeTest } from '../../../../test/fakes/fake-parts.ts';
import { usualAsk } from '../../../../test/fakes/fake-test.ts';

describe('GET /metrics', () => {
  test('is the text that Prometheus reads, without a name for the record', async () => {
    const { api, recorder } = await fakeApi();
    const answer = await api.inject({ method: 'GET', url: '/metrics' });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect(answer.body.split('\n')).toEqual(
      expect.arrayContaining([
        'bondctl_needs_person 0',
        'bondctl_host_connected{host="alpha"} 1',
        'bondctl_host_connected{host="beta"} 0',
        '# TYPE bondctl_port_link_failures_total counter',
        'bondctl_port_link_failures_total{host="alpha",bond="sync0",port="eth2"} 0',
      ]),
    );
    expect(await recorder.list({ limit: 10 })).toEqual([]);
  });

  test('begins anew with every scrape: nothing adds up, and what is gone leaves nothing', async () => {
    let presence: 'connected' | 'lost' = 'connected';
    const { api } = await fakeApi((parts) => ({
      ...parts,
      agents: { ...parts.agents, presence: () => presence },
    }));
    const scrape = async () => (await api.inject({ method: 'GET', url: '/metrics' })).body;
    const steady = (text: string) => text.replace(/^bondctl_controller_.*$/gm, '');
    expect(steady(await scrape())).toBe(steady(await scrape()));
    presence = 'lost';
    const lost = await scrape();
    expect(lost).toContain('bondctl_host_connected{host="alpha"} 0');
    expect(lost).not.toMatch(/bondctl_(bond|port)_/);
  });

  test('has the last test of a link, however many tests of others came after it', async () => {
    const { api, client, store } = await fakeApi();
    await accepted(client);
    await all(client.test({ link: 'drbd', ...usualAsk }));
    const result = { ...fakeTest.result, link: 'other' as LinkName };
    for (let at = 0; at < 501; at += 1)
      await store.tests.addTest({ ...fakeTest, id: `test_other${at}` as TestId, result });
    const { body } = await api.inject({ method: 'GET', url: '/metrics' });
    expect(body).toContain('bondctl_link_test_configuration_ratio{link="drbd"} 0.99');
    expect(body).not.toContain('other');
  });
});
