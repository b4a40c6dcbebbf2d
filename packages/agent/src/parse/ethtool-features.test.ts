import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOffloadStates } from './ethtool-features.ts';

const fixture = new URL('../../../../test/fixtures/vitals/ethtool/6.1-virtio/input.txt', import.meta.url);

/** tso of these kinds, in the order tx-tcp, tx-tcp-ecn, tx-tcp6. */
const tso = (whole: string, ...kinds: readonly string[]): string | undefined => {
  const names = ['tx-tcp-segmentation', 'tx-tcp-ecn-segmentation', 'tx-tcp6-segmentation'];
  const lines = kinds.map((kind, at) => `\t${names[at]}: ${kind}`);
  return readOffloadStates([`tcp-segmentation-offload: ${whole}`, ...lines].join('\n')).tso;
};

describe('the state of offloads', () => {
  test('of a virtio NIC, which has one kind of tso switched off and others fixed', () => {
    expect(readOffloadStates(readFileSync(fixture, 'utf8'))).toEqual({
      tso: 'on [partly]',
      gso: 'on',
      gro: 'on',
    });
  });

  test('keeps the words of ethtool, and leaves out what it does not name', () => {
    expect(
      readOffloadStates(
        'generic-segmentation-offload: off [requested on]\ngeneric-receive-offload: off [fixed]',
      ),
    ).toEqual({ gso: 'off [requested on]', gro: 'off [fixed]' });
    expect(readOffloadStates('rx-gro: on')).toEqual({});
  });

  test.each([
    ['on', ['on', 'off [fixed]', 'on'], 'on'],
    ['off', ['off', 'off', 'off'], 'off'],
    ['off', ['off [requested on]', 'off [requested on]', 'off [requested on]'], 'off [requested on]'],
    ['off', ['off [fixed]', 'off [fixed]', 'off [fixed]'], 'off [fixed]'],
    ['on', ['on', 'off', 'on'], 'on [partly]'],
    ['off', ['off [requested on]', 'off', 'off'], 'off [partly]'],
    ['on', [], 'on'],
  ] as const)('tso %s of the kinds %j is %s', (whole, kinds, expected) => {
    expect(tso(whole, ...kinds)).toBe(expected);
  });

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void readOffloadStates(text)));
  });
});
