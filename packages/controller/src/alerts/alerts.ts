import { setTimeout as sleep } from 'node:timers/promises';
import type { AlertRule, AlertSeverity, AlertTestView, AlertView } from '@bondctl/proto/model/alert';
import { alertRules } from '@bondctl/proto/model/alert';
import type { AlertId } from '@bondctl/proto/model/names';
import { nanoid } from 'nanoid';
import type { Recorder } from '../record/recorder.ts';
import type { AlertRow, DeliveryRow } from '../store/ports.ts';
import type { DeliveryCounts } from './delivery/sender.ts';
import { createKeeper, type Keeper, type KeeperParts } from './keeper.ts';
import { type Alert, openAlerts } from './state.ts';
import type { AlertSight } from './subjects.ts';
import { alertView } from './view.ts';

/** What alerts work with. */
export interface AlertsParts extends KeeperParts {
  readonly follow: Recorder['follow'];
  readonly sight: () => Promise<AlertSight>;
}

/** How many alerts of one rule hold, and what became of telling of any. */
export interface AlertCounts {
  readonly rules: readonly {
    readonly rule: AlertRule;
    readonly severity: AlertSeverity;
    readonly firing: number;
    readonly silenced: number;
  }[];
  readonly deliveries: DeliveryCounts;
}

/** Alerts as the API and whoever starts the controller see them. */
export interface Alerts {
  /** Those that hold, newest first; with `ended` also the newest `limit` that are over. */
  list(wish: { readonly ended: boolean; readonly limit: number }): Promise<readonly AlertView[]>;
  /** Throws `not-found`, or `refused` when the alert is over. */
  silence(actor: string, id: AlertId, forMs: number): Promise<AlertView>;
  /** Sends every route a test, once. */
  test(actor: string): Promise<readonly AlertTestView[]>;
  counts(): AlertCounts;
  /** Looks and hears until the controller stops. */
  keep(stopping: AbortSignal): Promise<void>;
}

/** Alerts over their parts; what an earlier controller left untold is told now. */
export async function createAlerts(parts: AlertsParts): Promise<Alerts> {
  const keeper = await createKeeper(parts);
  const { sender } = parts;
  await sender.resume();
  return {
    list: (wish) => list(parts, keeper, wish),
    async silence(actor, id, forMs) {
      await keeper.alert(id);
      await keeper.take({ type: 'silenced', alert: id, untilUnixMs: parts.nowUnixMs() + forMs, by: actor });
      return viewOf(parts, await keeper.alert(id));
    },
    async test(actor) {
      const seen = await sender.test(`test_${nanoid()}`);
      const names = (which: readonly AlertTestView[]) => which.map(({ target }) => target);
      const failed = names(seen.filter((one) => !one.delivered));
      await parts.record(actor, { type: 'alertRoutesTried', targets: names(seen), failed, by: actor });
      return seen;
    },
    counts: () => countsOf(parts, openAlerts(keeper.state())),
    async keep(stopping) {
      stopping.addEventListener('abort', () => sender.close());
      await Promise.all([looking(parts, keeper, stopping), hearing(parts, keeper, stopping)]);
    },
  };
}

async function viewOf({ store, nowUnixMs }: AlertsParts, alert: Alert): Promise<AlertView> {
  return alertView(alert, await store.alerts.deliveries([alert.id]), nowUnixMs());
}

async function list(
  { store, nowUnixMs }: AlertsParts,
  keeper: Keeper,
  { ended, limit }: { readonly ended: boolean; readonly limit: number },
): Promise<readonly AlertView[]> {
  const open = openAlerts(keeper.state()).toSorted((a, b) => b.sinceUnixMs - a.sinceUnixMs);
  const rows: readonly AlertRow[] = ended ? await store.alerts.ended(limit) : [];
  // What this program stored.
  const all = [...open.slice(0, mostListed), ...rows.map((row) => row.alert as Alert)];
  const deliveries = byAlert(await store.alerts.deliveries(all.map(({ id }) => id)));
  return all.map((alert) => alertView(alert, deliveries.get(alert.id) ?? [], nowUnixMs()));
}

const mostListed = 2_000;

function byAlert(rows: readonly DeliveryRow[]): ReadonlyMap<AlertId, readonly DeliveryRow[]> {
  const all = new Map<AlertId, DeliveryRow[]>();
  for (const row of rows) all.set(row.alert, [...(all.get(row.alert) ?? []), row]);
  return all;
}

function countsOf({ settings, sender, nowUnixMs }: AlertsParts, open: readonly Alert[]): AlertCounts {
  const views = open.map((alert) => alertView(alert, [], nowUnixMs()));
  const count = (rule: AlertRule, severity: AlertSeverity, state: AlertView['state']) =>
    views.filter((one) => one.rule === rule && one.severity === severity && one.state === state).length;
  const rules = alertRules.flatMap((rule) => {
    const { severity: usual } = settings.thresholds.timings[rule];
    const others = views.filter((one) => one.rule === rule).map(({ severity }) => severity);
    return [...new Set([usual, ...others])].map((severity) => ({
      rule,
      severity,
      firing: count(rule, severity, 'firing'),
      silenced: count(rule, severity, 'silenced'),
    }));
  });
  return { rules, deliveries: sender.counts() };
}

const lookEveryMs = 2_000;
const pause = (ms: number, stopping: AbortSignal): Promise<unknown> =>
  // Broken off by the end of the controller, which is where the loops look next.
  sleep(ms, undefined, { ref: false, signal: stopping }).catch(() => undefined);

/** A look takes at most this share of the time. */
const lookShare = 0.05;
const afterFaultMs = 10_000;

async function looking(parts: AlertsParts, keeper: Keeper, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const startedMs = performance.now();
    const waitMs = await untroubled(parts, stopping, async () => {
      await keeper.take({ type: 'looked', sight: await parts.sight() });
      return Math.max(lookEveryMs, (performance.now() - startedMs) / lookShare);
    });
    await pause(waitMs, stopping);
  }
}

async function hearing(parts: AlertsParts, keeper: Keeper, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const waitMs = await untroubled(parts, stopping, async () => {
      const afterId = keeper.state().lastEventId;
      for await (const event of parts.follow({ afterId }, stopping)) await keeper.hear(event);
      return 0;
    });
    await pause(waitMs, stopping);
  }
}

async function untroubled(
  { log }: AlertsParts,
  stopping: AbortSignal,
  work: () => Promise<number>,
): Promise<number> {
  try {
    return await work();
  } catch (thrown) {
    // What a stopping controller cannot read any more is no mistake.
    if (!stopping.aborted) log.error({ err: thrown }, 'alerts are behind; they are looked at again');
    return afterFaultMs;
  }
}
