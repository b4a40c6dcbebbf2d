import { failure, type Result, success } from './result.ts';

declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]: B };

/** The name a host enrolled with. Taken from its certificate, never from a message field. */
export type HostId = Branded<'HostId'>;
/** A kernel interface name of a bonding device. */
export type BondName = IfName;
/** A kernel network interface name: 1 to 15 bytes, no slash, no white space. */
export type IfName = Branded<'IfName'>;
/** Name of a link in the spec. */
export type LinkName = Branded<'LinkName'>;
/** Id of one host's transaction, `tx_...`; both participants of a change set carry the same id. */
export type TxId = Branded<'TxId'>;
/** Id of a command, `cmd_...`. */
export type CommandId = Branded<'CommandId'>;
/** Id of a rollout, `ro_...`. */
export type RolloutId = Branded<'RolloutId'>;
/** Id of a sweep, `sw_...`. */
export type SweepId = Branded<'SweepId'>;
/** What a change set belongs to. */
export type CourseId = RolloutId | SweepId;
/** Id of a link test, `test_...`. */
export type TestId = Branded<'TestId'>;
/** Id of an alert, `alert_...`. */
export type AlertId = Branded<'AlertId'>;

const ifNamePattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$/;
const hostPattern = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/;
const idPattern = /^[a-z]+_[A-Za-z0-9_-]{8,40}$/;

/**
 * Checks an interface name. Stricter than the kernel's dev_valid_name (net/core/dev.c): only letters, digits, `_`, `.`
 * and `-`, so that a name can stand in a path or an argument list without a second thought.
 */
export function parseIfName(text: string): Result<IfName, string> {
  if (ifNamePattern.test(text) && !text.includes('..')) return success(text as IfName);
  return failure(
    `"${text}" is not an interface name: 1 to 15 letters, digits, "_", "." or "-", starting with a letter or digit`,
  );
}

/** Checks a host name: lower-case letters, digits, dots and dashes, at most 63 characters. */
export function parseHostId(text: string): Result<HostId, string> {
  if (hostPattern.test(text)) return success(text as HostId);
  return failure(
    `"${text}" is not a host name: lower-case letters, digits, "." and "-", at most 63 characters`,
  );
}

/** Checks a link name; same rule as a host name. */
export function parseLinkName(text: string): Result<LinkName, string> {
  if (hostPattern.test(text)) return success(text as LinkName);
  return failure(
    `"${text}" is not a link name: lower-case letters, digits, "." and "-", at most 63 characters`,
  );
}

/** The prefixes of our ids, by kind. */
export interface IdKinds {
  tx: TxId;
  cmd: CommandId;
  ro: RolloutId;
  sw: SweepId;
  test: TestId;
  alert: AlertId;
}

/** Checks an id of the given kind, e.g. `parseId('tx', 'tx_V1StGXR8Z5')`. */
export function parseId<K extends keyof IdKinds>(kind: K, text: string): Result<IdKinds[K], string> {
  if (text.startsWith(`${kind}_`) && idPattern.test(text)) return success(text as IdKinds[K]);
  return failure(`"${text}" is not an id of the form ${kind}_...`);
}

/** One end of a link, written `host/bond`. */
export interface End {
  readonly host: HostId;
  readonly bond: BondName;
}

/** `alpha/bond0` */
export const formatEnd = (end: End): string => `${end.host}/${end.bond}`;
