import { createHash } from 'node:crypto';
import type { IperfRun } from '../model/linktest.ts';
import { type Result, success } from '../model/result.ts';
import { deflate, inflate } from '../wire/deflate.ts';
import { limits } from '../wire/limits.ts';
import { type Field, type Flaw, flaw } from './field.ts';

/** An iperf3 run with its document deflated. */
export type PackedRun = Omit<IperfRun, 'document'> & { readonly document: Uint8Array };

const none = new Uint8Array();

/** A document that does not fit, even deflated, is left out and described: never cut in the middle, never silently. */
function pack(run: IperfRun): PackedRun {
  const plain = Buffer.from(run.document, 'utf8');
  const packed = plain.length > limits.inflatedBytes ? undefined : deflate(plain);
  if (packed !== undefined && packed.length <= limits.documentBytes) return { ...run, document: packed };
  const sha256 = createHash('sha256').update(plain).digest('hex');
  return { ...run, document: none, truncated: { bytes: plain.length, sha256 } };
}

function unpack(run: PackedRun, place: string): Result<IperfRun, Flaw> {
  if (run.truncated !== undefined) {
    return run.document.length === 0
      ? success({ ...run, document: '' })
      : flaw(`${place}.document`, 'is there although it is said to be left out');
  }
  const plain = inflate(run.document);
  if (!plain.ok) return flaw(`${place}.document`, `cannot be inflated: ${plain.error}`);
  try {
    return success({
      ...run,
      document: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain.value),
    });
  } catch {
    return flaw(`${place}.document`, 'is not UTF-8');
  }
}

/** A run whose document travels deflated. */
export const document = <W>(packed: Field<PackedRun, W>): Field<IperfRun, W> => ({
  write: (run, place) =>
    packed.write(run.truncated === undefined ? pack(run) : { ...run, document: none }, place),
  read(wire, place) {
    const run = packed.read(wire, place);
    return run.ok ? unpack(run.value, place) : run;
  },
});
