import { failure, type Result, success } from '../model/result.ts';

/** The first thing that is wrong with a message, and where: `command.order.prepare.desired[1].spec.mtu`. */
export interface Flaw {
  readonly place: string;
  readonly message: string;
}

/** `place: message`, as it is told to people. */
export const describeFlaw = (flaw: Flaw): string => `${flaw.place}: ${flaw.message}`;

/**
 * One kind of value in both directions. Both are total: what does not fit is a flaw, never an exception and never a
 * default. `write` checks too, because the encoder would write NaN or a wrong type as 0.
 */
export interface Field<M, W> {
  write(model: M, place: string): Result<W, Flaw>;
  read(wire: W | null | undefined, place: string): Result<M, Flaw>;
}

/** A flaw at a place. */
export const flaw = (place: string, message: string): Result<never, Flaw> => failure({ place, message });

const missing = (place: string) => flaw(place, 'is missing');

/** A value that is the same on both sides and passes `complaint` (undefined: nothing to complain of). */
export function plain<T>(complaint: (value: T) => string | undefined): Field<T, T> {
  const check = (value: T, place: string): Result<T, Flaw> => {
    const words = complaint(value);
    return words === undefined ? success(value) : flaw(place, words);
  };
  return {
    write: check,
    read: (wire, place) => (wire === null || wire === undefined ? missing(place) : check(wire, place)),
  };
}

/** Any text. */
export const text = plain<string>((value) => (typeof value === 'string' ? undefined : 'is not a text'));

/** A yes or no. */
export const truth = plain<boolean>((value) =>
  typeof value === 'boolean' ? undefined : 'is not true or false',
);

/** A whole number from `min` to `max`; by default from 0 to 2^53 - 1, beyond which numbers are not exact. */
export const whole = (min = 0, max = Number.MAX_SAFE_INTEGER): Field<number, number> =>
  plain((value) =>
    Number.isSafeInteger(value) && value >= min && value <= max
      ? undefined
      : `is ${String(value)}, not a whole number from ${min} to ${max}`,
  );

/** A number with fractions; not NaN, not infinite. */
export const real = plain<number>((value) =>
  Number.isFinite(value) ? undefined : `is ${String(value)}, not a number`,
);

/** Bytes; copied on the way in, because the decoder hands out views of the frame it read. */
export const bytes: Field<Uint8Array, Uint8Array> = {
  write: (model, place) => (model instanceof Uint8Array ? success(model) : flaw(place, 'is not bytes')),
  read: (wire, place) => (wire instanceof Uint8Array ? success(Uint8Array.from(wire)) : missing(place)),
};

/** A text that a parse function of the model accepts. */
export function parsed<T extends string>(parse: (value: string) => Result<T, string>): Field<T, string> {
  const check = (value: string, place: string): Result<T, Flaw> => {
    const result = parse(value);
    return result.ok ? result : flaw(place, result.error);
  };
  return {
    write: check,
    read: (wire, place) => (typeof wire === 'string' ? check(wire, place) : missing(place)),
  };
}

/** A word of the model for every number of a wire enumeration but 0; the table is complete or does not compile. */
export function word<M extends string, W extends number>(table: Readonly<Record<M, W>>): Field<M, W> {
  const words = new Map(Object.entries<W>(table).map(([name, number]) => [number, name as M]));
  return {
    write: (model, place) =>
      Object.hasOwn(table, model) ? success(table[model]) : flaw(place, `"${model}" is not known`),
    read(wire, place) {
      if (wire === null || wire === undefined) return missing(place);
      const name = words.get(wire);
      return name === undefined ? flaw(place, `the value ${wire} is not known here`) : success(name);
    },
  };
}

/** Null in the model is absence on the wire. */
export const nullable = <M, W>(field: Field<M, W>): Field<M | null, W | undefined> => ({
  write: (model, place) => (model === null ? success(undefined) : field.write(model, place)),
  read: (wire, place) => (wire === null || wire === undefined ? success(null) : field.read(wire, place)),
});

/** A key that need not be there is absence on the wire. */
export const optional = <M, W>(field: Field<M, W>): Field<M | undefined, W | undefined> => ({
  write: (model, place) => (model === undefined ? success(undefined) : field.write(model, place)),
  read: (wire, place) => (wire === null || wire === undefined ? success(undefined) : field.read(wire, place)),
});

/** A key that earlier versions do not send: absence reads as what they meant. */
export const since = <M, W>(field: Field<M, W>, meant: M): Field<M, W> => ({
  write: field.write,
  read: (wire, place) => (wire === null || wire === undefined ? success(meant) : field.read(wire, place)),
});

/** The same value in another shape. */
export const shaped = <A, B, W>(field: Field<A, W>, inward: (model: B) => A, outward: (value: A) => B) =>
  ({
    write: (model, place) => field.write(inward(model), place),
    read(wire, place) {
      const result = field.read(wire, place);
      return result.ok ? success(outward(result.value)) : result;
    },
  }) satisfies Field<B, W>;
