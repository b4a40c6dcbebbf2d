import type { AlertDelivery, AlertView } from '@bondctl/proto/model/alert';
import type { DeliveryRow } from '../store/ports.ts';
import type { Alert } from './state.ts';

/** An alert as people see it. */
export function alertView(alert: Alert, rows: readonly DeliveryRow[], nowUnixMs: number): AlertView {
  const { hosts: _, told: __, ...shown } = alert;
  return {
    ...shown,
    state: stateOf(alert, nowUnixMs),
    deliveries: rows.filter((row) => row.alert === alert.id).map(deliveryView),
  };
}

/** Nobody was told of it at all: our own change keeps it quiet. */
function stateOf(
  { endedUnixMs, silencedUntilUnixMs: until, told }: Alert,
  nowUnixMs: number,
): AlertView['state'] {
  if (endedUnixMs !== null) return 'ended';
  return told === 0 || (until !== null && nowUnixMs < until) ? 'silenced' : 'firing';
}

const deliveryView = ({ target, told, atUnixMs, outcome, tries, error }: DeliveryRow): AlertDelivery => ({
  target,
  told,
  atUnixMs,
  delivered: outcome === 'delivered',
  isSettled: outcome !== 'waiting',
  tries,
  error,
});
