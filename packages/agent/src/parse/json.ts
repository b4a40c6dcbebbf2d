import { failure, type Result, success } from '@bondctl/proto/model/result';

/** A JSON object whose members are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object (not a list, not null). */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The member as an object; undefined when it is absent or something else. */
export function objectAt(object: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = object?.[key];
  return isJsonObject(value) ? value : undefined;
}

/** The member as text; undefined when it is absent or something else. */
export function textAt(object: JsonObject | undefined, key: string): string | undefined {
  const value = object?.[key];
  return typeof value === 'string' ? value : undefined;
}

/** The member as a finite number; undefined when it is absent or something else. */
export function numberAt(object: JsonObject | undefined, key: string): number | undefined {
  const value = object?.[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The objects of a list member; empty when it is absent or something else. */
export function objectsAt(object: JsonObject | undefined, key: string): readonly JsonObject[] {
  const value = object?.[key];
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** The texts of a list member; empty when it is absent or something else. */
export function textsAt(object: JsonObject | undefined, key: string): readonly string[] {
  const value = object?.[key];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** A program's JSON document that must be a list of objects. `ip` prints nothing at all instead of an empty list. */
export function parseObjects(text: string): Result<readonly JsonObject[], string> {
  if (text.trim() === '') return success([]);
  try {
    const value: unknown = JSON.parse(text);
    // `ip` prints {} for what an older version of it cannot show.
    return Array.isArray(value) ? success(value.filter(isJsonObject)) : failure('not a list');
  } catch (thrown) {
    return failure(thrown instanceof Error ? thrown.message : 'not JSON');
  }
}
