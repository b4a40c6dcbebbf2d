import { parseHostId, parseId, parseIfName } from '../model/names.ts';
import { parsed } from './field.ts';

/** A kernel interface name. */
export const ifName = parsed(parseIfName);
/** A host's name. */
export const hostId = parsed(parseHostId);
/** `tx_...` */
export const txId = parsed((text) => parseId('tx', text));
/** `cmd_...` */
export const commandId = parsed((text) => parseId('cmd', text));
/** `test_...` */
export const testId = parsed((text) => parseId('test', text));
