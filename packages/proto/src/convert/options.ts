import { isOptionName, type OptionName, type OptionValues, optionNames } from '../model/options.ts';
import { failure, type Result, success } from '../model/result.ts';
import { type Field, type Flaw, flaw, parsed, text } from './field.ts';
import { list, record } from './record.ts';

interface WireOption {
  name?: string | null;
  value?: string | null;
}

/** An option the kernel has, as far as this version knows. */
export const optionName = parsed<OptionName>((name) =>
  isOptionName(name) ? success(name) : failure(`"${name}" is not a bonding option`),
);

const pairs = list(
  record<{ name: OptionName; value: string }, WireOption>({ name: optionName, value: text }),
  optionNames.length,
);

/** Options with their values, each name at most once, in the order in which they are written. */
export const optionValues: Field<OptionValues, WireOption[]> = {
  write(model, place) {
    const set = optionNames.flatMap((name) => {
      const value = model[name];
      return value === undefined ? [] : [{ name, value }];
    });
    return set.length === Object.keys(model).length
      ? pairs.write(set, place)
      : flaw(place, 'names an option that is not known');
  },
  read(wire, place): Result<OptionValues, Flaw> {
    const result = pairs.read(wire, place);
    if (!result.ok) return result;
    const values: Partial<Record<OptionName, string>> = {};
    for (const { name, value } of result.value) {
      if (values[name] !== undefined) return flaw(place, `names ${name} twice`);
      values[name] = value;
    }
    return success(values);
  },
};
