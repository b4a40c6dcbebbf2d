import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { AlertId } from '@bondctl/proto/model/names';
import type { EventStore, Store } from '../store/ports.ts';
import type { Sender } from './delivery/sender.ts';
import type { JudgedTest } from './heard.ts';
import { changedRows, type Memory, memoryOf, stateOf } from './memory.ts';
import { deliveriesOf } from './message.ts';
import { type AlertSettings, targetsOf } from './routes.ts';
import {
  type Alert,
  type AlertEffect,
  type AlertInput,
  type AlertsState,
  begin,
  openAlerts,
} from './state.ts';
import { createStep } from './step.ts';

/** What the keeper works with. */
export interface KeeperParts {
  readonly settings: AlertSettings;
  readonly store: Pick<Store, 'alerts' | 'tests'>;
  readonly events: Pick<EventStore, 'list'>;
  readonly record: (actor: string, fact: Fact) => Promise<unknown>;
  readonly sender: Sender;
  readonly nowUnixMs: () => number;
  /** What makes the ids of this store's alerts theirs alone; 8 letters. */
  readonly prefix: () => string;
  readonly log: { error(fields: object, message: string): void };
}

/** The machine of alerts with what it keeps: one input after the other, stored before anything follows from it. */
export interface Keeper {
  /** Takes an input in its turn. Throws what the store throws; then nothing has happened. */
  take(input: AlertInput): Promise<void>;
  /** Takes a fact, with what a test of it was judged. */
  hear(event: RecordedEvent): Promise<void>;
  state(): AlertsState;
  /** An alert that holds. Throws `not-found`, or `refused` when it is over. */
  alert(id: AlertId): Promise<Alert>;
}

/** Whom the record names for what nobody asked for. */
const controller = 'controller';
const testsAtStart = 500;

/** The keeper; it goes on from what an earlier controller left. */
export async function createKeeper(parts: KeeperParts): Promise<Keeper> {
  const { store, sender, settings, log } = parts;
  const step = createStep(settings.thresholds);
  const left = (await store.alerts.memory()) as Memory | undefined;
  let state = left === undefined ? await first(parts) : stateOf(left, await store.alerts.open());
  let saved = left === undefined ? undefined : state;
  let owed: readonly Fact[] = left?.owed ?? [];
  let last: Promise<unknown> = Promise.resolve();

  const save = async (after: AlertsState, effects: readonly AlertEffect[] = []) => {
    const nowUnixMs = parts.nowUnixMs();
    const told = effects.flatMap((effect) => (effect.do === 'tell' ? [effect] : []));
    const deliveries = sender.admit(
      told.flatMap(({ alert, told: what }) =>
        deliveriesOf(alert, what, targetsOf(settings.routes, alert), nowUnixMs),
      ),
    );
    const facts = [...owed, ...effects.flatMap((effect) => (effect.do === 'record' ? [effect.fact] : []))];
    const alerts = changedRows(saved ?? begin('', 0), after, effects);
    await store.alerts.save({ memory: memoryOf(after, facts), alerts, deliveries });
    [state, saved, owed] = [after, after, facts];
    return deliveries;
  };
  const payOwed = async (): Promise<void> => {
    if (owed.length === 0) return;
    for (const fact of owed) await parts.record('by' in fact ? fact.by : controller, fact);
    await store.alerts.save({ memory: memoryOf(state, []), alerts: [], deliveries: [] });
    owed = [];
  };
  const work = async (input: AlertInput): Promise<void> => {
    const [after, effects] = step(state, input, parts.nowUnixMs());
    if (effects.length === 0 && (input.type !== 'looked' || isSaved(after, saved))) {
      state = after;
    } else {
      const deliveries = await save(after, effects);
      // A fact that cannot be recorded now is owed and does not keep receivers from hearing.
      await payOwed().catch((thrown: unknown) =>
        log.error({ err: thrown }, 'facts of alerts are recorded later'),
      );
      await sender.take(deliveries);
    }
    if (input.type === 'looked') await payOwed();
  };
  const take: Keeper['take'] = (input) => {
    const turn = last.then(() => work(input));
    // Whoever asked hears of it; the next one is not to.
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    take,
    async hear(event) {
      const test = await judgedBy(parts, event.fact);
      if (test !== null) await take({ type: 'judged', test });
      await take({ type: 'heard', event });
    },
    state: () => state,
    alert: (id) => alertOf(parts, state, id),
  };
}

const isSaved = (state: AlertsState, saved: AlertsState | undefined): boolean =>
  state.heard === saved?.heard && state.conditions === saved.conditions;

/** Facts of the time before alerts are no news, but for how the last test of each link went. */
async function first(parts: KeeperParts): Promise<AlertsState> {
  const [newest] = await parts.events.list({ limit: 1, newestFirst: true });
  const step = createStep(parts.settings.thresholds);
  let state = begin(parts.prefix(), newest?.id ?? 0);
  const tests = await parts.events.list({ type: 'linkTested', limit: testsAtStart, newestFirst: true });
  const links = new Set<string>();
  for (const { fact } of tests) {
    if (fact.type !== 'linkTested' || links.has(fact.link)) continue;
    const test = await judgedBy(parts, fact);
    if (test === null) continue;
    links.add(fact.link);
    [state] = step(state, { type: 'judged', test }, parts.nowUnixMs());
  }
  return state;
}

/** What a test says of its link; null where it was not judged: what could not be measured missed nothing. */
async function judgedBy({ store }: KeeperParts, fact: Fact): Promise<JudgedTest | null> {
  if (fact.type !== 'linkTested') return null;
  const row = await store.tests.test(fact.test);
  if (row === undefined) return null;
  const { result, judgement } = row;
  const missed = judgement.verdicts.find(({ held }) => held === 'no')?.sentence ?? null;
  if (missed === null && !judgement.passed) return null;
  return { link: result.link, hosts: [result.from.host, result.to.host], missed };
}

async function alertOf({ store }: KeeperParts, state: AlertsState, id: AlertId): Promise<Alert> {
  const open = openAlerts(state).find((alert) => alert.id === id);
  if (open !== undefined) return open;
  if ((await store.alerts.alert(id)) !== undefined)
    throw new BondctlError('refused', `Alert ${id} is over; there is nothing to silence.`);
  throw new BondctlError('not-found', `There is no alert ${id}; "bondctl alerts" shows all that hold.`);
}
