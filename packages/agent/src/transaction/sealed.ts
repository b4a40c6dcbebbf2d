import { digest } from './digest.ts';

/** `{"check":"0123456789abcdef",`, which stands for the brace that the checked text begins with. */
const checked = (text: string): string => `{"check":"${digest(text)}",`;
const checkedLength = checked('').length;

/** An object with at least one field as one line of JSON whose first field is a check over the rest. */
export function seal(value: object): string {
  const text = JSON.stringify(value);
  return `${checked(text)}${text.slice(1)}`;
}

/** What was sealed into a line; undefined when the line is damaged. */
export function unseal<T>(line: string): T | undefined {
  const text = `{${line.slice(checkedLength)}`;
  // What carries the right check was written by us, whole; its shape needs no second look.
  return line.startsWith(checked(text)) ? (JSON.parse(text) as T) : undefined;
}
