import type { OptionName } from '@bondctl/proto/model/options';
import type { KeptBond, KeptVlan } from '../../kept.ts';
import { plain } from './stanza.ts';

/** What two programs that read interfaces(5) do differently. */
export interface Dialect {
  readonly backend: 'ifupdown' | 'ifupdown2';
  /** Other keys that mean one of ours, e.g. `slaves` for `bond-slaves`. */
  readonly aliases: Readonly<Record<string, string>>;
  /** The options that the program gives to the kernel. */
  readonly options: ReadonlySet<OptionName>;
  /** Whether such an option gets this value, in this bond. */
  holds(option: OptionName, value: string, bond: Pick<KeptBond, 'mode'>): boolean;
  /** A value in the program's own words. */
  said(option: OptionName, value: string): string;
  /** A port may say `bond-master` itself. */
  readonly portsSayMaster: boolean;
  /** A stanza may have several addresses, of both families. */
  readonly addressesTogether: boolean;
  /** Each stanza of an interface sets its MTU, and one that says none the usual one. */
  readonly mtuInEach: boolean;
  /** It reads `source-directory` in every version. */
  readonly readsFolders: boolean;
  readonly bridgePorts: string;
  /** What the stanza of a VLAN must say for its parent and number; null where there is no way. */
  vlanLines(vlan: Pick<KeptVlan, 'name' | 'id'>, bond: KeptBond['name']): readonly string[] | null;
  /** The length of a prefix that an address does not say. */
  usualLength(address: string): number;
}

/** What a key means, whatever its spelling. */
export function meaningIn({ aliases }: Dialect, key: string): string {
  const one = plain(key);
  return aliases[one] ?? one;
}

/** The key of an option. */
export const keyOf = (option: OptionName): string => `bond-${plain(option)}`;
