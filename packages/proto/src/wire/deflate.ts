import { deflateSync, inflateSync } from 'node:zlib';
import { failure, type Result, success } from '../model/result.ts';
import { limits } from './limits.ts';

/** The zlib form of `bytes`. */
export const deflate = (bytes: Uint8Array): Uint8Array => deflateSync(bytes);

/** What `bytes` hold, or why they cannot be read: not zlib, cut short, or larger than 8 MiB (checked while inflating). */
export function inflate(bytes: Uint8Array): Result<Uint8Array, string> {
  try {
    return success(inflateSync(bytes, { maxOutputLength: limits.inflatedBytes }));
  } catch (thrown) {
    return failure(thrown instanceof Error ? thrown.message : String(thrown));
  }
}
