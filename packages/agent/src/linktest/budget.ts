import { gentle, type RunParameters, type TestClass } from '@bondctl/proto/model/linktest';

/** What the owner of a host lets link tests use. */
export interface TestBudget {
  /** The longest run, in seconds. */
  readonly testSeconds: number;
  /** All runs of one day together, in seconds; the whole day is no limit. */
  readonly testSecondsPerDay: number;
  /** All runs of one day together, in bytes that the ports sent and received; null is no limit. */
  readonly testBytesPerDay: number | null;
  /** When runs may begin, in UTC: `22:00-06:00`; the two ends being the same means always. */
  readonly testWindow: string;
  readonly testClasses: readonly TestClass[];
}

/** What a host's runs have used on one day of its clock, counted from 1970. */
export interface Spent {
  readonly day: number;
  readonly seconds: number;
  readonly bytes: number;
}

/** A run that is to begin, and what it may send and receive. */
export interface Wanted {
  readonly class: TestClass;
  readonly seconds: number;
  /** 0 where nobody knows how fast its ports are: then it is counted afterwards. */
  readonly bytes: number;
}

/** Why a run may not begin: the key of agent.yaml, and one sentence. */
export interface OverBudget {
  readonly subject: string;
  readonly message: string;
}

const wholeDay = 86_400;

/** Whether runs of a day are counted at all. */
export const isCounted = ({ testSecondsPerDay, testBytesPerDay }: TestBudget): boolean =>
  testSecondsPerDay < wholeDay || testBytesPerDay !== null;

/** What stands against a run that would begin now; undefined when nothing does. */
export function overBudget(
  budget: TestBudget,
  spent: Spent,
  wanted: Wanted,
  nowUnixMs: number,
): OverBudget | undefined {
  const { testSeconds, testWindow, testClasses } = budget;
  // Whoever allows changes allows their proof.
  if (wanted.class !== 'proof' && !testClasses.includes(wanted.class))
    return against('testClasses', `allows runs of the class ${listed(testClasses)}, not ${wanted.class}`);
  if (wanted.seconds > testSeconds)
    return against('testSeconds', `allows runs of ${testSeconds} s, not of ${wanted.seconds} s`);
  // A probe is so short and gentle that it may begin at any time.
  if (wanted.class !== 'probe' && !isOpen(testWindow, nowUnixMs))
    return against('testWindow', `allows runs from ${testWindow.replace('-', ' to ')} UTC only`);
  return overDay(budget, usedOn(spent, nowUnixMs), wanted);
}

function overDay(
  { testSecondsPerDay, testBytesPerDay }: TestBudget,
  used: Pick<Spent, 'seconds' | 'bytes'>,
  { seconds, bytes }: Wanted,
): OverBudget | undefined {
  if (testSecondsPerDay < wholeDay && used.seconds + seconds > testSecondsPerDay)
    return against(
      'testSecondsPerDay',
      `allows ${testSecondsPerDay} s of runs a day; ${used.seconds} s are used, and this one takes ${seconds} s`,
    );
  // Where nobody knows what this one takes, the last byte that is left lets it begin.
  if (testBytesPerDay !== null && used.bytes + Math.max(1, bytes) > testBytesPerDay)
    return against(
      'testBytesPerDay',
      `allows ${testBytesPerDay} bytes of runs a day; ${used.bytes} are used, and this one may take ${bytes === 0 ? 'more than is left' : bytes}`,
    );
  return undefined;
}

const listed = (classes: readonly TestClass[]): string =>
  classes.length === 0 ? 'none at all' : classes.join(' or ');

const against = (key: string, what: string): OverBudget => ({
  subject: `budgets.${key}`,
  message: `The owner of this host ${what}; budgets.${key} of agent.yaml there says so.`,
});

/** The account after a run that begins now. What it uses is counted before it begins, so that a crash hides nothing. */
export const spend = (spent: Spent, run: Pick<Spent, 'seconds' | 'bytes'>, nowUnixMs: number): Spent => {
  const used = usedOn(spent, nowUnixMs);
  return {
    day: dayOf(nowUnixMs),
    seconds: Math.max(0, used.seconds + run.seconds),
    bytes: Math.max(0, used.bytes + run.bytes),
  };
};

/** What is too much for the class of a run, in a sentence; null: a controller of an earlier version told nothing. */
export function tooMuchFor(run: RunParameters | null, portBps: number | null): string | undefined {
  if (run?.class !== 'probe') return undefined;
  const { seconds, offeredBps } = run;
  if (seconds > gentle.seconds) return `a probe takes ${gentle.seconds} s, not ${seconds} s`;
  if (offeredBps === null || portBps === null)
    return 'a probe sends at a rate, and what a port carries must be known for it';
  const mostBps = Math.floor(gentle.shareOfPort * portBps);
  if (offeredBps <= mostBps) return undefined;
  return `a probe sends at most ${mostBps} bit/s here, a tenth of what a port carries, not ${offeredBps}`;
}

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const dayOf = (unixMs: number): number => Math.floor(unixMs / dayMs);

const usedOn = (spent: Spent, nowUnixMs: number): Pick<Spent, 'seconds' | 'bytes'> =>
  spent.day === dayOf(nowUnixMs) ? spent : { seconds: 0, bytes: 0 };

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
