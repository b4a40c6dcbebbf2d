import type { testRequest } from '@bondctl/proto/api/schema';
import type { AdoptView } from '@bondctl/proto/model/adopt';
import type { AlertTestView, AlertView } from '@bondctl/proto/model/alert';
import type { RolloutAction } from '@bondctl/proto/model/can';
import type { Live } from '@bondctl/proto/model/command';
import type { FleetLine, FleetView } from '@bondctl/proto/model/fleet';
import type { AlertId, HostId, RolloutId, SweepId } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import type { SweepKnobs, SweepPlanView, SweepView } from '@bondctl/proto/model/sweep';
import type { PlanView } from '@bondctl/proto/model/view';
import type * as z from 'zod';
import type { History } from '../history/ports.ts';
import type { Agents } from '../hub/ports.ts';
import type { AlertCounts } from '../metrics/alerts.ts';
import type { Operators } from '../operators/ports.ts';
import type { Feed } from '../record/feed.ts';
import type { Recorder } from '../record/recorder.ts';
import type { Store, TestRow } from '../store/ports.ts';

/** A spec as people wrote it; `file` is what messages call it. */
export interface SpecText {
  readonly file: string;
  readonly text: string;
}

/** The river of intent as the API asks it. */
export interface Changes {
  /** What applying the spec would do; changes nothing. Throws `bad-input` with every mistake. */
  plan(spec: SpecText): Promise<PlanView>;
  /**
   * Accepts the spec as a revision and starts its rollout; `rollout` is null when nothing was to do. Throws `bad-input`
   * with every mistake, `refused` with every refusal, `busy` when another rollout runs, `failed` when `digest` is not
   * that of the plan any more.
   */
  apply(
    actor: string,
    spec: SpecText,
    digest: string | null,
  ): Promise<{ readonly revision: number; readonly rollout: RolloutId | null }>;
  /** Pauses, resumes or aborts a rollout; resolves once that is stored. Throws `not-found`, or `refused` when it is not legal now. */
  control(actor: string, id: RolloutId, action: Exclude<RolloutAction, 'undo'>): Promise<void>;
  /** The spec that leads back to what was before a rollout. Throws as `control`. */
  undo(id: RolloutId): Promise<SpecText>;
}

/** What a person asks of a test; null: what the link expects, or the usual. */
export type AskedOfTest = Omit<z.infer<typeof testRequest>, 'link'>;

/** Link tests as the API asks them. */
export interface LinkTests {
  /** Runs one test to its end and keeps it; aborting `signal` ends every process of it. Throws `busy`, `unreachable`, `refused`. */
  run(
    actor: string,
    link: Link,
    asked: AskedOfTest,
    signal: AbortSignal,
    onFree?: () => void,
  ): Promise<TestRow>;
}

/** What a person asks of a sweep. */
export interface SweepWish {
  readonly link: Link;
  readonly knobs: SweepKnobs;
  readonly runs: number;
  readonly seconds: number;
}

/** Sweeps as the API asks them. */
export interface Sweeps {
  /** How it would go; asks the hosts and changes nothing. Throws `bad-input`. */
  plan(wish: SweepWish): Promise<SweepPlanView>;
  /** Begins; aborting `signal` takes back what is in hand, and `ended` resolves after that. Throws `bad-input`, `busy`. */
  start(
    actor: string,
    wish: SweepWish,
    signal: AbortSignal,
  ): Promise<{ readonly id: SweepId; readonly ended: Promise<SweepView> }>;
  /** Throws `not-found`. */
  sweep(id: SweepId): Promise<SweepView>;
  /** Newest first. */
  list(limit: number): Promise<readonly SweepView[]>;
  /** The accepted spec with a candidate in it; null: the best. Throws `not-found`. */
  kept(id: SweepId, candidate: string | null): Promise<SpecText>;
}

/** Alerts as the API asks them. */
export interface Alerts {
  /** Those that hold, newest first; with `ended` also the newest `limit` that are over. */
  list(wish: { readonly ended: boolean; readonly limit: number }): Promise<readonly AlertView[]>;
  /** Nobody is told of it for so long. Throws `not-found`, or `refused` when it is over. */
  silence(actor: string, id: AlertId, forMs: number): Promise<AlertView>;
  /** Sends every route a test, once; never throws what a receiver does. */
  test(actor: string): Promise<readonly AlertTestView[]>;
  counts(): AlertCounts;
}

/** A join token and what to type with it. */
export interface IssuedToken {
  readonly id: string;
  readonly token: string;
  readonly host: string | null;
  readonly expiresUnixMs: number;
  readonly uses: number;
  readonly command: string;
}

/** Who may come and who must go. */
export interface Membership {
  createToken(
    actor: string,
    wish: { readonly host: HostId | null; readonly ttlMs: number; readonly uses: number },
  ): Promise<IssuedToken>;
  /** Revokes every certificate of the host and closes its connection. */
  removeHost(actor: string, host: HostId): Promise<void>;
}

/** A live fact with the host it came from; counters, which come all the time, are what `history` is for. */
export interface HostLive {
  readonly host: HostId;
  readonly live: Exclude<Live, { kind: 'counters' }>;
}

/** The fleet for many readers at once. */
export interface FleetSource {
  /** The fleet now. */
  view(): Promise<FleetView>;
  /** The fleet, then what changes in it until `signal` aborts; a slow reader gets the latest. Throws `busy`. */
  follow(signal: AbortSignal): AsyncGenerator<FleetLine, void, undefined>;
}

/** Everything the API is made of. */
export interface Parts {
  readonly about: { readonly version: string; readonly hub: string; readonly enrolment: string };
  readonly nowUnixMs: () => number;
  readonly store: Pick<Store, 'identity' | 'rollouts' | 'tests'>;
  readonly recorder: Recorder;
  readonly agents: Pick<Agents, 'presence' | 'lastSeenUnixMs' | 'report'>;
  readonly live: Feed<HostLive>;
  readonly history: History;
  readonly fleet: FleetSource;
  readonly changes: Changes;
  readonly linkTests: LinkTests;
  readonly sweeps: Sweeps;
  readonly alerts: Alerts;
  readonly membership: Membership;
  readonly operators: Operators;
  /** Where operators find the API, and by which CA's file on this machine they know it; null: not on the network, not ours. */
  readonly webPlace: () => { readonly url: string | null; readonly caFile: string | null };
  /** The spec of what hosts have now; null: of all hosts. Changes nothing. Throws `not-found`, `unreachable`. */
  readonly adopt: (wish: {
    readonly hosts: readonly string[] | null;
    readonly probe: boolean;
  }) => Promise<AdoptView>;
  /** Aborted when the controller stops: every stream ends without a last line, so that its reader comes back. */
  readonly stopping: AbortSignal;
}
