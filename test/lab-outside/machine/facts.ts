/** What the program inside a machine tells the test outside, one document for each boot. */
import type { TxPhase } from '@bondctl/proto/model/transaction';

/** One line of a transaction's journal, as far as the test asks. */
export interface JournalLine {
  readonly label: string;
  readonly phase: TxPhase;
  readonly why: string | null;
  readonly pid: number;
}

/** /proc/net/bonding, by name; null where there is no such bond. */
export interface BondTexts {
  readonly sync0: string | null;
  readonly store0: string | null;
}

/** How a host left a change that nobody confirmed. */
export interface Change {
  /** As it was before, and while the change waits for its confirmation. */
  readonly before: BondTexts;
  readonly waiting: BondTexts;
  /** `active` where the timer is armed. */
  readonly timer: string;
}

/** When systemd started and ended the main program of a unit, in microseconds since boot; what it logged in this boot. */
export interface UnitFacts {
  readonly startedUs: number;
  readonly endedUs: number;
  readonly result: string;
  readonly log: string;
}

/** The first boot: a change is made, and the machine rebooted while it waits. */
export interface FirstBoot {
  /** What is left of the watchdogs of a change that was called off while it was prepared. */
  readonly calledOff: { readonly timer: string; readonly children: readonly number[] };
  readonly change: Change;
}

/** The second: the guard has run. Then a change is made, and agent and child are killed. */
export interface SecondBoot {
  readonly found: BondTexts;
  readonly guard: UnitFacts;
  readonly networking: UnitFacts;
  readonly journal: readonly JournalLine[];
  readonly change: Change;
  readonly killed: readonly number[];
  readonly after: {
    readonly bonds: BondTexts;
    readonly journal: readonly JournalLine[];
    /** From the order to prepare to the last line of the journal, in milliseconds. */
    readonly ms: number;
    readonly log: string;
  };
}

/** The third: nothing is left to do. */
export interface ThirdBoot {
  readonly found: BondTexts;
  readonly guard: UnitFacts;
  readonly journals: readonly (readonly JournalLine[])[];
}
