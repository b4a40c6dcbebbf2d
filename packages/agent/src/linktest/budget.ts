/** What the owner of a host lets link tests use. */
export interface TestBudget {
  /** The longest run, in seconds. */
  readonly testSeconds: number;
  /** All runs of one day together, in seconds; the whole day is no limit. */
  readonly testSecondsPerDay: number;
  /** When runs may begin, in UTC: `22:00-06:00`; the two ends being the same means always. */
  readonly testWindow: string;
}

/** What a host's runs have used on one day of its clock, counted from 1970. */
export interface Spent {
  readonly day: number;
  readonly seconds: number;
}

/** Why a run may not begin: the key of agent.yaml, and one sentence. */
export interface OverBudget {
  readonly subject: string;
  readonly message: string;
}

const wholeDay = 86_400;

/** Whether runs of a day are counted at all. */
export const isCounted = ({ testSecondsPerDay }: TestBudget): boolean => testSecondsPerDay < wholeDay;

/** What stands against a run of so many seconds beginning now; undefined when nothing does. */
export function overBudget(
  budget: TestBudget,
  spent: Spent,
  seconds: number,
  nowUnixMs: number,
): OverBudget | undefined {
  const { testSeconds, testSecondsPerDay, testWindow } = budget;
  if (seconds > testSeconds)
    return against('testSeconds', `allows runs of ${testSeconds} s, not of ${seconds} s`);
  if (!isOpen(testWindow, nowUnixMs))
    return against('testWindow', `allows runs from ${testWindow.replace('-', ' to ')} UTC only`);
  const used = usedOn(spent, nowUnixMs);
  if (isCounted(budget) && used + seconds > testSecondsPerDay)
    return against(
      'testSecondsPerDay',
      `allows ${testSecondsPerDay} s of runs a day; ${used} s are used, and this one takes ${seconds} s`,
    );
  return undefined;
}

const against = (key: string, what: string): OverBudget => ({
  subject: `budgets.${key}`,
  message: `The owner of this host ${what}; agent.yaml there says so.`,
});

/** The account after a run that begins now. What it uses is counted before it begins, so that a crash hides nothing. */
export const spend = (spent: Spent, seconds: number, nowUnixMs: number): Spent => ({
  day: dayOf(nowUnixMs),
  seconds: usedOn(spent, nowUnixMs) + seconds,
});

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const dayOf = (unixMs: number): number => Math.floor(unixMs / dayMs);

const usedOn = ({ day, seconds }: Spent, nowUnixMs: number): number =>
  day === dayOf(nowUnixMs) ? seconds : 0;

/** Whether a window is open; one that ends before it begins goes over midnight. */
function isOpen(window: string, nowUnixMs: number): boolean {
  const [from = 0, to = 0] = window.split('-').map(minutesOf);
  const now = Math.floor((nowUnixMs % dayMs) / minuteMs);
  if (from === to) return true;
  return from < to ? now >= from && now < to : now >= from || now < to;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
