import './numbers.ts';

import { failure, type Result, success } from '../model/result.ts';
import { bondctl } from './gen/bondctl_v1.js';

/** A frame as it is written; nothing outside convert sees it. */
export type WireFrame = bondctl.v1.Frame.$Properties;
/** An order as it is written. */
export type WireOrder = bondctl.v1.Order.$Properties;
/** An outcome as it is written. */
export type WireOutcome = bondctl.v1.CommandOutcome.$Properties;
/** A host report as it is written. */
export type WireReport = bondctl.v1.HostReport.$Properties;

interface Codec<T> {
  /** Writes what is there, unchecked: NaN, bigint and wrong types would pass as 0, so only convert may build `message`. */
  encode(message: T): Uint8Array;
  /** Truncated, too deep, not UTF-8: the reason. Unknown fields are dropped. */
  decode(bytes: Uint8Array): Result<T, string>;
}

interface Generated<T> {
  encode(message: T): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

const codec = <T>(generated: Generated<T>): Codec<T> => ({
  encode: (message) => generated.encode(message).finish(),
  decode(bytes) {
    try {
      return success(generated.decode(bytes));
    } catch (thrown) {
      return failure(thrown instanceof Error ? thrown.message : String(thrown));
    }
  },
});

/** Frames as bytes. The size limit is checked by whoever holds the bytes, before this. */
export const frames: Codec<WireFrame> = codec<WireFrame>(bondctl.v1.Frame);
/** Orders as bytes, for their digest. */
export const orders: Codec<WireOrder> = codec<WireOrder>(bondctl.v1.Order);
/** Outcomes as bytes, for the ledger and for the deflated form. */
export const outcomes: Codec<WireOutcome> = codec<WireOutcome>(bondctl.v1.CommandOutcome);
/** Reports as bytes, for the deflated form. */
export const reports: Codec<WireReport> = codec<WireReport>(bondctl.v1.HostReport);
