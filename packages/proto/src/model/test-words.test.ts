import { expect, test } from 'vitest';
import { tcpForth } from './linktest.ts';
import type { BondName, HostId, IfName } from './names.ts';
import { datagramWords, portPercents, probeWords, runWords, spreadWords } from './test-words.ts';

const mbps = (bps: number): string => `${bps / 1e6} Mbit/s`;
const udp = { class: 'measure', protocol: 'udp', offeredBps: 5e8 } as const;

test.each([
  [{ streams: 1, seconds: 10, ...tcpForth }, '1 TCP stream for 10 s'],
  [{ streams: 4, seconds: 5, ...tcpForth, direction: 'both' }, '4 TCP streams for 5 s, both ways at once'],
  [{ streams: 1, seconds: 5, ...udp, direction: 'back' }, '1 UDP stream of 500 Mbit/s for 5 s, the way back'],
  [{ streams: 2, seconds: 5, ...udp, direction: 'forth' }, '2 UDP streams of 500 Mbit/s together for 5 s'],
  [
    { streams: 1, seconds: 1, ...tcpForth, class: 'probe', offeredBps: 1e8 },
    'a probe: 1 TCP stream of 100 Mbit/s for 1 s',
  ],
  [{ streams: 1, seconds: 9, ...tcpForth, class: 'stress' }, 'stress: 1 TCP stream for 9 s'],
  [{ streams: 0, seconds: 0, ...tcpForth }, 'probes only'],
] as const)('a run of %j', (asked, words) => {
  expect(runWords(asked, mbps)).toBe(words);
});

test.each([
  [
    { packets: 40_000, lost: 12, jitterMs: 0.0214, outOfOrder: 3 },
    '12 of 40000 lost (0.03 %), jitter 0.021 ms, 3 out of order',
  ],
  [{ packets: 0, lost: 0, jitterMs: 0, outOfOrder: null }, '0 of 0 lost, jitter 0.000 ms'],
])('datagrams of %j', (figures, words) => {
  expect(datagramWords(figures)).toBe(words);
});

test('a probe, with its port and what was complained of', () => {
  const [from, to] = ['alpha', 'beta'].map((host) => ({ host: host as HostId, bond: 'sync0' as BondName }));
  if (from === undefined || to === undefined) throw new Error('two ends');
  const probe = {
    from,
    to,
    ipBytes: 9000,
    sent: 3,
    received: 0,
    complaint: 'too long',
    port: 'eth1' as IfName,
  };
  expect(probeWords(probe)).toBe('9000 bytes alpha/sync0 to beta/sync0 by eth1: 0 of 3 passed (too long)');
});

test.each([
  ['balanced', null, true, null],
  ['uneven', '3 streams over 2 ports', true, '3 streams over 2 ports'],
  ['balanced', null, false, 'the ports counted other shares than the hash foretells'],
  ['uneven', '3 over 2', false, '3 over 2; the ports counted other shares than the hash foretells'],
] as const)('a spread %s, %s, %s', (kind, why, agrees, words) => {
  expect(spreadWords({ kind, why, agrees, planned: [], forecast: [] })).toBe(words);
});

test('shares of ports that carried something, and of none', () => {
  const ports = [30, 10].map((txBytes, nth) => ({ name: `eth${nth}` as IfName, txBytes, rxBytes: 0 }));
  expect(portPercents(ports, 'txBytes').map((one) => one.percent)).toEqual([75, 25]);
  expect(portPercents(ports, 'rxBytes').map((one) => one.percent)).toEqual([null, null]);
});
