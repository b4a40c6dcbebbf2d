import { isDeepStrictEqual } from 'node:util';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { accepted, fakeApi } from '../../../../../test/fakes/fake-api.ts';
import { alpha, beta, drbd, fakeTest } from '../../../../../test/fakes/fake-parts.ts';

test('events of a link are those of its ends, its tests, and what was lost on its hosts; of a bond, those of its name', async () => {
  const { client, recorder } = await fakeApi();
  await expect(client.events({ limit: 10, link: 'drbd' })).rejects.toMatchObject({ code: 'not-found' });
  await accepted(client);
  const lost = { type: 'eventsLost', from: 1, to: 1, reason: '' } as const;
  const unseen = {
    type: 'failuresUnseen',
    port: 'eth2',
    failures: 2,
    before: 0,
    after: 2,
    reason: '',
  } as const;
  const facts: readonly Fact[] = [
    { ...unseen, host: alpha, bond: 'sync0' },
    { ...unseen, host: alpha, bond: 'other0' },
    { ...unseen, host: 'gamma' as HostId, bond: 'sync0' },
    { ...lost, host: beta },
    { ...lost, host: 'gamma' as HostId },
    { type: 'linkTested', test: fakeTest.id, link: drbd.name, passed: true, sentence: '' },
  ];
  for (const fact of facts) await recorder.record('agent', fact);
  const of = async (filter: { link?: string; bond?: string }) =>
    (await client.events({ limit: 10, ...filter })).events.map(({ fact }) =>
      facts.findIndex((one) => isDeepStrictEqual(one, fact)),
    );
  expect(await of({ link: 'drbd' })).toEqual([0, 3, 5]);
  expect(await of({ bond: 'sync0' })).toEqual([0, 2]);
  expect(await of({ link: 'drbd', bond: 'sync0' })).toEqual([0]);
});
