/** One line of a section; a line that ends with a backslash is one with what follows it. */
export interface UnitLine {
  readonly text: string;
  /** null: a comment, a blank line, or one that says nothing we understand. */
  readonly key: string | null;
  readonly value: string;
  readonly number: number;
}

/** A section with the lines below its header; what stands before the first header is one without a name. */
export interface UnitSection {
  readonly name: string;
  readonly header: string | null;
  readonly lines: readonly UnitLine[];
}

/** A file of systemd-networkd, from which its text can be made again byte by byte. */
export type Unit = readonly UnitSection[];

const isComment = (text: string): boolean => /^\s*([#;]|$)/.test(text);

/** Lines with those that go on joined to them, each with its number. */
function joined(text: string): readonly { text: string; number: number }[] {
  const found: { text: string; number: number }[] = [];
  let open = false;
  for (const [index, line] of text.split('\n').entries()) {
    const last = found.at(-1);
    if (open && last !== undefined) last.text += `\n${line}`;
    else found.push({ text: line, number: index + 1 });
    // A comment within a line that goes on does not end it.
    if (!isComment(line) || !open) open = !isComment(line) && line.endsWith('\\');
  }
  return found;
}

function lineOf(text: string, number: number): UnitLine {
  const said = text
    .split('\n')
    .filter((part, index) => index === 0 || !isComment(part))
    .map((part) => part.replace(/\\\s*$/, ''))
    .join(' ');
  const [, key, value] = /^\s*([A-Za-z0-9]+)\s*=(.*)$/.exec(said) ?? [];
  return isComment(text) || key === undefined
    ? { text, key: null, value: '', number }
    : { text, key, value: (value ?? '').trim(), number };
}

/** Reads any text. */
export function readUnit(text: string): Unit {
  const sections: { name: string; header: string | null; lines: UnitLine[] }[] = [
    { name: '', header: null, lines: [] },
  ];
  for (const line of joined(text)) {
    const name = /^\s*\[(.*)\]\s*$/.exec(line.text)?.[1];
    if (name !== undefined) sections.push({ name, header: line.text, lines: [] });
    else sections.at(-1)?.lines.push(lineOf(line.text, line.number));
  }
  return sections;
}

/** The text of a unit. */
export const textOf = (unit: Unit): string =>
  unit
    .flatMap(({ header, lines }) => [...(header === null ? [] : [header]), ...lines.map((line) => line.text)])
    .join('\n');

/** Every section of a name: `[Route]` may stand more than once. */
export const sectionsOf = (unit: Unit, name: string): Unit => unit.filter((section) => section.name === name);

/** The lines of a key, in all sections of a name. */
export const linesOf = (unit: Unit, name: string, key: string): readonly UnitLine[] =>
  sectionsOf(unit, name).flatMap((section) => section.lines.filter((line) => line.key === key));

/** All values of a key; an empty one takes back those before it. */
export function allOf(unit: Unit, name: string, key: string): readonly string[] {
  const values = linesOf(unit, name, key).map((line) => line.value);
  return values.slice(values.lastIndexOf('') + 1);
}

/** The value of a key that has one: the last. */
export const lastOf = (unit: Unit, name: string, key: string): string | undefined =>
  allOf(unit, name, key).at(-1);

/** Lines that are neither comment, section nor assignment, and assignments before the first section. */
export const strangeLines = (unit: Unit): readonly UnitLine[] =>
  unit.flatMap(({ header, lines }) =>
    lines.filter((line) => !isComment(line.text) && (line.key === null || header === null)),
  );
