import type { PortSample } from '@bondctl/proto/model/linktest';
import type { TestId } from '@bondctl/proto/model/names';
import type { Clock, Files } from '../kernel/ports.ts';
import { isJsonObject, numberAt } from '../parse/json.ts';
import {
  isCounted,
  type OverBudget,
  overBudget,
  type Spent,
  spend,
  type TestBudget,
  type Wanted,
} from './budget.ts';

/** What keeping the account needs. */
export interface AccountDeps {
  readonly files: Files;
  readonly clock: Pick<Clock, 'unixMs'>;
  readonly budget: TestBudget;
  /** Where the account is kept over a restart. */
  readonly accountFile: string;
}

/** The account of one host. Entries are made one after the other, so that two runs do not both take what is left. */
export interface Account {
  /** Books a run that is about to begin; resolves with what stands against it, and then nothing was booked. */
  book(test: TestId, run: Wanted): Promise<OverBudget | undefined>;
  /** Corrects what was booked by what the ports really sent and received. */
  settle(test: TestId, bytes: number): Promise<void>;
  /** Takes back what was booked for a run that never began. */
  giveBack(test: TestId): Promise<void>;
}

const nothing: Spent = { day: 0, seconds: 0, bytes: 0 };

/** The account of one host. What was booked and never corrected, as of an agent that crashed, stays booked. */
export function createAccount(deps: AccountDeps): Account {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = last.then(act);
    // The next entry is made whatever became of this one, which is told to whoever asked.
    last = done.catch(() => undefined);
    return done;
  };
  const booked = new Map<TestId, Wanted>();
  const correct = (test: TestId, by: (run: Wanted) => Pick<Spent, 'seconds' | 'bytes'>) =>
    inTurn(async () => {
      const run = booked.get(test);
      booked.delete(test);
      if (run !== undefined) await enter(deps, by(run));
    });
  return {
    book: (test, run) =>
      inTurn(async () => {
        const against = await book(deps, run);
        if (against === undefined) booked.set(test, run);
        return against;
      }),
    settle: (test, bytes) => correct(test, (run) => ({ seconds: 0, bytes: bytes - run.bytes })),
    giveBack: (test) => correct(test, (run) => ({ seconds: -run.seconds, bytes: -run.bytes })),
  };
}

/** What the ports sent and received from the first sample of each to its last. */
export function bytesOf(samples: readonly PortSample[]): number {
  const sumAt = (all: readonly PortSample[]): number =>
    [...new Map(all.map((sample) => [sample.port, sample])).values()].reduce(
      (sum, { txBytes, rxBytes }) => sum + txBytes + rxBytes,
      0,
    );
  return Math.max(0, sumAt(samples) - sumAt(samples.toReversed()));
}

async function book(deps: AccountDeps, run: Wanted): Promise<OverBudget | undefined> {
  const { budget, clock } = deps;
  const spent = isCounted(budget) ? await read(deps) : nothing;
  if ('message' in spent) return spent;
  const against = overBudget(budget, spent, run, clock.unixMs());
  if (against === undefined) await write(deps, spent, run);
  return against;
}

async function enter(deps: AccountDeps, change: Pick<Spent, 'seconds' | 'bytes'>): Promise<void> {
  const spent = isCounted(deps.budget) ? await read(deps) : nothing;
  // An account that cannot be read lets nothing begin as it is.
  if (!('message' in spent)) await write(deps, spent, change);
}

async function write(
  { files, clock, budget, accountFile }: AccountDeps,
  spent: Spent,
  change: Pick<Spent, 'seconds' | 'bytes'>,
): Promise<void> {
  if (!isCounted(budget)) return;
  const text = `${JSON.stringify(spend(spent, change, clock.unixMs()))}\n`;
  await files.writeAtomic('linktest/account', accountFile, text);
}

/** What was used, or that nobody can say: then nothing more is used. */
async function read({ files, budget, accountFile }: AccountDeps): Promise<Spent | OverBudget> {
  const text = await files.read('linktest/account', accountFile);
  if (text === undefined) return nothing;
  const key = budget.testBytesPerDay === null ? 'testSecondsPerDay' : 'testBytesPerDay';
  return (
    spentIn(text) ?? {
      subject: `budgets.${key}`,
      message: `${accountFile} cannot be read, so nobody knows what today's runs have used; remove it to begin anew.`,
    }
  );
}

function spentIn(text: string): Spent | undefined {
  try {
    const account: unknown = JSON.parse(text);
    if (!isJsonObject(account)) return undefined;
    const [day, seconds] = [numberAt(account, 'day'), numberAt(account, 'seconds')];
    // Earlier versions counted no bytes.
    const bytes = numberAt(account, 'bytes') ?? 0;
    return day === undefined || seconds === undefined ? undefined : { day, seconds, bytes };
  } catch {
    // Not JSON: said by whoever asked.
    return undefined;
  }
}
