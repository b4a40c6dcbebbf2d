import { allOf, linesOf, type Unit, type UnitLine, type UnitSection } from './unit-text.ts';

/** Keys with their values in the order in which they shall stand. */
export type Assignments = readonly (readonly [key: string, value: string])[];

const made = (key: string, value: string): UnitLine => ({ text: `${key}=${value}`, key, value, number: 0 });
const blank: UnitLine = { text: '', key: null, value: '', number: 0 };
const isBlank = (line: UnitLine): boolean => line.text.trim() === '';

function withoutBlankEnd(lines: readonly UnitLine[]): readonly UnitLine[] {
  const last = lines.findLastIndex((line) => !isBlank(line));
  return lines.slice(0, last + 1);
}

/** The unit with one more section at its end. */
export function withSection(unit: Unit, name: string, said: Assignments): Unit {
  const before = unit.slice(0, -1);
  const last = unit.at(-1) ?? { name: '', header: null, lines: [] };
  const kept = withoutBlankEnd(last.lines);
  const apart = kept.length > 0 || last.header !== null ? [blank] : [];
  const lines = [...said.map(([key, value]) => made(key, value)), blank];
  return [...before, { ...last, lines: [...kept, ...apart] }, { name, header: `[${name}]`, lines }];
}

/** New lines stand where the first one that goes has stood, else behind the last key. */
function exchanged(
  section: UnitSection,
  goes: (line: UnitLine) => boolean,
  added: readonly UnitLine[],
): UnitSection {
  const first = section.lines.findIndex(goes);
  const at = first >= 0 ? first : section.lines.findLastIndex((line) => line.key !== null) + 1;
  const before = section.lines.slice(0, at);
  const after = section.lines.slice(at).filter((line) => !goes(line));
  return { ...section, lines: [...before, ...added, ...after] };
}

/** The unit in which a key has exactly these values; lines that say one of them already stay as they are. */
export function withValues(unit: Unit, name: string, key: string, values: readonly string[]): Unit {
  const now = allOf(unit, name, key);
  if (now.length === values.length && values.every((value) => now.includes(value))) return unit;
  const lines = linesOf(unit, name, key);
  const stays = values.flatMap((value) => lines.find((line) => line.value === value) ?? []);
  const added = values
    .filter((value) => !stays.some((line) => line.value === value))
    .map((value) => made(key, value));
  const goes = (line: UnitLine) => line.key === key && !stays.includes(line);
  const home =
    unit.find((section) => section.name === name && section.lines.some(goes)) ??
    unit.find((section) => section.name === name);
  if (home === undefined)
    return withSection(
      unit,
      name,
      added.map((line) => [key, line.value]),
    );
  return unit.map((section) =>
    section.name === name ? exchanged(section, goes, section === home ? added : []) : section,
  );
}

/** The unit without some of its sections. */
export const withoutSections = (unit: Unit, goes: (section: UnitSection) => boolean): Unit =>
  unit.filter((section) => !goes(section));
