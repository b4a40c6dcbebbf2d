/** One line of an ini file: a header of a section, an entry, or neither (blank, comment, unreadable). */
export interface IniLine {
  readonly text: string;
  /** null before the first header. */
  readonly section: string | null;
  /** Sections are counted, since one name may head several of them; 0 before the first header. */
  readonly block: number;
  readonly entry: IniEntry | null;
}

/** `key=value`, both without white space around them. */
export interface IniEntry {
  readonly key: string;
  readonly value: string;
}

/** An ini file as its lines, so that what is not changed stays as people wrote it. */
export type IniText = readonly IniLine[];

const headerPattern = /^\s*\[([^\]]*)\]\s*$/;
const silent = (text: string): boolean => /^\s*([#;].*)?$/.test(text);

function entryOf(text: string): IniEntry | null {
  const at = text.indexOf('=');
  const key = text.slice(0, Math.max(at, 0)).trim();
  return key === '' || /^[[#;]/.test(key) ? null : { key, value: text.slice(at + 1).trim() };
}

/** Reads any text; joined again, it is the same text. */
export function parseIni(text: string): IniText {
  let section: string | null = null;
  let block = 0;
  return text.split('\n').map((line) => {
    const header = headerPattern.exec(line)?.[1];
    if (header === undefined) return { text: line, section, block, entry: entryOf(line) };
    section = header;
    block += 1;
    return { text: line, section, block, entry: null };
  });
}

/** The text of the lines. */
export const formatIni = (ini: IniText): string => ini.map((line) => line.text).join('\n');

/** Numbers of the lines that are nothing, and of entries that stand in no section. */
export const unreadableLines = (ini: IniText): readonly number[] =>
  ini.flatMap((line, index) => {
    const lost =
      line.entry === null ? !headerPattern.test(line.text) && !silent(line.text) : line.block === 0;
    return lost ? [index + 1] : [];
  });

/** All entries of all sections of a name, in their order. */
export const entriesIn = (ini: IniText, section: string): readonly IniEntry[] =>
  ini.flatMap((line) => (line.section === section && line.entry !== null ? [line.entry] : []));

/** The value of a key; of several, the last, as programs that take one read it. */
export const valueIn = (ini: IniText, section: string, key: string): string | undefined =>
  entriesIn(ini, section).findLast((entry) => entry.key === key)?.value;

/** The number of the line that says a key, or of the first one. */
export const lineOf = (ini: IniText, section: string, key: string): number =>
  ini.findLastIndex((line) => line.section === section && line.entry?.key === key) + 1 || 1;

/** The text without the entries of a section that a rule takes out. */
export const without = (ini: IniText, section: string, rule: (key: string) => boolean): IniText =>
  ini.filter((line) => line.section !== section || line.entry === null || !rule(line.entry.key));

/** The text with one entry of a key; a line that says it already stays as it is, and so does its place. */
export function withValue(ini: IniText, section: string, key: string, value: string): IniText {
  const at = ini.findLastIndex((line) => line.section === section && line.entry?.key === key);
  const old = ini[at];
  if (old === undefined) return withEntry(ini, section, { key, value });
  const text = old.entry?.value === value ? old.text : `${key}=${value}`;
  const line = { ...old, text, entry: { key, value } };
  return ini.flatMap((one, index) => {
    if (index === at) return [line];
    return one.section === section && one.entry?.key === key ? [] : [one];
  });
}

/** The text with one more entry, after the last one of its section; where there is no such section, it begins one. */
export function withEntry(ini: IniText, section: string, entry: IniEntry): IniText {
  const last = (rule: (line: IniLine) => boolean) =>
    ini.findLastIndex((line) => line.section === section && rule(line));
  const block = ini[last(() => true)]?.block;
  const text = `${entry.key}=${entry.value}`;
  if (block === undefined) return parseIni(`${opened(ini)}[${section}]\n${text}\n`);
  const at =
    last((line) => line.block === block && (line.entry !== null || headerPattern.test(line.text))) + 1;
  return [...ini.slice(0, at), { text, section, block, entry }, ...ini.slice(at)];
}

/** The text with a blank line at its end, before which something stands. */
function opened(ini: IniText): string {
  const text = formatIni(ini).replace(/\n+$/, '');
  if (text === '') return '';
  return silent(text.slice(text.lastIndexOf('\n') + 1)) && !ini.some((line) => line.section !== null)
    ? `${text}\n`
    : `${text}\n\n`;
}
