import { describe, expect, test } from 'vitest';
import { endFactsOf, portsNamed, testPlanOf } from '../../../../test/fakes/fake-test.ts';
import { portIndex } from '../hash/forecast.ts';
import type { EndFacts } from './ends.ts';
import { probesFrom } from './probe-plan.ts';
import { senderOf } from './sender.ts';

const { path } = testPlanOf();
const lacp: Partial<EndFacts> = { mode: '802.3ad', xmitHashPolicy: 'layer3+4 (1)' };
const ends = (change: Partial<EndFacts>) =>
  [endFactsOf('alpha', change), endFactsOf('beta', change)] as const;

describe('the probes of an end', () => {
  test.each([2, 3, 4, 8])('reach each of %i ports by an ICMP id that its hash sends there', (count) => {
    const [from, to] = ends({ ...lacp, usable: portsNamed(count) });
    const sender = senderOf(from, to, path);
    const probes = probesFrom(from, to, path);
    expect(probes.map(({ port }) => port)).toEqual(portsNamed(count));
    for (const { port, identifier } of probes) {
      if (!sender.ok || identifier === null) throw new Error('no id was found');
      // Type 8 and code 0 lie where a source port does.
      const place = portIndex(sender.value, { sourcePort: 0x0800, serverPort: identifier });
      expect(sender.value.usable[place]).toBe(port);
    }
  });

  test.each<[string, Partial<EndFacts>]>([
    ['balance-rr takes every port in turn', {}],
    ['one port needs no choice', { ...lacp, usable: portsNamed(1) }],
    ['layer2 sends all through one port', { ...lacp, xmitHashPolicy: 'layer2 (0)' }],
    ['encap3+4 is chance', { ...lacp, xmitHashPolicy: 'encap3+4 (4)' }],
    ['an unknown policy', { ...lacp, xmitHashPolicy: 'new (9)' }],
  ])('are of no port: %s', (_why, change) => {
    const [from, to] = ends(change);
    expect(probesFrom(from, to, path)).toEqual([{ identifier: null, port: null }]);
  });
});
