import { isNonEmpty, type NonEmpty, type Result, success } from '../model/result.ts';
import { type Field, type Flaw, flaw } from './field.ts';

/** Applies `turn` to each element; the first flaw wins and names its index. */
function each<A, B>(
  items: readonly A[],
  place: string,
  turn: (item: A, place: string) => Result<B, Flaw>,
): Result<B[], Flaw> {
  const done: B[] = [];
  for (const [index, item] of items.entries()) {
    const result = turn(item, `${place}[${index}]`);
    if (!result.ok) return result;
    done.push(result.value);
  }
  return success(done);
}

/** A list; absence on the wire is the empty list, as protobuf has it. */
export const list = <M, W>(field: Field<M, W>, max = Number.MAX_SAFE_INTEGER): Field<readonly M[], W[]> => ({
  write: (model, place) =>
    model.length > max
      ? flaw(place, `has ${model.length} elements, at most ${max} fit`)
      : each(model, place, field.write),
  read: (wire, place) =>
    (wire?.length ?? 0) > max
      ? flaw(place, `has ${wire?.length} elements, at most ${max} are allowed`)
      : each(wire ?? [], place, field.read),
});

/** A list of at least one element. */
export function nonEmptyList<M, W>(field: Field<M, W>, max?: number): Field<NonEmpty<M>, W[]> {
  const inner = list(field, max);
  return {
    write: inner.write,
    read(wire, place) {
      const result = inner.read(wire, place);
      if (!result.ok) return result;
      return isNonEmpty(result.value) ? success(result.value) : flaw(place, 'is empty');
    },
  };
}

/** A list inside a message of its own, so that "none" and "not said" differ. */
export const items = <M, W>(field: Field<M, W>): Field<readonly M[], { items?: W[] | null }> => {
  const inner = list(field);
  return {
    write(model, place) {
      const result = inner.write(model, place);
      return result.ok ? success({ items: result.value }) : result;
    },
    read: (wire, place) =>
      wire === null || wire === undefined
        ? flaw(place, 'is missing')
        : inner.read(wire.items, `${place}.items`),
  };
};

type Loose = Field<unknown, unknown>;
type Bag = Record<string, unknown>;

/** One field per key of the model; a key without its field, or a field of another type, does not compile. */
export type Table<M, W> = {
  readonly [K in keyof M]-?: K extends keyof W
    ? Field<M[K], Exclude<W[K], null>> | Field<M[K], NonNullable<W[K]>>
    : never;
};

const own = (wire: Bag, key: string): unknown => (Object.hasOwn(wire, key) ? wire[key] : undefined);
const join = (place: string, key: string) => (place === '' ? key : `${place}.${key}`);

function turn(
  keys: readonly (readonly [string, Loose])[],
  from: Bag,
  place: string,
  way: 'read' | 'write',
): Result<Bag, Flaw> {
  const into: Bag = {};
  for (const [key, field] of keys) {
    const result = field[way](own(from, key), join(place, key));
    if (!result.ok) return result;
    if (result.value !== undefined) into[key] = result.value;
  }
  return success(into);
}

/** A message whose fields are named as the model's keys are. */
export function record<M extends object, W extends object>(table: Table<M, W>): Field<M, W> {
  const keys = Object.entries(table) as unknown as readonly (readonly [string, Loose])[];
  return {
    write: (model, place) => turn(keys, model as Bag, place, 'write') as Result<W, Flaw>,
    read: (wire, place) =>
      wire === null || wire === undefined
        ? flaw(place, 'is missing')
        : (turn(keys, wire as Bag, place, 'read') as Result<M, Flaw>),
  };
}

/** One variant of the model per member of the oneof, by the same name. */
export type Variants<Tag extends string, M extends Record<Tag, string>, W> = {
  readonly [K in M[Tag]]: K extends keyof W
    ? Field<Omit<Extract<M, Record<Tag, K>>, Tag>, NonNullable<W[K]>>
    : never;
};

/** A message that is one oneof, as the union of the model with the same tag names. */
export function union<Tag extends string, M extends Record<Tag, string>, W extends object>(
  tag: Tag,
  variants: Variants<Tag, M, W>,
): Field<M, W> {
  const table = variants as unknown as Readonly<Record<string, Loose>>;
  return {
    write(model, place) {
      const field = Object.hasOwn(table, model[tag]) ? table[model[tag]] : undefined;
      if (field === undefined) return flaw(place, `"${model[tag]}" is not known`);
      const result = field.write(model, join(place, model[tag]));
      return result.ok ? success({ [model[tag]]: result.value } as W) : result;
    },
    read(wire, place) {
      const bag = (wire ?? {}) as Bag;
      const [kind, ...more] = Object.keys(table).filter((key) => own(bag, key) != null);
      if (kind === undefined) return flaw(place, 'has no member this side knows');
      if (more.length > 0) return flaw(place, `has the members ${kind} and ${more.join(', ')} at once`);
      const result = (table[kind] as Loose).read(bag[kind], join(place, kind));
      return result.ok ? success({ [tag]: kind, ...(result.value as object) } as M) : result;
    },
  };
}

/** A variant with one key, whose value is the member itself. */
export const single = <K extends string, M, W>(key: K, field: Field<M, W>): Field<Record<K, M>, W> => ({
  write: (model, place) => field.write(model[key], place),
  read(wire, place) {
    const result = field.read(wire, place);
    return result.ok ? success({ [key]: result.value } as Record<K, M>) : result;
  },
});
