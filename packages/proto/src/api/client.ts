import type * as z from 'zod';
import type { AdoptView } from '../model/adopt.ts';
import type { AlertView } from '../model/alert.ts';
import type { TestsCompared } from '../model/compared.ts';
import { BondctlError } from '../model/error.ts';
import type { RecordedEvent } from '../model/event.ts';
import type { DiagnosisView } from '../model/finding.ts';
import type { FleetLine, FleetView } from '../model/fleet.ts';
import type { HistoryView, SeriesView } from '../model/history.ts';
import type { MeshPlanView, MeshView } from '../model/mesh.ts';
import type { OperatorView, SessionView } from '../model/operator.ts';
import type { SweepPlanView, SweepView } from '../model/sweep.ts';
import type { DailyView, PlanView, ProgressLine, RolloutView, StatusView, TestView } from '../model/view.ts';
import type { WhyView } from '../model/why.ts';
import type { adoptRequest } from './adopt.ts';
import type { AlertsAnswer, AlertTestAnswer } from './alerts.ts';
import type { seriesQuery } from './history.ts';
import type { meshRequest } from './meshes.ts';
import type { operatorAnswer, operatorRemovedAnswer, operatorRequest, signedOutAnswer } from './operators.ts';
import { lines, read, readText, type Send } from './reading.ts';
import type * as schema from './schema.ts';
import type { keptAnswer, sweepRequest } from './sweeps.ts';

type Body<S extends z.ZodType> = z.infer<S>;

/** A body before its defaults are filled in. */
type Asked<S extends z.ZodType> = z.input<S>;

/** The last line of a stream. */
export type Ended<R> =
  | { readonly type: 'end'; readonly result: R; readonly exitCode: number }
  | { readonly type: 'failed'; readonly problem: Body<typeof schema.problem>; readonly exitCode: number };

/** What is told while something is waited for, and at last how it ended. */
export type Told<R> = AsyncGenerator<ProgressLine | Ended<R>, void, undefined>;

/** Filters of events; all of those given must hold. */
export type EventFilter = {
  readonly link?: string;
  readonly host?: string;
  readonly bond?: string;
  readonly type?: string;
};

/** What the live stream tells beside the fleet: facts, and the rates of these hosts. */
export type LiveWish = { readonly events?: boolean; readonly rates?: readonly string[] };

/**
 * The API as functions. Every call throws the BondctlError that the controller answered, or `unreachable`; a stream that
 * breaks off before its last line throws `unreachable` too.
 */
export type Client = ReturnType<typeof createClient>;

/** A client over any transport. */
export function createClient(send: Send) {
  const { get, post } = callsOver(send);
  return {
    ...operatorCalls(send),
    ...seeingCalls(send),
    about: () => get<Body<typeof schema.aboutAnswer>>('/v1/about'),
    hosts: () => get<Body<typeof schema.hostsAnswer>>('/v1/hosts'),
    removeHost: (host: string) =>
      read<Body<typeof schema.removedAnswer>>(send, {
        method: 'DELETE',
        path: to(`/v1/hosts/${part(host)}`),
      }),
    status: (scope?: string) => get<StatusView>('/v1/status', scope === undefined ? {} : { scope }),
    daily: (host?: string) => get<DailyView>('/v1/reports/daily', { host }),
    why: (subject: string) => get<WhyView>('/v1/why', { subject }),
    diagnose: (about?: string) => get<DiagnosisView>('/v1/diagnose', { about }),
    plan: (spec: Body<typeof schema.planRequest>) => post<PlanView>('/v1/plan', spec),
    adopt: (request: Body<typeof adoptRequest>) => post<AdoptView>('/v1/adopt', request),
    apply: (spec: Body<typeof schema.applyRequest>) =>
      post<Body<typeof schema.applyAnswer>>('/v1/apply', spec),
    acceptedRevision: () => get<Body<typeof schema.revisionAnswer>>('/v1/revisions/accepted'),
    rollouts: (limit: number) => get<Body<typeof schema.rolloutsAnswer>>('/v1/rollouts', { limit }),
    rollout: (id: string) => get<RolloutView>(`/v1/rollouts/${part(id)}`),
    control: (id: string, action: 'pause' | 'resume' | 'abort') =>
      post<RolloutView>(`/v1/rollouts/${part(id)}/${action}`, {}),
    undo: (id: string) => get<Body<typeof schema.undoAnswer>>(`/v1/rollouts/${part(id)}/undo`),
    watch: (id: string, after: number): Told<RolloutView> =>
      lines(send, { method: 'GET', path: to(`/v1/rollouts/${part(id)}/watch`, { after }) }),
    test: (request: Body<typeof schema.testRequest>): Told<TestView> =>
      lines(send, { method: 'POST', path: '/v1/tests', body: request }),
    meshPlan: (mesh: string, seconds?: number) => get<MeshPlanView>('/v1/meshes/plan', { mesh, seconds }),
    testMesh: (request: Body<typeof meshRequest>): Told<MeshView> =>
      lines(send, { method: 'POST', path: '/v1/meshes', body: request }),
    sweepPlan: (request: Asked<typeof sweepRequest>) => post<SweepPlanView>('/v1/sweeps/plan', request),
    sweep: (request: Asked<typeof sweepRequest>): Told<SweepView> =>
      lines(send, { method: 'POST', path: '/v1/sweeps', body: request }),
    sweeps: (limit: number) => get<{ readonly sweeps: readonly SweepView[] }>('/v1/sweeps', { limit }),
    sweepResult: (id: string) => get<SweepView>(`/v1/sweeps/${part(id)}`),
    /** The accepted spec with a candidate of a sweep in it; absent: the best. */
    sweptSpec: (id: string, candidate?: string) =>
      get<Body<typeof keptAnswer>>(`/v1/sweeps/${part(id)}/spec`, { candidate }),
    tests: (limit: number, link?: string) =>
      get<Body<typeof schema.testsAnswer>>('/v1/tests', { limit, link }),
    testResult: (id: string) => get<TestView>(`/v1/tests/${part(id)}`),
    /** A test as a page of HTML that needs nothing else. */
    testPage: (id: string) => readText(send, { method: 'GET', path: `/v1/tests/${part(id)}/page` }),
    compareTests: (first: string, second: string) =>
      get<TestsCompared>('/v1/tests/compare', { first, second }),
    createToken: (request: Body<typeof schema.tokenRequest>) =>
      post<Body<typeof schema.tokenAnswer>>('/v1/tokens', request),
  };
}

const callsOver = (send: Send) => ({
  get: <R>(path: string, query: Query = {}) => read<R>(send, { method: 'GET', path: to(path, query) }),
  post: <R>(path: string, body: unknown) => read<R>(send, { method: 'POST', path, body }),
});

/** Who may use the API, and who does. */
function operatorCalls(send: Send) {
  const { get, post } = callsOver(send);
  return {
    /** Who is signed in here. Throws `not-signed-in`. */
    session: () => get<SessionView>('/v1/session'),
    signIn: (token: string) => post<SessionView>('/v1/session', { token }),
    signOut: () => read<Body<typeof signedOutAnswer>>(send, { method: 'DELETE', path: '/v1/session' }),
    operators: () => get<{ readonly operators: readonly OperatorView[] }>('/v1/operators'),
    addOperator: (request: Body<typeof operatorRequest>) =>
      post<Body<typeof operatorAnswer>>('/v1/operators', request),
    removeOperator: (operator: string) =>
      read<Body<typeof operatorRemovedAnswer>>(send, {
        method: 'DELETE',
        path: `/v1/operators/${part(operator)}`,
      }),
  };
}

/** What happened and what is there, as it is looked at. */
function seeingCalls(send: Send) {
  const { get, post } = callsOver(send);
  return {
    events: (filter: EventFilter & { readonly limit: number }) =>
      get<{ readonly events: readonly RecordedEvent[] }>('/v1/events', filter),
    follow: (filter: EventFilter & { readonly after?: number }): Told<null> =>
      lines(send, { method: 'GET', path: to('/v1/events/follow', filter) }),
    /** Rates of a host's ports over time; times in Unix ms. */
    series: (query: Asked<typeof seriesQuery>) => get<SeriesView>('/v1/series', query as Query),
    /** What is kept of the past, and how much room it takes. */
    history: () => get<HistoryView>('/v1/history'),
    /** Alerts that hold; with `ended` also the newest that are over. */
    alerts: (filter: { readonly ended?: 'yes'; readonly limit?: number } = {}) =>
      get<AlertsAnswer>('/v1/alerts', filter),
    silenceAlert: (id: string, forMs: number) => post<AlertView>(`/v1/alerts/${part(id)}/silence`, { forMs }),
    testAlerts: () => post<AlertTestAnswer>('/v1/alerts/test', {}),
    /** Everything there is in one line per link and host. */
    fleet: () => get<FleetView>('/v1/fleet'),
    /** The fleet, and from then on what changes in it; ends only when the controller does. */
    live: (wish: LiveWish = {}): AsyncGenerator<FleetLine | Ended<null>, void, undefined> =>
      lines(send, { method: 'GET', path: to('/v1/live', liveQueryOf(wish)) }),
  };
}

const liveQueryOf = ({ events = false, rates = [] }: LiveWish): Query => ({
  events: events ? 'yes' : undefined,
  rates: rates.length === 0 ? undefined : rates.join(','),
});

type Query = Readonly<Record<string, string | number | undefined>>;

const part = encodeURIComponent;

function to(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = given.map(([key, value]) => `${part(key)}=${part(String(value))}`).join('&');
  return text === '' ? path : `${path}?${text}`;
}

/** The error that a problem of the API stands for. */
export const problemError = (problem: Body<typeof schema.problem>): BondctlError =>
  new BondctlError(problem.code, problem.detail, {
    mistakes: problem.mistakes,
    refusals: problem.refusals,
  });
