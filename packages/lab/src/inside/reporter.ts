/** A node:test reporter that writes each outcome at once as one JSON line into the folder that outlives the lab. */
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';
import type { OutcomeLine } from '../outcome-line.ts';
import { writeOutcome } from './outcomes.ts';

/** What node:test calls with its events; prints nothing. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const path: string[] = [];
  for await (const event of events) {
    if (event.type === 'test:start')
      path.splice(event.data.nesting, Number.POSITIVE_INFINITY, event.data.name);
    const line = lineOf(event, path);
    if (line !== undefined) writeOutcome(line);
    // The whole plan is told once all is done; what comes after it is lost when node is told to exit with open handles.
    if (event.type === 'test:plan' && event.data.nesting === 0) writeOutcome({ kind: 'end' });
  }
  yield '';
}

function lineOf(event: TestEvent, path: readonly string[]): OutcomeLine | undefined {
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return undefined;
  const { details, nesting, name: own, skip } = event.data;
  const name = [...path.slice(0, nesting), own].join(' › ');
  const ms = Math.round(details.duration_ms);
  if (event.type === 'test:fail') {
    const failure = event.data.details.error;
    // A parent fails with its children, which have said why.
    if ((failure as { failureType?: string }).failureType === 'subtestsFailed') return undefined;
    return { kind: 'failed', name, ms, why: textOf(failure.cause ?? failure) };
  }
  if (details.type === 'suite') return undefined;
  if (skip === undefined || skip === false) return { kind: 'passed', name, ms };
  return skip === NOT_ASKED_FOR ? undefined : { kind: 'skipped', name, why: String(skip) };
}

/** What Node 20 calls a test that `--test-name-pattern` leaves out; newer ones do not speak of it. */
const NOT_ASKED_FOR = 'test name does not match pattern';

/** Without the causes, whose messages the errors of this library repeat. */
const textOf = (failure: unknown): string =>
  failure instanceof Error && failure.stack !== undefined ? failure.stack : inspect(failure);
