import type { AlertDelivery, AlertRule, AlertState, AlertView } from '@bondctl/proto/model/alert';
import type { Health } from '@bondctl/proto/model/view';

/** What is wrong, in words. */
export const ruleWords: Readonly<Record<AlertRule, string>> = {
  bondDegraded: 'bond degraded',
  bondDown: 'bond down',
  flapping: 'flapping',
  partnerChanged: 'LACP partner changed',
  drift: 'drift',
  belowExpectation: 'below expectation',
  agentLost: 'agent lost',
};

/** How an alert looks; what is over is neither good nor bad. */
export const alertTone = ({ state, severity }: Pick<AlertView, 'state' | 'severity'>): Health => {
  if (state === 'ended') return 'ok';
  return severity === 'critical' ? 'down' : 'degraded';
};

/** Alerts under their state, those that fire first; critical ones before warnings, the newest before older ones. */
export function alertGroups(
  alerts: readonly AlertView[],
): readonly { readonly state: AlertState; readonly alerts: readonly AlertView[] }[] {
  return (['firing', 'silenced', 'ended'] as const).map((state) => ({
    state,
    alerts: alerts
      .filter((one) => one.state === state)
      .toSorted(
        (a, b) =>
          Number(b.severity === 'critical') - Number(a.severity === 'critical') ||
          b.sinceUnixMs - a.sinceUnixMs,
      ),
  }));
}

/** The page of what an alert is about. */
export function alertAddress({ kind, subject }: Pick<AlertView, 'kind' | 'subject'>): string {
  if (kind === 'link') return `/links/${encodeURIComponent(subject)}`;
  return `/hosts/${encodeURIComponent(subject.split('/')[0] ?? subject)}`;
}

/** How a delivery went, in words, and how it looks. */
export function deliveryWords({ delivered, isSettled, tries }: AlertDelivery): {
  readonly tone: Health;
  readonly words: string;
} {
  if (delivered) return { tone: 'ok', words: 'delivered' };
  if (isSettled) return { tone: 'down', words: 'given up' };
  return { tone: 'unknown', words: tries === 0 ? 'waits' : 'tries again' };
}

const hour = 3_600_000;

/** For how long an alert can be silenced. */
export const silences = [
  { value: '1', text: '1 h', forMs: hour },
  { value: '4', text: '4 h', forMs: 4 * hour },
  { value: '24', text: '1 d', forMs: 24 * hour },
  { value: '168', text: '7 d', forMs: 168 * hour },
] as const;
