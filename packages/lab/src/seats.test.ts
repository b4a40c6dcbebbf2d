import { expect, test } from 'vitest';
import { runSeated, type Seat, Seats, type Share } from './seats.ts';

/** Takes seats one after the other; the processor of each, or null where there was none. */
const taken = (seats: Seats, ...shares: readonly Share[]): readonly (number | null)[] =>
  shares.map((share) => seats.take(share)?.processor ?? null);

test('guests that share fill the emptiest processor first', () => {
  expect(taken(new Seats(2, 2), 'shared', 'shared', 'shared', 'shared', 'shared')).toEqual([
    0,
    1,
    0,
    1,
    null,
  ]);
});

test('two guests that wait for deadlines take one seat', () => {
  expect(taken(new Seats(1, 2), 'waiting', 'waiting', 'shared', 'waiting')).toEqual([0, 0, 0, null]);
  expect(taken(new Seats(2, 1), 'waiting', 'busy', 'shared', 'waiting')).toEqual([0, 1, null, 0]);
});

test('a busy guest has its processor to itself, and the others share the rest', () => {
  expect(taken(new Seats(2, 2), 'busy', 'shared', 'shared', 'shared')).toEqual([0, 1, 1, null]);
  expect(taken(new Seats(2, 2), 'shared', 'busy', 'busy')).toEqual([0, 1, null]);
});

test('beside a guest that works there is room for one that waits', () => {
  expect(taken(new Seats(1, 2), 'working', 'shared', 'waiting', 'waiting')).toEqual([0, null, 0, null]);
  expect(taken(new Seats(1, 1), 'working', 'waiting')).toEqual([0, null]);
});

test('of guests that measure there is one at a time, with a processor to itself', () => {
  const seats = new Seats(2, 2);
  const first = seats.take('exclusive') as Seat;
  expect(taken(seats, 'exclusive', 'shared', 'busy', 'shared')).toEqual([null, 1, null, 1]);
  seats.leave(first);
  expect(taken(seats, 'exclusive', 'busy')).toEqual([0, null]);
});

test('jobs run as soon as they fit, in their order', async () => {
  const shares: readonly Share[] = ['exclusive', 'exclusive', 'shared', 'shared', 'shared'];
  const running = new Map<number, () => void>();
  const ended: number[] = [];
  const jobs = shares.map((share, name) => ({ share, name }));
  const all = runSeated(jobs, new Seats(2, 2), ({ name }) => {
    const work = new Promise<void>((resolve) => running.set(name, resolve));
    return work.then(() => void ended.push(name));
  });
  const end = async (name: number) => {
    running.get(name)?.();
    running.delete(name);
    await new Promise((resolve) => setImmediate(resolve));
    return [...running.keys()];
  };
  expect([...running.keys()]).toEqual([0, 2, 3]);
  expect(await end(2)).toEqual([0, 3, 4]);
  expect(await end(0)).toEqual([3, 4, 1]);
  for (const name of [3, 4, 1]) await end(name);
  await all;
  expect(ended).toEqual([2, 0, 3, 4, 1]);
});
