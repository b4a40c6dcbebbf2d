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

test('an exclusive guest waits for everybody, and nobody begins beside it', () => {
  const seats = new Seats(2, 2);
  const first = seats.take('shared') as Seat;
  expect(seats.take('exclusive')).toBeUndefined();
  seats.leave(first);
  const alone = seats.take('exclusive') as Seat;
  expect(taken(seats, 'shared', 'busy', 'exclusive')).toEqual([null, null, null]);
  seats.leave(alone);
  expect(taken(seats, 'busy', 'busy')).toEqual([0, 1]);
});

test('jobs run as soon as they fit, in their order, and the exclusive one when nobody else runs', async () => {
  const shares: readonly Share[] = ['busy', 'shared', 'shared', 'shared', 'exclusive'];
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
  expect([...running.keys()]).toEqual([0, 1, 2]);
  expect(await end(1)).toEqual([0, 2, 3]);
  expect(await end(2)).toEqual([0, 3]);
  expect(await end(0)).toEqual([3]);
  expect(await end(3)).toEqual([4]);
  await end(4);
  await all;
  expect(ended).toEqual([1, 2, 0, 3, 4]);
});
