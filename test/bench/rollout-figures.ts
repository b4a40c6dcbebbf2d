/** Where the time of a rollout went, from what the controller recorded and what the hosts journaled. Pure. */
import type { RecordedEvent } from '@bondctl/proto/model/event';

/** One line of a host's journal: which transaction came to which phase, and when. */
export type JournalLine = { readonly tx: string; readonly phase: string; readonly atUnixMs: number };

/** What a run measured. `events` are those of one rollout, in order; `scriptMs` is all hosts, one after the other. */
export type Measured = {
  readonly hosts: number;
  readonly events: readonly RecordedEvent[];
  readonly journals: readonly (readonly JournalLine[])[];
  readonly scriptMs: number;
};

/** The parts of a rollout's time, in the order in which a change set goes through them; `controller` is all the rest. */
export const parts = ['prepare', 'apply', 'verify', 'proof', 'confirm', 'controller'] as const;

/** Milliseconds for each part, summed over the change sets. */
export type Breakdown = Readonly<Record<(typeof parts)[number], number>>;

/** The figures of the benchmark. `ratio` is apply and verify of the rollout over the script's time. */
export type Figures = {
  readonly hosts: number;
  readonly changeSets: number;
  readonly totalMs: number;
  readonly applyVerifyMs: number;
  readonly scriptMs: number;
  readonly ratio: number;
  readonly proofMs: number;
  readonly breakdown: Breakdown;
};

type Fact = RecordedEvent['fact'];
type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/** When facts of a kind happened, of one transaction where they name one. */
function timesOf<T extends Fact['type']>(
  events: readonly RecordedEvent[],
  type: T,
  matches: (fact: FactOf<T>) => boolean = () => true,
): readonly number[] {
  return events
    .filter(({ fact }) => fact.type === type && matches(fact as FactOf<T>))
    .map(({ atUnixMs }) => atUnixMs);
}

function lastOf(times: readonly number[], what: string): number {
  if (times.length === 0) throw new Error(`the rollout has no ${what}, so nothing can be measured`);
  return Math.max(...times);
}

const txsOf = (events: readonly RecordedEvent[]): readonly string[] => [
  ...new Set(events.flatMap(({ fact }) => (fact.type === 'hostPrepared' ? [fact.tx] : []))),
];

/** The longest that any host took from one phase of a transaction to another. */
function slowest(journals: Measured['journals'], tx: string, from: string, to: string): number {
  const spans = journals.flatMap((lines) => {
    const at = (phase: string) => lines.find((line) => line.tx === tx && line.phase === phase)?.atUnixMs;
    const [began, ended] = [at(from), at(to)];
    return began === undefined || ended === undefined ? [] : [ended - began];
  });
  return lastOf(spans, `journal of ${tx} from ${from} to ${to}`);
}

type SetTimes = Omit<Breakdown, 'controller'> & { readonly applyVerify: number; readonly endedMs: number };

/** One change set; `beganMs` is when the one before it, or the start of the rollout, was over. */
function timesOfSet({ events, journals }: Measured, tx: string, beganMs: number): SetTimes {
  const last = (type: 'hostPrepared' | 'hostVerified' | 'hostCommitted') =>
    lastOf(
      timesOf(events, type, (fact) => fact.tx === tx),
      `${type} of ${tx}`,
    );
  const [prepared, verified, committed] = [last('hostPrepared'), last('hostVerified'), last('hostCommitted')];
  const proofs = timesOf(events, 'proofPassed').filter((at) => at >= verified && at <= committed);
  const proven = lastOf(proofs, `proof of ${tx}`);
  return {
    prepare: prepared - beganMs,
    apply: slowest(journals, tx, 'applying', 'verifying'),
    verify: slowest(journals, tx, 'verifying', 'awaitingConfirm'),
    proof: proven - verified,
    confirm: committed - proven,
    applyVerify: verified - prepared,
    endedMs: committed,
  };
}

/** What a run comes to. Change sets must have come one after the other. Throws when a fact is missing. */
export function figuresOf(measured: Measured): Figures {
  const { events, hosts, scriptMs } = measured;
  const began = lastOf(timesOf(events, 'rolloutStarted'), 'start');
  const totalMs = lastOf(timesOf(events, 'rolloutEnded'), 'end') - began;
  const sets: SetTimes[] = [];
  for (const tx of txsOf(events)) sets.push(timesOfSet(measured, tx, sets.at(-1)?.endedMs ?? began));
  const sum = (part: keyof SetTimes) => sets.reduce((total, set) => total + set[part], 0);
  const told = {
    prepare: sum('prepare'),
    apply: sum('apply'),
    verify: sum('verify'),
    proof: sum('proof'),
    confirm: sum('confirm'),
  };
  const known = Object.values(told).reduce((total, ms) => total + ms, 0);
  const applyVerifyMs = sum('applyVerify');
  return {
    hosts,
    changeSets: sets.length,
    totalMs,
    applyVerifyMs,
    scriptMs,
    ratio: applyVerifyMs / scriptMs,
    proofMs: told.proof,
    breakdown: { ...told, controller: totalMs - known },
  };
}

const about: Readonly<Record<keyof Breakdown, string>> = {
  prepare: 'hosts plan, take snapshots, arm watchdogs',
  apply: 'steps, each journaled first; the slower host of each set',
  verify: 'read back until everything has settled',
  proof: 'traffic over the changed bonds',
  confirm: 'the decision is stored, hosts hear it',
  controller: 'messages, the store, and between change sets',
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`.padStart(9);

/** The figures for people. */
export function tableOf(figures: Figures): string {
  const { hosts, changeSets, totalMs, applyVerifyMs, scriptMs, ratio, proofMs, breakdown } = figures;
  const share = (ms: number) => `${((100 * ms) / totalMs).toFixed(0)}%`.padStart(5);
  return [
    `${hosts} hosts in ${changeSets} change sets, one after the other`,
    '',
    `apply and verify      ${seconds(applyVerifyMs)}`,
    `the same in a script  ${seconds(scriptMs)}`,
    `ratio                 ${ratio.toFixed(2).padStart(7)}`,
    `proof, apart          ${seconds(proofMs)}`,
    '',
    ...parts.map(
      (part) => `${part.padEnd(12)}${seconds(breakdown[part])}${share(breakdown[part])}  ${about[part]}`,
    ),
    `${'total'.padEnd(12)}${seconds(totalMs)}`,
  ].join('\n');
}
