import type { AlertRule } from '@bondctl/proto/model/alert';
import type { AlertId } from '@bondctl/proto/model/names';
import { isQuiet } from './changing.ts';
import type { Look, Observed } from './look.ts';
import type { Alert, AlertEffect, Condition } from './state.ts';

/** What one condition becomes at a look, and what follows from it. */
export interface After {
  readonly condition: Condition | undefined;
  readonly effects: readonly AlertEffect[];
}

/** A look, and what a new alert would be called. */
export interface Advance extends Look {
  readonly id: AlertId;
  readonly mayRaise: boolean;
  /** Names of everything that there is to look after. */
  readonly known: ReadonlySet<string>;
}

const nothing: After = { condition: undefined, effects: [] };

/** One condition at one look; `seen` is undefined where all is well. */
export function advance(condition: Condition | undefined, seen: Observed | undefined, at: Advance): After {
  if (condition?.phase === 'raised') return raised(condition, seen, at);
  if (seen === undefined) return nothing;
  if (seen.standing === 'unknown') return { condition, effects: [] };
  // A clock that was set back must not make anybody wait for it.
  const sinceUnixMs = Math.min(condition?.sinceUnixMs ?? at.nowUnixMs, at.nowUnixMs);
  const { raiseAfterMs } = at.thresholds.timings[seen.rule];
  if (!at.mayRaise || at.nowUnixMs - sinceUnixMs < raiseAfterMs)
    return { condition: waitingSince(sinceUnixMs, condition), effects: [] };
  return raise(seen, sinceUnixMs, at);
}

/** What did not change is the same object: it need not be stored again. */
const waitingSince = (
  sinceUnixMs: number,
  known: Extract<Condition, { phase: 'waiting' }> | undefined,
): Condition => (known?.sinceUnixMs === sinceUnixMs ? known : { phase: 'waiting', sinceUnixMs });

function raise(seen: Observed, sinceUnixMs: number, at: Advance): After {
  const { rule, kind, subject, hosts, members, sentence } = seen;
  const { severity } = at.thresholds.timings[rule];
  const base = { id: at.id, rule, kind, subject, severity, hosts, members, sentence, sinceUnixMs };
  const told = { told: 0, endedUnixMs: null, silencedUntilUnixMs: null };
  const fact = { type: 'alertRaised', alert: at.id, rule, subject, severity, members, sentence } as const;
  const { condition, effects } = tell({ ...base, ...told }, at);
  return { condition, effects: [{ do: 'record', fact }, ...effects] };
}

function raised(
  condition: Extract<Condition, { phase: 'raised' }>,
  seen: Observed | undefined,
  at: Advance,
): After {
  if (seen === undefined) return well(condition, at);
  if (seen.standing === 'unknown') return { condition, effects: [] };
  const { alert } = condition;
  const isSame =
    alert.sentence === seen.sentence &&
    alert.members.join() === seen.members.join() &&
    condition.clearUnixMs === null;
  const { members, sentence, hosts } = seen;
  const { condition: after, effects } = tell(isSame ? alert : { ...alert, members, sentence, hosts }, at);
  return isSame && effects.length === 0 ? { condition, effects } : { condition: after, effects };
}

/** Tells of an alert that holds, unless somebody wants to hear nothing of it, or it is our own doing. */
function tell(alert: Alert, { nowUnixMs, heard }: Advance): After & { readonly condition: Condition } {
  const { silencedUntilUnixMs: until, told } = alert;
  const isSilent = (until !== null && nowUnixMs < until) || isQuiet(heard.changing, alert.hosts, nowUnixMs);
  if (isSilent || (told > 0 && until === null))
    return { condition: { phase: 'raised', alert, clearUnixMs: null }, effects: [] };
  const loud = { ...alert, silencedUntilUnixMs: null, told: told + 1 };
  return {
    condition: { phase: 'raised', alert: loud, clearUnixMs: null },
    effects: [{ do: 'tell', told: 'raised', alert: loud }],
  };
}

function well(condition: Extract<Condition, { phase: 'raised' }>, at: Advance): After {
  const { alert } = condition;
  const { nowUnixMs, thresholds } = at;
  const clearUnixMs = Math.min(condition.clearUnixMs ?? nowUnixMs, nowUnixMs);
  const isOver =
    nowUnixMs - clearUnixMs >= thresholds.timings[alert.rule].endAfterMs &&
    nowUnixMs - alert.sinceUnixMs >= leastMs(alert.rule, at);
  if (isOver) return end(alert, at);
  if (clearUnixMs === condition.clearUnixMs) return { condition, effects: [] };
  return { condition: { ...condition, clearUnixMs }, effects: [] };
}

/** Flapping lasts for a window at least: within one it is not raised twice. */
const leastMs = (rule: AlertRule, { thresholds }: Advance): number =>
  rule === 'flapping' ? thresholds.flapping.withinMs : 0;

const endings: Readonly<Record<AlertRule, string>> = {
  bondDegraded: 'it is not degraded any more',
  bondDown: 'it is up again',
  flapping: 'its ports are stable again',
  partnerChanged: 'the new LACP partner has stayed',
  drift: 'it is as it was confirmed again',
  belowExpectation: 'a later test held what is expected',
  agentLost: 'its agent is back',
};

/** Who was told that it holds is told that it is over, also while it is silenced. */
function end(before: Alert, { nowUnixMs, known }: Advance): After {
  const { id, rule, subject, told } = before;
  const sentence = `${subject}: ${known.has(subject) ? endings[rule] : 'nobody looks after it any more'}`;
  const alert = { ...before, endedUnixMs: nowUnixMs };
  return {
    condition: undefined,
    effects: [
      { do: 'record', fact: { type: 'alertEnded', alert: id, rule, subject, sentence } },
      { do: 'close', alert },
      ...(told > 0 ? [{ do: 'tell', told: 'ended', alert } as const] : []),
    ],
  };
}
