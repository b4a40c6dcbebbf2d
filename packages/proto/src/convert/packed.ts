import { type Result, success } from '../model/result.ts';
import { deflate, inflate } from '../wire/deflate.ts';
import { limits } from '../wire/limits.ts';
import { bytes, type Field, type Flaw, flaw } from './field.ts';

interface Codec<W> {
  encode(message: W): Uint8Array;
  decode(bytes: Uint8Array): Result<W, string>;
}

/** The two members of a oneof that carry the same message, plain or deflated. */
export type Form<K extends string, W> = { [P in K]?: W | null } & { deflated?: Uint8Array | null };

function unpack<M, W>(
  codec: Codec<W>,
  field: Field<M, W>,
  packed: Uint8Array,
  place: string,
): Result<M, Flaw> {
  const plain = inflate(packed);
  if (!plain.ok) return flaw(`${place}.deflated`, `cannot be inflated: ${plain.error}`);
  const message = codec.decode(plain.value);
  return message.ok ? field.read(message.value, place) : flaw(`${place}.deflated`, message.error);
}

/** A message that travels deflated when it is larger than 128 KiB. `key` is the plain member's name. */
export function packed<K extends string, M, W>(
  key: K,
  codec: Codec<W>,
  field: Field<M, W>,
): Field<M, Form<K, W>> {
  return {
    write(model, place) {
      const message = field.write(model, place);
      if (!message.ok) return message;
      const size = codec.encode(message.value);
      const form = size.length <= limits.plainBytes ? { [key]: message.value } : { deflated: deflate(size) };
      return success(form as Form<K, W>);
    },
    read(wire, place) {
      const form = (wire ?? {}) as Form<K, W>;
      const [plain, deflated] = [form[key], form.deflated];
      if (plain != null && deflated != null) return flaw(place, `has ${key} and deflated at once`);
      if (plain != null) return field.read(plain, place);
      const copy = bytes.read(deflated, place);
      return copy.ok ? unpack(codec, field, copy.value, place) : copy;
    },
  };
}
