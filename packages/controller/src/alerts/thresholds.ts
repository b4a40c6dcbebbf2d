import type { AlertRule, AlertSeverity } from '@bondctl/proto/model/alert';

/** When a rule speaks: after how long it is raised, after how long it is over, and how bad it is. */
export interface Timing {
  readonly raiseAfterMs: number;
  /** How long it must have been well before it is over. */
  readonly endAfterMs: number;
  readonly severity: AlertSeverity;
}

/** When flapping begins and ends: link failures of all ports together, counted over a window that moves. */
export interface FlappingThresholds {
  readonly failures: number;
  readonly withinMs: number;
  /** At most so many in the window: it is over. Lower than `failures`, so that one failure more or less changes nothing. */
  readonly endAtMost: number;
}

/** Everything about alerts that can be set. */
export interface Thresholds {
  readonly timings: Readonly<Record<AlertRule, Timing>>;
  readonly flapping: FlappingThresholds;
  /** How long a bond must keep its new LACP partner until nobody needs to know any more. */
  readonly partnerStandsMs: number;
  /** How long after our own change the hosts of it stay quiet. */
  readonly graceMs: number;
}

const secondMs = 1_000;
const minuteMs = 60_000;

/** What holds where nobody says otherwise. */
export const usualThresholds: Thresholds = {
  timings: {
    bondDegraded: { raiseAfterMs: 30 * secondMs, endAfterMs: minuteMs, severity: 'warning' },
    bondDown: { raiseAfterMs: 5 * secondMs, endAfterMs: minuteMs, severity: 'critical' },
    flapping: { raiseAfterMs: 0, endAfterMs: 0, severity: 'warning' },
    partnerChanged: { raiseAfterMs: 0, endAfterMs: 0, severity: 'warning' },
    drift: { raiseAfterMs: minuteMs, endAfterMs: 10 * secondMs, severity: 'warning' },
    belowExpectation: { raiseAfterMs: 0, endAfterMs: 0, severity: 'warning' },
    agentLost: { raiseAfterMs: 30 * secondMs, endAfterMs: 30 * secondMs, severity: 'critical' },
  },
  flapping: { failures: 4, withinMs: 10 * minuteMs, endAtMost: 1 },
  partnerStandsMs: 10 * minuteMs,
  graceMs: minuteMs,
};
