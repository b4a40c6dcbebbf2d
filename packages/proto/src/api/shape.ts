import * as z from 'zod';

/** A schema of one of the model's types: what it lets through is that type. */
export type Shape<T> = z.ZodType<T, T>;

/** A name or id of the model: text here; its rule is checked where it is made or used. */
export const named = <T extends string>(): Shape<T> => z.string() as unknown as Shape<T>;

/** A list as the model has them. */
export const list = <T>(item: Shape<T>): Shape<readonly T[]> =>
  z.array(item) as unknown as Shape<readonly T[]>;

/** `undefined` is not a value of the model: absent is `null`. */
export const orNull = <T>(item: Shape<T>): Shape<T | null> => z.nullable(item);
