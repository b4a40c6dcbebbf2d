import type { BondName, HostId, LinkName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { conflict } from './schedule.ts';

const link = (a: number, b: number) => ({
  name: `l${a}-${b}` as LinkName,
  ends: [a, b].map((n) => ({ host: `h${n}` as HostId, bond: 'bond0' as BondName })) as never,
});

test('a test under way keeps its hosts from any other', () => {
  const running = [{ link: link(1, 2) }, { link: link(3, 4) }];
  expect(conflict(running, link(4, 5))).toBe(running[1]);
  expect(conflict(running, link(5, 6))).toBeUndefined();
});
