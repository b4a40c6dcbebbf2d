import { expect, test } from 'vitest';
import { fakeKept } from '../../../../../test/fakes/fake-history.ts';
import { renderHistory } from './history.ts';
import { plain } from './paint.ts';

test('what is kept, how long, since when, and how much room it takes', () => {
  expect(`\n${renderHistory(fakeKept, plain)}`).toMatchInlineSnapshot(`
    "
    LAYER    EVERY    WHERE      KEPT       SINCE                  ROWS
    second   1 s      memory     60 min     1970-01-01 00:00:01Z   7200
    minute   60 s     database   7 days     1970-01-01 00:00:00Z   120
    hour     60 min   database   365 days   -                      0
    events   -        database   365 days   1970-01-01 00:00:00Z   12

    memory    56.3 KiB of 256 MiB
    database  96 KiB of 2 GiB; its file has 100 KiB
    "
  `);
});

test('samples that are missing are said, with the reason, and a database that is too large', () => {
  const gaps = [{ fromUnixMs: 60_000, untilUnixMs: 180_000, why: 'the disk was full' }];
  const text = renderHistory({ ...fakeKept, databaseBytes: 2 ** 32, lostRows: 4, gaps }, plain);
  expect(text).toContain('database  4 GiB of 2 GiB, which is too much; its file has');
  expect(text).toContain(
    '4 samples of a minute are missing, although they were measured:\n  1970-01-01 00:01:00Z to 1970-01-01 00:03:00Z: the disk was full\n',
  );
});
