import type { NamedDesire } from '@bondctl/proto/model/bond';
import type { Refusal } from '@bondctl/proto/model/error';
import type { HostState } from '@bondctl/proto/model/host';
import type { BondKept } from '@bondctl/proto/model/kept';
import type { IfName } from '@bondctl/proto/model/names';
import type { KeepStep, PlannedStep } from '@bondctl/proto/model/step';
import type { Snapshot, Tx } from '@bondctl/proto/model/transaction';

/** What a plan says about the files that would follow its confirmation. */
export interface Outlook {
  readonly steps: readonly PlannedStep<KeepStep>[];
  readonly refusals: readonly Refusal[];
  readonly notes: readonly string[];
}

/** Makes what is confirmed outlive a reboot, in the files of whatever owns a bond. */
export interface Keeping {
  /** `touched`: the interfaces that the plan changes in the kernel. */
  outlook(state: HostState, desired: readonly NamedDesire[], touched: readonly IfName[]): Promise<Outlook>;
  /**
   * Writes the files of what a transaction confirmed. What cannot be written is told, and stays as it was. Throws when
   * not even that could be found out.
   */
  keep(tx: Tx, before: Snapshot): Promise<readonly BondKept[]>;
  /** Goes on with what a stop left half written; before anything else is done. */
  resume(): Promise<void>;
}

/** Keeps nothing: the kernel is all that knows. */
export const noKeeping: Keeping = {
  outlook: async (_state, _desired, touched) => ({
    steps: [],
    refusals: [],
    notes:
      touched.length === 0
        ? []
        : [
            'until reboot only: the change is made in the running kernel and written to no configuration file.',
          ],
  }),
  keep: async () => [],
  resume: async () => undefined,
};
