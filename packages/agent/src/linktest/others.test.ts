import type { IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { disturbanceOf, type Guarded, type Look, unquiet } from './others.ts';

const mebi = 1_000_000;

/** eth1 and eth2 in megabytes sent and received, each of them; `down` lost its carrier, `gone` left the bond. */
function look(atMs: number, tx: number, rx: number, { down = '', gone = '' } = {}): Look {
  const names = ['eth1', 'eth2'].filter((name) => name !== gone) as IfName[];
  const port = (name: IfName) => ({
    name,
    isUp: name !== down,
    txBytes: tx * mebi,
    rxBytes: rx * mebi,
  });
  return { atMs, ports: names.map(port) };
}

describe('a measurement begins', () => {
  test.each([
    ['where nothing is sent', 0, 0, undefined],
    ['where others use a little', 5, 5, undefined],
    ['not where others send', 7, 0, 'others use 6 % of what eth1 carries; a measurement begins below 5 %'],
    [
      'not where others are sent to',
      0,
      70,
      'others use 56 % of what eth1 carries; a measurement begins below 5 %',
    ],
  ])('%s', (_name, tx, rx, sentence) => {
    expect(unquiet(look(0, 100, 100), look(1000, 100 + tx, 100 + rx), 0, 1e9)).toBe(sentence);
  });

  test('where only its own probes were on the way', () => {
    expect(unquiet(look(0, 0, 0), look(200, 2, 2), 2 * mebi, 1e9)).toBeUndefined();
  });

  test('where nobody knows what a port carries, or the looks are too near', () => {
    expect(unquiet(look(0, 0, 0), look(1000, 900, 900), 0, null)).toBeUndefined();
    expect(unquiet(look(0, 0, 0), look(50, 900, 900), 0, 1e9)).toBeUndefined();
  });
});

const run = (over: Partial<Guarded> = {}): Guarded => ({
  bond: 'sync0',
  role: 'client',
  parameters: { class: 'measure', direction: 'forth' },
  portBps: 1e9,
  ...over,
});
const first = look(0, 0, 0);
/** In one second: this much per port in megabytes, of 125 that it carries. */
const after = (tx: number, rx: number, over = {}) => look(1000, tx, rx, over);
const busy = 'others-traffic';
const down = 'port-down';

describe('a run', () => {
  test.each<[string, Partial<Guarded>, Look, string | undefined]>([
    ['alone goes on', {}, after(118, 4), undefined],
    ['that has not begun yet goes on', {}, after(0, 0), undefined],
    ['beside a little goes on', {}, after(118, 20), undefined],
    ['against which others send ends', {}, after(118, 40), busy],
    ['that waits while others send ends', {}, after(0, 40), busy],
    ['goes on with what others send its own way, which cannot be told', {}, after(125, 4), undefined],
    ['is seen from its server the other way round', { role: 'server' }, after(4, 118), undefined],
    ['is ended by its server too', { role: 'server' }, after(60, 118), busy],
    [
      'both ways cannot be told from others',
      { parameters: { class: 'measure', direction: 'both' } },
      after(118, 118),
      undefined,
    ],
    [
      'that stresses goes on beside others',
      { parameters: { class: 'stress', direction: 'forth' } },
      after(60, 118),
      undefined,
    ],
    [
      'that stresses ends with a port',
      { parameters: { class: 'stress', direction: 'forth' } },
      after(60, 4, { down: 'eth2' }),
      down,
    ],
    [
      'that probes ends for others',
      { parameters: { class: 'probe', direction: 'forth' } },
      after(10, 40),
      busy,
    ],
    [
      'of an earlier controller ends with a port',
      { parameters: null },
      after(0, 118, { gone: 'eth1' }),
      down,
    ],
    ['of an earlier controller goes on beside others', { parameters: null }, after(0, 118), undefined],
    ['on ports of unknown speed bears 10 Mbit/s', { portBps: null }, after(0, 0.6), undefined],
    ['on ports of unknown speed ends for more', { portBps: null }, after(0, 0.7), busy],
  ])('%s', (_name, over, now, fault) => {
    expect(disturbanceOf(run(over), first, first, now)?.fault).toBe(fault);
  });

  test('says what it saw', () => {
    const said = (now: Look) => disturbanceOf(run(), first, first, now)?.message;
    expect(said(after(1, 0, { down: 'eth2' }))).toBe(
      'eth2 of sync0 lost its carrier, so the run was broken off',
    );
    expect(said(after(1, 0, { gone: 'eth2' }))).toBe(
      'eth2 is not a port of sync0 any more, so the run was broken off',
    );
    expect(said(after(100, 50))).toBe(
      "others send 800.0 Mbit/s against the run's way, which itself carries 1600.0 Mbit/s, so the run was broken off",
    );
  });

  test('goes on without a port that had no carrier from the beginning', () => {
    const without = look(0, 0, 0, { down: 'eth2' });
    expect(disturbanceOf(run(), without, without, after(118, 4, { down: 'eth2' }))).toBeUndefined();
  });

  test('is not judged by a last, short look', () => {
    expect(disturbanceOf(run(), first, look(1000, 0, 0), look(1200, 0, 30))).toBeUndefined();
  });
});
