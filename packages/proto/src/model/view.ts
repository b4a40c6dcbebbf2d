import type { DailyBond } from './daily.ts';
import type { Refusal } from './error.ts';
import { type RecordedEvent, rolloutEndings } from './event.ts';
import type { RankedFinding, Severity } from './finding.ts';
import type { Difference, Presence } from './host.ts';
import type { Comparison, Judgement, Repetition, RunParameters, TestResult } from './linktest.ts';
import type { BondName, HostId, IfName, LinkName, RolloutId, TestId, TxId } from './names.ts';
import type { Medium } from './spec.ts';
import type { PlannedStep } from './step.ts';

/** How a thing stands, best first; `unknown` is never shown as good. */
export type Health = 'ok' | 'degraded' | 'down' | 'unknown';

/**
 * What one port and its partner say of each other over LACP, as the kernel prints it; null: it did not. A state is the byte of
 * 802.3ad, a number that of the port at its own end: what says which port faces which.
 */
export interface PortLacpView {
  readonly aggregatorId: number | null;
  readonly number: number | null;
  readonly state: number | null;
  readonly partnerMac: string | null;
  readonly partnerNumber: number | null;
  readonly partnerState: number | null;
}

/** One port of a bond as people see it. */
export interface PortView {
  readonly name: IfName;
  readonly up: boolean;
  readonly miiStatus: string;
  readonly speedMbps: number | null;
  readonly duplex: 'full' | 'half' | null;
  readonly linkFailureCount: number;
  /** null where the port speaks no LACP. */
  readonly lacp: PortLacpView | null;
}

/** What became of LACP on one bond; only in mode 802.3ad. */
export interface LacpView {
  readonly ok: boolean;
  readonly partnerMac: string | null;
  /** The MAC address that it speaks under. */
  readonly systemMac: string | null;
  readonly rate: 'slow' | 'fast' | null;
  /** The aggregator that carries traffic. */
  readonly aggregatorId: number | null;
  readonly sentence: string;
}

/** One bond of one host. `sentence` says what is wrong; empty when nothing is. */
export interface BondView {
  readonly name: BondName;
  readonly mode: string;
  readonly mtu: number | null;
  readonly health: Health;
  readonly sentence: string;
  readonly activePort: IfName | null;
  readonly addresses: readonly string[];
  readonly ports: readonly PortView[];
  readonly lacp: LacpView | null;
  /** Where it outlives a reboot, in a sentence; null where nothing was confirmed, or the agent writes no files. */
  readonly kept: string | null;
}

/** A bond in which a host departs from what it confirmed; the host may not have the bond any more. */
export interface DriftView {
  readonly bond: BondName;
  /** By the host's clock. */
  readonly sinceUnixMs: number;
  readonly differences: readonly Difference[];
  readonly sentence: string;
}

/** One host. `lastSeenUnixMs` is null until this controller has heard from it. */
export interface HostView {
  readonly host: HostId;
  readonly presence: Presence;
  readonly lastSeenUnixMs: number | null;
  readonly enrolledUnixMs: number;
  readonly agentVersion: string | null;
  readonly kernel: string | null;
  readonly iperf3Version: string | null;
  readonly health: Health;
  readonly bonds: readonly BondView[];
  readonly transaction: { readonly id: string; readonly phase: string } | null;
  readonly unknownLines: readonly string[];
  readonly drift: readonly DriftView[];
}

/** One end of a link; `bond` is null while the host does not show it. */
export interface EndView {
  readonly host: HostId;
  readonly name: BondName;
  readonly presence: Presence;
  readonly bond: BondView | null;
}

/** What a test measured, without its documents. */
export interface TestSummary {
  readonly id: TestId;
  readonly atUnixMs: number;
  readonly link: LinkName;
  readonly parameters: RunParameters;
  readonly passed: boolean;
  readonly receivedBps: number | null;
  readonly percentOfConfiguration: number | null;
  readonly percentOfHardware: number | null;
  /** Beside the earlier results of its link; null where nothing was measured. */
  readonly comparison: Comparison['kind'] | null;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly sentence: string;
}

/** One link of the accepted spec: both ends, whether they agree, and its last test. */
export interface LinkView {
  readonly name: LinkName;
  readonly medium: Medium;
  readonly health: Health;
  readonly ends: readonly [EndView, EndView];
  readonly disagreements: readonly string[];
  readonly lastTest: TestSummary | null;
}

/** How one host stands in a rollout. */
export interface RolloutHostView {
  readonly host: HostId;
  readonly tx: TxId;
  readonly phase: 'prepared' | 'verified' | 'committed' | 'rolledBack' | 'stuck';
  readonly why: string;
}

/** How one link's proof went in a rollout. */
export interface ProofView {
  readonly link: LinkName;
  readonly passed: boolean;
  readonly test: TestId | null;
  readonly why: string;
}

/** How a rollout can stand. `soaking`: a wave is committed and watched before the next one begins. */
export const rolloutStates = [
  'running',
  'soaking',
  'pausing',
  'paused',
  'aborting',
  ...rolloutEndings,
] as const;

/** How a rollout stands. */
export type RolloutStanding = (typeof rolloutStates)[number];

/** Change sets that roll together. */
export interface WaveView {
  readonly wave: number;
  readonly waves: number;
  readonly sets: readonly string[];
}

/** One rollout, folded from its facts. */
export interface RolloutView {
  readonly id: RolloutId;
  readonly revision: number;
  readonly startedUnixMs: number;
  readonly endedUnixMs: number | null;
  readonly actor: string;
  readonly state: RolloutStanding;
  readonly why: string;
  /** The waves that have begun. */
  readonly waves: readonly WaveView[];
  readonly hosts: readonly RolloutHostView[];
  readonly proofs: readonly ProofView[];
}

/** Something that waits for a person; said first, everywhere. */
export interface Attention {
  readonly subject: string;
  readonly sentence: string;
}

/** What `status` shows. */
export interface StatusView {
  readonly atUnixMs: number;
  readonly revision: number | null;
  readonly health: Health;
  readonly attention: readonly Attention[];
  readonly links: readonly LinkView[];
  readonly hosts: readonly HostView[];
  readonly rollout: RolloutView | null;
}

/** What changes together or not at all. */
export interface ChangeSetView {
  readonly name: string;
  readonly participants: readonly { readonly host: HostId; readonly steps: readonly PlannedStep[] }[];
  /** The links that prove it, one after the other. */
  readonly proofs: readonly LinkName[];
  /** Unchanged hosts that lend themselves to the proof. */
  readonly witnesses: readonly HostId[];
  /** Changed bonds, as `host/bond`, that no link proves. */
  readonly unproven: readonly string[];
  /** Ms from prepare to the moment at which unconfirmed hosts roll back by themselves. */
  readonly deadlineMs: number;
}

/** Why a host will not take part. */
export interface RefusalView extends Refusal {
  readonly host: HostId;
  readonly kind: 'refused' | 'unreachable';
}

/** What applying a spec would do. A plan with a refusal is shown and never carried out. */
export interface PlanView {
  /** Digest of everything shown; `apply` takes it, so that what is applied is what was shown. */
  readonly digest: string;
  readonly nothingToDo: boolean;
  /** In the order in which they roll. */
  readonly changeSets: readonly ChangeSetView[];
  /** Names of the change sets that roll at the same time, wave after wave. */
  readonly waves: readonly { readonly canary: boolean; readonly sets: readonly string[] }[];
  readonly refusals: readonly RefusalView[];
  readonly notes: readonly { readonly host: HostId; readonly note: string }[];
  readonly remarks: readonly string[];
  /** All of it as the text that people approve. */
  readonly text: string;
}

/** A finished test with everything that was kept. */
export interface TestView {
  readonly id: TestId;
  readonly atUnixMs: number;
  readonly result: TestResult;
  readonly judgement: Judgement;
  /** What is wrong with the link as far as the test and its hosts' reports show it: causes first. */
  readonly findings: readonly RankedFinding[];
  /** null where nothing was measured. */
  readonly comparison: Comparison | null;
  /** null for a measurement made once. */
  readonly repetition: Repetition | null;
}

/** How fast one port is going right now, from its own counters. */
export interface PortRate {
  readonly port: IfName;
  readonly txBps: number;
  readonly rxBps: number;
}

type Lines<A> = { [K in keyof A]: { readonly type: K } & Readonly<A[K]> }[keyof A];

/** What happens while something is being waited for. `alive` comes when nothing else does. */
export type ProgressLine = Lines<{
  event: { event: RecordedEvent };
  phase: {
    host: HostId;
    tx: TxId;
    phase: string;
    step: number;
    steps: number;
    sentence: string;
  };
  rates: { host: HostId; test: TestId; ports: readonly PortRate[] };
  alive: { atUnixMs: number };
}>;

/** One bond of one host in the daily report. */
export interface DailyRow extends DailyBond {
  readonly host: HostId;
  /** Whether the host is connected: else this is what it said last. */
  readonly isCurrent: boolean;
  /** Whether events of the host were lost: then there may have been more failures than are counted as new. */
  readonly hasGap: boolean;
}

/** Every bond, and what became of it in a day. */
export interface DailyView {
  readonly sinceUnixMs: number;
  readonly untilUnixMs: number;
  readonly rows: readonly DailyRow[];
}
