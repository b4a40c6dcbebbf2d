import type { AlertRule, AlertSeverity } from '@bondctl/proto/model/alert';
import type { NonEmpty } from '@bondctl/proto/model/result';
import type { Alert } from './state.ts';
import type { Thresholds } from './thresholds.ts';

/** Who is told, by what. */
export type Way =
  | { readonly kind: 'webhook'; readonly url: string; readonly secret: string | null }
  | { readonly kind: 'command'; readonly argv: NonEmpty<string> };

/** Where alerts go, and which of them. */
export interface Route {
  /** What the record, the API and a restarted controller know it by. */
  readonly target: string;
  readonly severities: readonly AlertSeverity[];
  readonly rules: readonly AlertRule[];
  readonly way: Way;
}

/** What people wrote about alerts. */
export interface AlertSettings {
  readonly thresholds: Thresholds;
  readonly routes: readonly Route[];
}

/** The targets that want to hear of an alert. */
export const targetsOf = (routes: readonly Route[], { rule, severity }: Alert): readonly string[] =>
  routes
    .filter((route) => route.severities.includes(severity) && route.rules.includes(rule))
    .map(({ target }) => target);
