import type { AlertId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import type { DeliveryRow } from '../../store/ports.ts';
import { after, due, keyOf, mostAtOnce, type Waiting } from './queue.ts';

const rowOf = (id: string, target = 'pager', alert = 'alert_a'): DeliveryRow => ({
  id,
  target,
  alert: alert as AlertId,
  told: 'raised',
  body: '{}',
  createdUnixMs: 0,
  atUnixMs: 0,
  tries: 0,
  outcome: 'waiting',
  error: null,
});
const waits = (row: DeliveryRow, nextUnixMs = 0): Waiting => ({ row, nextUnixMs });
const failed = { ok: false, why: 'it answered 500', isFinal: false } as const;

describe('what is due', () => {
  test('is tried a few at a time', () => {
    const many = Array.from({ length: 9 }, (_, at) => waits(rowOf(`d${at}`, 'pager', `alert_${at}`)));
    expect(due(many, new Set(), 0).now).toHaveLength(mostAtOnce);
    const trying = new Set(many.slice(0, 3).map(({ row }) => keyOf(row)));
    expect(due(many, trying, 0).now).toHaveLength(mostAtOnce - 3);
  });

  test('keeps the order of one alert to one receiver, and of no others', () => {
    const raised = waits(rowOf('raised'), 5_000);
    const ended = waits(rowOf('ended'));
    const other = waits(rowOf('ended', 'mail'));
    expect(due([raised, ended, other], new Set(), 0)).toEqual({ now: [other.row], nextUnixMs: 5_000 });
    expect(due([raised, ended], new Set([keyOf(raised.row)]), 0)).toEqual({ now: [], nextUnixMs: null });
    expect(due([ended], new Set(), 0).now).toEqual([ended.row]);
  });
});

describe('after a try', () => {
  test('what was taken is delivered, whatever went wrong before', () => {
    const { row } = after(after(rowOf('d'), failed, 10, 0.5).row, { ok: true }, 20, 0.5);
    expect(row).toMatchObject({ outcome: 'delivered', tries: 2, error: null, atUnixMs: 20 });
  });

  test('pauses grow, and are spread by chance between their half and their whole', () => {
    const pauses = (luck: number) => {
      let row = rowOf('d');
      return Array.from({ length: 7 }, () => {
        const next = after(row, failed, 0, luck);
        row = next.row;
        return next.nextUnixMs / 1000;
      });
    };
    expect(pauses(1)).toEqual([2, 4, 8, 16, 32, 64, 128]);
    expect(pauses(0)).toEqual([1, 2, 4, 8, 16, 32, 64]);
  });

  test('it is over after 8 tries, after an hour, and when the receiver says no for good', () => {
    const last = after({ ...rowOf('d'), tries: 7 }, failed, 0, 0);
    expect(last.row).toMatchObject({ outcome: 'failed', tries: 8, error: 'it answered 500' });
    expect(after({ ...rowOf('d'), tries: 6 }, failed, 0, 0).row.outcome).toBe('waiting');
    expect(after(rowOf('d'), failed, 3_600_000, 0).row.outcome).toBe('failed');
    expect(after(rowOf('d'), { ...failed, isFinal: true }, 0, 0).row.outcome).toBe('failed');
  });

  test('a reason has an end', () => {
    expect(after(rowOf('d'), { ...failed, why: 'x'.repeat(9_999) }, 0, 0).row.error).toHaveLength(500);
  });
});
