import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './show.ts';

const folder = new URL('../../../../test/fixtures/proc-bonding', import.meta.url).pathname;
const lacp = join(folder, 'v6.1-802.3ad-partner/input.txt');

describe('show --proc', () => {
  test('prints what the parser understood as JSON', async () => {
    const { text, exitCode } = await run(['--proc', lacp, '--output', 'json']);
    const expected = JSON.parse(readFileSync(join(folder, 'v6.1-802.3ad-partner/state.json'), 'utf8')) as {
      value: object;
    };
    expect(JSON.parse(text)).toEqual({ ...expected, value: { ...expected.value, name: 'input' } });
    expect(exitCode).toBe(0);
  });

  test('prints a table for people', async () => {
    expect((await run(['--proc', lacp])).text).toMatchInlineSnapshot(`
      "input: 802.3ad, up, hash layer2 (driver v6.1.176)
        MII every 100 ms, up after 0 ms, down after 0 ms
        LACP: rate fast, active on, aggregator 1 with 2 ports, partner 02:00:00:00:0b:01
        PORT  LINK  SPEED         DUPLEX  FAILURES  PERMANENT MAC      AGGREGATOR  PARTNER
        eth1  up    10000 Mbit/s  full    0         02:00:00:00:0a:01  1           02:00:00:00:0b:01
        eth2  up    10000 Mbit/s  full    0         02:00:00:00:0a:02  1           02:00:00:00:0b:01"
    `);
  });

  test('prints what it did not understand below it', async () => {
    const { text } = await run(['--proc', join(folder, 'synthetic/v9.9-balance-rr-unknown-lines/input.txt')]);
    expect(text).toContain('line 6: this line is not known: Warp Factor: 9');
  });

  test.each([
    [['--proc', '/nowhere/bond0'], 'not-found', '/nowhere/bond0'],
    [['--proc', folder], 'bad-input', 'cannot be read'],
    [['--output', 'xml'], 'bad-input', 'xml'],
    [['--nonsense'], 'bad-input', 'bondctl-agent show --help'],
  ])('%j is refused by name', async (args, code, word) => {
    await expect(run(args)).rejects.toMatchObject({ code, message: expect.stringContaining(word) as string });
  });
});
