import type { AlertDelivery, AlertTestView, AlertView } from '@bondctl/proto/model/alert';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import { time } from './units.ts';

/** What `bondctl alerts` prints. */
export function renderAlerts(alerts: readonly AlertView[], paint: Paint): string {
  if (alerts.length === 0) return 'No alerts.\n';
  return table(
    ['ID', 'SINCE', 'STATE', 'SEVERITY', 'RULE', 'SUBJECT', 'TOLD', ''],
    alerts.map((alert) => [
      alert.id,
      time(alert.sinceUnixMs),
      stateOf(alert, paint),
      alert.severity,
      alert.rule,
      alert.subject,
      told(alert.deliveries),
      alert.sentence,
    ]),
  );
}

function stateOf(
  { state, severity, endedUnixMs, silencedUntilUnixMs: until }: AlertView,
  paint: Paint,
): string {
  switch (state) {
    case 'firing':
      return paint(severity === 'critical' ? 'bad' : 'warn', state);
    case 'silenced':
      return paint('dim', until === null ? 'silenced by a change' : `silenced until ${time(until)}`);
    case 'ended':
      return endedUnixMs === null ? state : `ended ${time(endedUnixMs)}`;
    default:
      return state satisfies never;
  }
}

/** Each receiver once, as the newest delivery to it went. */
function told(deliveries: readonly AlertDelivery[]): string {
  const newest = new Map(deliveries.map((one) => [one.target, one]));
  const words = [...newest.values()].map(({ target, delivered, isSettled, tries, error }) => {
    if (delivered) return target;
    return isSettled ? `${target} failed: ${error ?? ''}` : `${target} waits after ${tries} tries`;
  });
  return words.join(', ') || '-';
}

/** What `bondctl alerts silence` prints. */
export const renderSilenced = ({ id, subject, silencedUntilUnixMs: until }: AlertView): string =>
  `Nobody is told of ${id} (${subject}) until ${until === null ? 'it ends' : time(until)}.\n`;

/** What `bondctl alerts test` prints. */
export function renderTried(routes: readonly AlertTestView[], paint: Paint): string {
  if (routes.length === 0)
    return 'There is no route; write some into alerts.yaml (docs/alerts.md) and start the controller anew.\n';
  return table(
    ['TARGET', 'TEST', ''],
    routes.map(({ target, delivered, error }) => [
      target,
      delivered ? paint('good', 'delivered') : paint('bad', 'failed'),
      error ?? '',
    ]),
  );
}
