import type { BondSpec, BondState } from '@bondctl/proto/model/bond';
import type { Described } from '@bondctl/proto/model/described';
import type { HostReport } from '@bondctl/proto/model/host';
import type { End, HostId } from '@bondctl/proto/model/names';
import type { Result } from '@bondctl/proto/model/result';

/** A host as it is adopted. */
export interface HostSeen {
  readonly host: HostId;
  /** Labels of the accepted spec. */
  readonly labels: Readonly<Record<string, string>>;
  readonly report: HostReport;
  readonly isConnected: boolean;
  /** What its files say, or why nobody knows. */
  readonly files: Result<Described, string>;
}

/** A bond that can be written, with what says whom it faces. */
export interface BondSeen {
  readonly end: End;
  readonly spec: BondSpec;
  /** As /proc tells it; undefined where the report has it in sysfs only. */
  readonly state: BondState | undefined;
  readonly mac: string;
  readonly mtu: number;
  /** Every address but link-local ones, whoever gave it. */
  readonly addresses: readonly string[];
  readonly isConnected: boolean;
}
