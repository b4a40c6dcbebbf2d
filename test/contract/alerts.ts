import type { AlertId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import type { DeliveryRow, Store } from '../../packages/controller/src/store/ports.ts';

/** What every implementation of `AlertStore` must hold. */
export function alertContract(store: () => Store): void {
  const [first, second] = ['alert_contract-1', 'alert_contract-2'] as AlertId[];
  const alertOf = (id = first as AlertId, endedUnixMs: number | null = null) => ({
    id,
    endedUnixMs,
    alert: { id },
  });
  const deliveryOf = (id: string, alert = first as AlertId): DeliveryRow => ({
    ...{ id, target: 'pager', alert, told: 'raised', body: '{}', createdUnixMs: 5, atUnixMs: 5 },
    ...{ tries: 0, outcome: 'waiting', error: null },
  });

  test('alerts, their memory and what is to be told are saved together, and are what was saved last', async () => {
    const { alerts } = store();
    expect(await alerts.memory()).toBeUndefined();
    await alerts.save({
      memory: { a: 1 },
      alerts: [alertOf(), alertOf(second)],
      deliveries: [deliveryOf('d1')],
    });
    await alerts.save({ memory: { a: 2 }, alerts: [alertOf(first, 9)], deliveries: [] });
    expect(await alerts.memory()).toEqual({ a: 2 });
    expect(await alerts.open()).toEqual([alertOf(second)]);
    expect(await alerts.ended(10)).toEqual([alertOf(first, 9)]);
    expect(await alerts.alert(first as AlertId)).toEqual(alertOf(first, 9));
    expect(await alerts.alert('alert_nobody12' as AlertId)).toBeUndefined();
  });

  test('a change that cannot be saved whole is not saved at all', async () => {
    const { alerts } = store();
    const broken = { ...deliveryOf('d1'), target: null as unknown as string };
    await expect(
      alerts.save({ memory: { a: 1 }, alerts: [alertOf()], deliveries: [broken] }),
    ).rejects.toThrow();
    expect([await alerts.memory(), await alerts.open()]).toEqual([undefined, []]);
  });

  test('what waits to be told is there until it is settled, and belongs to its alert', async () => {
    const { alerts } = store();
    const [one, other] = [deliveryOf('d1'), deliveryOf('d2', second)];
    await alerts.save({ memory: {}, alerts: [], deliveries: [one, other] });
    expect(await alerts.waiting()).toEqual([one, other]);
    const failed = { ...one, tries: 8, outcome: 'failed', atUnixMs: 7, error: 'it answered 500' } as const;
    await alerts.saveDelivery(failed);
    expect(await alerts.waiting()).toEqual([other]);
    expect(await alerts.deliveries([first as AlertId])).toEqual([failed]);
    expect(await alerts.deliveries([])).toEqual([]);
  });

  test('of alerts that ended the newest stay', async () => {
    const { alerts } = store();
    const idOf = (at: number) => `alert_contract-${at}` as AlertId;
    const many = Array.from({ length: 10_002 }, (_, at) => alertOf(idOf(at), at));
    await alerts.save({ memory: {}, alerts: many.slice(0, 10_000), deliveries: [deliveryOf('d0', idOf(0))] });
    await alerts.save({ memory: {}, alerts: many.slice(10_000), deliveries: [] });
    expect(await alerts.alert(idOf(1))).toBeUndefined();
    expect(await alerts.alert(idOf(2))).toEqual(many[2]);
    expect(await alerts.deliveries([idOf(0)])).toEqual([]);
    expect(await alerts.ended(2)).toEqual([many[10_001], many[10_000]]);
  });
}
