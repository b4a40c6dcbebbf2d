import type { CommandOutcome, Order } from '@bondctl/proto/model/command';
import type { Disturbance, IperfRun } from '@bondctl/proto/model/linktest';
import { documentError, stderrError } from '../parse/iperf3-errors.ts';
import { readRun } from '../parse/iperf3-json.ts';
import type { FinishedRun } from './iperf-run.ts';
import type { Holder, Session } from './session.ts';

type OrderOf<K extends Order['kind']> = Extract<Order, { kind: K }>;

/** Send DF probes. */
export type ProbeOrder = OrderOf<'probe'>;
/** Start a one-off server. */
export type ServeOrder = OrderOf<'serve'>;
/** Run the client. */
export type MeasureOrder = OrderOf<'measure'>;
/** Give the server's half of the test. */
export type CollectOrder = OrderOf<'collect'>;
/** End everything of a test. */
export type CancelOrder = OrderOf<'cancel'>;

type RefusalCode = Extract<CommandOutcome, { kind: 'refused' }>['code'];

/** A refusal with its one reason. */
export const refused = (code: RefusalCode, subject: string, message: string): CommandOutcome => ({
  kind: 'refused',
  code,
  refusals: [{ subject, message }],
});

/** Who has the host, said to whoever comes second. */
export const busy = (held: Holder): CommandOutcome =>
  refused(
    'busy',
    held.test,
    `takes part in test ${held.test} as ${held.role}; ask again when that has ended`,
  );

/** iperf3 is not there, or is something else. */
export const noIperf: CommandOutcome = refused(
  'unsupported',
  'iperf3',
  'iperf3 was not found on this host; install the package iperf3',
);

/** ping is not there. */
export const noPing: CommandOutcome = refused(
  'unsupported',
  'ping',
  'ping was not found on this host; install the package iputils-ping',
);

/** The outcome of a server that ended before it listened. */
export function neverListened(
  finished: FinishedRun | undefined,
  disturbance: Disturbance | undefined,
): CommandOutcome {
  if (disturbance !== undefined) return { kind: 'failed', message: disturbance.message };
  const error = documentError(finished?.run.document ?? '') ?? stderrError(finished?.stderr ?? '');
  const why = error ?? 'it did not listen in time';
  return { kind: 'failed', message: `the iperf3 server did not start: ${why}` };
}

const endingOf = (session: Session): IperfRun['ending'] =>
  session.phase === 'ended' ? session.ending : 'finished';

/** The outcome of a client's run, its verdict read here where the document is. */
export function measured(
  finished: FinishedRun,
  session: Session,
  seconds: number,
  disturbance: Disturbance | undefined,
): CommandOutcome {
  const ending = endingOf(session);
  const { latency } = finished;
  if (ending === 'disturbed' && disturbance !== undefined)
    return {
      kind: 'measured',
      verdict: { ok: false, ...disturbance },
      latency,
      ...endOfRun(finished, ending),
    };
  const { run, stderr, wasStarted } = finished;
  const { document } = run;
  const verdict = readRun({ document, stderr, seconds, ending: wasStarted ? ending : 'not-started' });
  return { kind: 'measured', verdict, latency, ...endOfRun(finished, ending) };
}

/** The outcome of a server's run. */
export function collected(
  finished: FinishedRun,
  session: Session,
  disturbance: Disturbance | undefined,
): CommandOutcome {
  const ending = endingOf(session);
  const why = ending === 'disturbed' ? (disturbance ?? null) : null;
  return { kind: 'collected', disturbance: why, ...endOfRun(finished, ending) };
}

const endOfRun = ({ run, samples, vitals, surroundings }: FinishedRun, ending: IperfRun['ending']) => ({
  run: { ...run, ending },
  samples,
  vitals,
  surroundings,
});
