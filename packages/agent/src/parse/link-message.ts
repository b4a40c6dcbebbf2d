import { type IfName, parseIfName } from '@bondctl/proto/model/names';

/** What one message of the kernel says of an interface, as far as `ip -o monitor link` prints the same in every version. */
export interface LinkMessage {
  readonly name: IfName;
  /** Administratively up (IFF_UP). */
  readonly up: boolean;
  readonly carrier: boolean;
  /** The interface went away. */
  readonly gone: boolean;
}

const head = /^(?:\[[^\]]*\]\s*)*(Deleted )?\d+: ([^\s:@]+)(?:@[^\s:]+)?: <([^>]*)>/;

/** Reads the head of a line; null where it is about something else. */
export function parseLinkMessage(line: string): LinkMessage | null {
  const [, deleted, text = '', flags = ''] = head.exec(line) ?? [];
  const name = parseIfName(text);
  if (!name.ok) return null;
  const has = new Set(flags.split(','));
  return {
    name: name.value,
    up: has.has('UP'),
    carrier: has.has('LOWER_UP'),
    gone: deleted !== undefined,
  };
}
