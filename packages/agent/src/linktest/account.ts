import type { Clock, Files } from '../kernel/ports.ts';
import { isJsonObject, numberAt } from '../parse/json.ts';
import { isCounted, type OverBudget, overBudget, type Spent, spend, type TestBudget } from './budget.ts';

/** What keeping the account needs. */
export interface AccountDeps {
  readonly files: Files;
  readonly clock: Pick<Clock, 'unixMs'>;
  readonly budget: TestBudget;
  /** Where the account is kept over a restart. */
  readonly accountFile: string;
}

/** Books a run that is about to begin; resolves with what stands against it, and then nothing was booked. */
export type Book = (seconds: number) => Promise<OverBudget | undefined>;

const nothing: Spent = { day: 0, seconds: 0 };

/** The account of one host. Bookings come one after the other, so that two runs do not both take what is left. */
export function createAccount(deps: AccountDeps): Book {
  let last: Promise<unknown> = Promise.resolve();
  return (seconds) => {
    const booked = last.then(() => book(deps, seconds));
    // The next one is booked whatever became of this one, which is told to whoever asked.
    last = booked.catch(() => undefined);
    return booked;
  };
}

async function book(deps: AccountDeps, seconds: number): Promise<OverBudget | undefined> {
  const { budget, clock, files, accountFile } = deps;
  const nowUnixMs = clock.unixMs();
  const spent = isCounted(budget) ? await read(deps) : nothing;
  if ('message' in spent) return spent;
  const against = overBudget(budget, spent, seconds, nowUnixMs);
  if (against === undefined && isCounted(budget))
    await files.writeAtomic(
      'linktest/account',
      accountFile,
      `${JSON.stringify(spend(spent, seconds, nowUnixMs))}\n`,
    );
  return against;
}

/** What was used, or that nobody can say: then nothing more is used. */
async function read({ files, accountFile }: AccountDeps): Promise<Spent | OverBudget> {
  const text = await files.read('linktest/account', accountFile);
  if (text === undefined) return nothing;
  return (
    spentIn(text) ?? {
      subject: 'budgets.testSecondsPerDay',
      message: `${accountFile} cannot be read, so nobody knows what today's runs have used; remove it to begin anew.`,
    }
  );
}

function spentIn(text: string): Spent | undefined {
  try {
    const account: unknown = JSON.parse(text);
    if (!isJsonObject(account)) return undefined;
    const [day, seconds] = [numberAt(account, 'day'), numberAt(account, 'seconds')];
    return day === undefined || seconds === undefined ? undefined : { day, seconds };
  } catch {
    // Not JSON: said by whoever asked.
    return undefined;
  }
}
