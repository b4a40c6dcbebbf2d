import { failure, type Result, success } from '../model/result.ts';
import { type Field, type Flaw, flaw, parsed, text } from './field.ts';
import { list, record } from './record.ts';

/** A name with its value, on the wire. */
export interface WireValue {
  name?: string | null;
  value?: string | null;
}

/** One word of a closed list; `what` says in a sentence what it should have been. */
export const nameOf = <N extends string>(names: readonly N[], what: string): Field<N, string> =>
  parsed<N>((name) => {
    const known = names.find((one) => one === name);
    return known === undefined ? failure(`"${name}" is not ${what}`) : success(known);
  });

/** Values by names of a closed list, each at most once, in the order of the list. */
export function namedValues<N extends string>(
  names: readonly N[],
  what: string,
): Field<Readonly<Partial<Record<N, string>>>, WireValue[]> {
  const pairs = list(
    record<{ name: N; value: string }, WireValue>({ name: nameOf(names, what), value: text }),
    names.length,
  );
  return {
    write(model, place) {
      const set = names.flatMap((name) => {
        const value = model[name];
        return value === undefined ? [] : [{ name, value }];
      });
      return set.length === Object.keys(model).length
        ? pairs.write(set, place)
        : flaw(place, `names what is not ${what}`);
    },
    read(wire, place): Result<Readonly<Partial<Record<N, string>>>, Flaw> {
      const result = pairs.read(wire, place);
      if (!result.ok) return result;
      const values: Partial<Record<N, string>> = {};
      for (const { name, value } of result.value) {
        if (values[name] !== undefined) return flaw(place, `names ${name} twice`);
        values[name] = value;
      }
      return success(values);
    },
  };
}
